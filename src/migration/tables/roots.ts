import type { TableRule } from '../../mapping/index.ts';
import type { Examined } from '../examine.ts';
import { Refusal } from '../refusal.ts';
import type { LoadedMapping } from './mapping-file.ts';
import { foldersAbove, isNamed, plainPath } from './paths.ts';
import { type Routes, routesOf } from './routes.ts';

/** A folder that is taken as the root of an export. */
export interface Root {
  readonly folder: string;
  readonly loaded: LoadedMapping;
  readonly routes: Routes;
  /** How well the fingerprint fits, where nobody named the mapping. */
  readonly score: number | undefined;
}

/** The folders from which a mapping finds the table of the patients. */
export function rootsOf(files: readonly Examined[], loaded: LoadedMapping, score?: number): Root[] {
  const routes = routesOf(loaded.mapping);
  if (!routes) throw withoutPatients(loaded);
  const folders = new Set(files.flatMap((file) => rootsFor(file, routes.patients)));
  // From several folders one glob may find the same file: the outermost holds the others.
  const isInside = (folder: string) =>
    [...folders].some((other) => other !== folder && folder.startsWith(other) && isWide(routes.patients));
  return [...folders]
    .filter((folder) => !isInside(folder))
    .map((folder) => ({ folder, loaded, routes, score }));
}

function rootsFor(file: Examined, patients: TableRule): string[] {
  const path = plainPath(file);
  return foldersAbove(path).filter((folder) => isNamed(patients, path.slice(folder.length)));
}

const isWide = ({ files }: TableRule): boolean => files.some((glob) => glob.includes('**'));

const withoutPatients = ({ mapping }: LoadedMapping) =>
  new Refusal(
    `The mapping ${mapping.id} has no rule that makes patients`,
    'One of its records says "to: patient".',
  );
