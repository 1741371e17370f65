import type { Examined } from '../examine.ts';
import { Refusal } from '../refusal.ts';
import { type LoadedMapping, openMapping } from './mapping-file.ts';
import { baseName } from './paths.ts';
import { type Root, rootsOf } from './roots.ts';

/** How the index of scanned files is read, where that is said. */
export interface ScanMapping {
  /** A preset or a file. */
  readonly mapping?: string | undefined;
  /** The system of the patients' numbers in it. */
  readonly system?: string | undefined;
}

/** What an index is called that nobody names. */
const indexName = /^scan-(index|pattern)\.(csv|tsv|txt)$/;

/** The folders that hold an index of scanned files: it may lie beside the tables of an export. */
export function scanRoots(files: readonly Examined[], { mapping, system }: ScanMapping): Root[] {
  if (mapping === undefined && !files.some((file) => indexName.test(baseName(file)))) return [];
  const loaded = withSystem(openMapping(mapping ?? 'scans'), system);
  const roots = rootsOf(files, loaded);
  if (mapping !== undefined && roots.length === 0) {
    throw new Refusal(
      `No folder of the input holds the index of the mapping ${loaded.mapping.id}`,
      'The index is the table of which it makes patients.',
    );
  }
  return roots;
}

const withSystem = (loaded: LoadedMapping, system: string | undefined): LoadedMapping => {
  if (system === undefined) return loaded;
  const { mapping } = loaded;
  return { ...loaded, mapping: { ...mapping, source: { ...mapping.source, system } } };
};
