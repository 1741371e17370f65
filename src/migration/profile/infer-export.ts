import { type InferredMapping, inferMapping } from '../../mapping/index.ts';
import type { Progress } from '../options.ts';
import { profileExport } from './profile-export.ts';

/** Guesses a first mapping for the tables of a folder. */
export async function inferExport(folder: string, id: string, progress: Progress): Promise<InferredMapping> {
  const { tables } = await profileExport(folder, progress);
  return inferMapping(tables, { id });
}
