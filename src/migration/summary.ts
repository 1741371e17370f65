import type { IssueGroup, UnmappedSystem } from './issue-book.ts';
import { type Balance, hasLosses, isBalanced } from './ledger.ts';
import type { Log } from './log.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { RunFolder } from './run-folder.ts';

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
  readonly made: {
    readonly files: number;
    readonly bundles: number;
    readonly sharedBundles: number;
    readonly records: number;
    /** Printed charts. */
    readonly pdfs: number;
    readonly resources: number;
  };
  readonly ledger: Readonly<Record<string, Balance>>;
  readonly issues: readonly IssueGroup[];
  /** Code systems without a known URI, the most frequent first. */
  readonly unmapped: readonly UnmappedSystem[];
}

/** What the run counted while it converted. */
export interface Converted {
  documents: number;
  patients: Set<string>;
  resources: number;
}

interface Facts {
  readonly options: RunOptions;
  readonly plan: Plan;
  readonly folder: RunFolder;
  readonly log: Log;
  readonly converted: Converted;
}

/** Sums up a run. */
export function summarize({ options, plan, folder, log, converted }: Facts): RunSummary {
  const ledger = log.book.balances();
  const documents = converted.documents;
  const madeIn = (name: string) => folder.outputs.filter(({ file }) => file.startsWith(`${name}/`)).length;
  return {
    ending: endingOf(documents, ledger, log),
    out: options.out,
    asOf: options.asOf,
    read: {
      files: plan.files.length,
      bytes: plan.files.reduce((sum, { size }) => sum + size, 0),
      documents,
      patients: converted.patients.size,
    },
    made: {
      files: folder.outputs.length,
      bundles: madeIn('bundles'),
      sharedBundles: madeIn('bundles/shared'),
      records: madeIn('records'),
      pdfs: madeIn('pdf'),
      resources: converted.resources,
    },
    ledger,
    issues: log.issues.groups(),
    unmapped: log.issues.unmapped(),
  };
}

function endingOf(documents: number, ledger: ReturnType<Log['book']['balances']>, log: Log): Ending {
  if (!isBalanced(ledger) || log.documents.unbalanced.length > 0) return 'unbalanced';
  if (documents === 0) return 'nothing-readable';
  return hasLosses(ledger) ? 'losses' : 'done';
}
