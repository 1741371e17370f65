import type { LedgerLine } from '../../record/index.ts';
import type { OpenExport } from './open-export.ts';
import type { Tally } from './row-book.ts';

/** A file of a table, and what became of its rows and columns. */
export interface FileSummary {
  readonly table: string;
  readonly file: string;
  readonly rows: Tally;
  readonly columns: {
    readonly read: number;
    /** Columns that a rule has read. */
    readonly mapped: number;
    /** Columns that hold data of which the mapping says nothing. */
    readonly withoutRule: readonly string[];
  };
}

/** What was read of one export, and what was not. */
export interface ExportSummary {
  readonly folder: string;
  readonly mapping: { readonly id: string; readonly version: string; readonly sha256: string };
  /** How well the fingerprint fits, where the mapping was found and not named. */
  readonly score?: number;
  readonly tables: readonly FileSummary[];
  /** Tables that the mapping does not name, with their rows. */
  readonly others: readonly { readonly file: string; readonly rows: number }[];
}

/** Sums up an export. */
export function exportSummary(
  { of }: OpenExport,
  tables: readonly FileSummary[],
  others: ExportSummary['others'],
): ExportSummary {
  const { id, version } = of.mapping;
  return {
    folder: of.name,
    mapping: { id, version, sha256: of.mappingSha256 },
    ...(of.score !== undefined && { score: of.score }),
    tables,
    others,
  };
}

/** Sums up the columns of a file by their lines. */
export const columnsIn = (lines: readonly LedgerLine[]): FileSummary['columns'] => ({
  read: lines.length,
  mapped: lines.filter(({ state }) => state === 'converted').length,
  withoutRule: lines.flatMap(({ rule, place }) =>
    rule === 'no-rule' && place.path !== undefined ? [place.path] : [],
  ),
});
