import type { ConvertedGroup } from './convert-group.ts';
import type { IssueGroup, UnmappedSystem } from './issue-book.ts';
import { type Balance, hasLosses, isBalanced } from './ledger.ts';
import type { Log } from './log.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { ScanCounts } from './scans/index.ts';
import type { ExportSummary, SettledTables } from './tables/index.ts';

/** How a run ended, in a word. */
export type Ending = 'done' | 'losses' | 'nothing-readable' | 'unbalanced';

/** What a run did, without a word of any chart. */
export interface RunSummary {
  readonly ending: Ending;
  readonly out: string;
  readonly asOf: string;
  readonly read: {
    readonly files: number;
    readonly bytes: number;
    readonly documents: number;
    readonly patients: number;
  };
  /** Nothing was written of what was made. */
  readonly dryRun: boolean;
  readonly made: {
    readonly files: number;
    readonly bundles: number;
    readonly sharedBundles: number;
    readonly records: number;
    /** Printed charts. */
    readonly pdfs: number;
    readonly resources: number;
  };
  /** Files that documents and rows name, where they name any. */
  readonly scans?: ScanCounts | undefined;
  readonly ledger: Readonly<Record<string, Balance>>;
  readonly issues: readonly IssueGroup[];
  /** The exports that were read, with all their tables. */
  readonly exports: readonly ExportSummary[];
  /** Code systems without a known URI, the most frequent first. */
  readonly unmapped: readonly UnmappedSystem[];
}

/** What was counted of what was converted, as JSON. */
export interface Converted {
  documents: number;
  patients: number;
  /** The patients of documents that stand alone: several are of one patient. */
  seen: string[];
  resources: number;
}

export const nothingConverted = (): Converted => ({ documents: 0, patients: 0, seen: [], resources: 0 });

/** Counts whose group it was. */
export function countPatients(
  total: Converted,
  { documents, rows }: ConvertedGroup,
  per: RunOptions['per'],
): void {
  if (per === 'patient') total.patients += documents.length + rows.length > 0 ? 1 : 0;
  else {
    total.seen.push(...documents.map(({ file }) => file.scan?.patient ?? ''));
    total.seen.push(...rows.map(({ contribution }) => contribution.patient.id));
  }
}

/** Adds what parts of a run counted. */
export function sumConverted(parts: Iterable<Converted>, per: RunOptions['per']): Converted {
  const total = nothingConverted();
  const seen = new Set<string>();
  for (const part of parts) {
    total.documents += part.documents;
    total.patients += part.patients;
    total.resources += part.resources;
    for (const one of part.seen) seen.add(one);
  }
  return per === 'patient' ? total : { ...total, patients: seen.size };
}

interface Facts {
  readonly options: RunOptions;
  readonly plan: Plan;
  /** How many files were written into each folder of the run. */
  readonly written: ReadonlyMap<string, number>;
  readonly log: Log;
  readonly converted: Converted;
  readonly tables: SettledTables;
}

/** Sums up a run. */
export function summarize({ options, plan, written, log, converted, tables }: Facts): RunSummary {
  const ledger = log.book.balances();
  const documents = converted.documents;
  const madeIn = (name: string) => written.get(name) ?? 0;
  return {
    ending: endingOf(converted, { ledger, log, tables }),
    out: options.out,
    asOf: options.asOf,
    read: {
      files: plan.files.length,
      bytes: plan.files.reduce((sum, { size }) => sum + size, 0),
      documents,
      patients: converted.patients,
    },
    dryRun: options.dryRun === true,
    made: {
      files: [...written.values()].reduce((sum, count) => sum + count, 0),
      bundles: madeIn('bundles') + madeIn('bundles/shared'),
      sharedBundles: madeIn('bundles/shared'),
      records: madeIn('records'),
      pdfs: madeIn('pdf'),
      resources: converted.resources,
    },
    scans: log.scans(),
    ledger,
    exports: tables.exports,
    issues: log.issues.groups(),
    unmapped: log.issues.unmapped(),
  };
}

interface Accounted extends Pick<Facts, 'log' | 'tables'> {
  readonly ledger: ReturnType<Log['book']['balances']>;
}

function endingOf({ documents, patients }: Converted, { ledger, log, tables }: Accounted): Ending {
  const apart = [...log.documents.unbalanced, ...tables.unbalanced];
  if (!isBalanced(ledger) || apart.length > 0) return 'unbalanced';
  if (documents === 0 && patients === 0) return 'nothing-readable';
  return hasLosses(ledger) ? 'losses' : 'done';
}
