import { parse } from 'yaml';
import { z } from 'zod';

const fingerprint = z.strictObject({
  /** Tables without which it is not this export. */
  needs: z.array(z.string()).min(1),
  /** The columns that mark each table; its file is a name, in any case of letters. */
  tables: z.record(z.string(), z.strictObject({ file: z.string(), columns: z.array(z.string()).min(1) })),
});

/** By what an export shows which EMR wrote it: names of files and of columns. */
export type Fingerprint = z.infer<typeof fingerprint>;

/** Reads a `detect.yaml`; a preset with a faulty one is a defect of ours. */
export const readFingerprint = (text: string): Fingerprint => fingerprint.parse(parse(text));

/** A table that was found: the name of its file, and its columns. */
export interface FoundTable {
  readonly file: string;
  readonly header: readonly string[];
}

/** From this score on an export is taken for what a fingerprint says. */
export const sureScore = 0.8;

/** The share of the marking columns that the files of those names have; 0 where a table is missing that must be there. */
export function scorePreset({ needs, tables }: Fingerprint, found: readonly FoundTable[]): number {
  const byName = new Map(found.map(({ file, header }) => [plainName(file), new Set(header.map(lower))]));
  let marks = 0;
  let met = 0;
  for (const [name, { file, columns }] of Object.entries(tables)) {
    const header = byName.get(plainName(file));
    if (!header && needs.includes(name)) return 0;
    if (!header) continue;
    marks += columns.length;
    met += columns.filter((column) => header.has(lower(column))).length;
  }
  return marks === 0 ? 0 : met / marks;
}

/** How many of its tables a fingerprint finds: of two that fit alike the one that knows more is taken. */
export function tablesKnown({ tables }: Fingerprint, found: readonly FoundTable[]): number {
  const names = new Set(found.map(({ file }) => plainName(file)));
  return Object.values(tables).filter(({ file }) => names.has(plainName(file))).length;
}

const lower = (text: string): string => text.toLowerCase();

/** The name alone, in small letters, without what compression adds. */
const plainName = (file: string): string => lower(file.slice(file.lastIndexOf('/') + 1)).replace(/\.gz$/, '');
