import { readIndex } from '../../readers/index.ts';
import type { Examined } from '../examine.ts';
import { bytesOf, inputFile } from '../file-bytes.ts';
import type { Group } from '../plan.ts';

/** A document as it goes to a worker: what was only needed to plan is left out, and so is what threads cannot hand over. */
type PackedDocument = Omit<Examined, 'entry'> & { readonly entryLine?: number | undefined };

/** A group as it goes to a worker. */
export interface PackedGroup {
  readonly id: string;
  readonly leftOut?: string | undefined;
  readonly documents: readonly PackedDocument[];
}

export const packGroup = ({ id, leftOut, documents }: Group): PackedGroup => ({
  id,
  leftOut,
  documents: documents.map(({ issues: _, scan, entry, ...file }) => ({
    ...file,
    ...(scan && { scan: { ...scan, identifiers: [] } }),
    entryLine: entry?.line,
    issues: [],
  })),
});

export const unpackGroup = ({ documents, ...group }: PackedGroup): Group => ({
  ...group,
  documents: documents.map(({ entryLine, ...file }) => {
    const entry = entryLine === undefined || !file.index ? undefined : entryAt(file.index, entryLine);
    return { ...file, ...(entry && { entry }) };
  }),
});

/** What an index says at a line: it is read again where it is needed. */
function entryAt(index: NonNullable<Examined['index']>, line: number): Examined['entry'] {
  const bytes = bytesOf(index);
  const entries = bytes && readIndex(inputFile(index.name, bytes));
  return entries && 'find' in entries ? entries.find((one) => one.line === line) : undefined;
}
