import { type Balances, openBook } from './ledger.ts';
import type { Log } from './log.ts';
import type { Plan } from './plan.ts';
import { Stopped } from './stopped.ts';

/** The kinds of input of which a share may be set aside. */
export const quarantineKinds = ['documents', 'rows'] as const;
export type QuarantineKind = (typeof quarantineKinds)[number];

/** How much of each kind may be set aside, as a share of what is read. */
export type QuarantineLimits = Readonly<Partial<Record<QuarantineKind, number>>>;

/** Watches what is set aside. */
export interface Thresholds {
  add(balances: Balances): void;
  /** Ends the run when more is set aside than may be: what comes cannot make it less. */
  check(): void;
}

const units = { documents: 'document', rows: 'row' } as const;

/** Opens the watch; `read` is how much the whole run has of each kind. */
export function openThresholds(
  limits: QuarantineLimits | undefined,
  read: Readonly<Record<QuarantineKind, number>>,
): Thresholds {
  const aside: Record<QuarantineKind, number> = { documents: 0, rows: 0 };
  return {
    add(balances) {
      for (const kind of quarantineKinds) aside[kind] += balances[units[kind]]?.quarantined ?? 0;
    },
    check() {
      for (const kind of quarantineKinds) {
        const limit = limits?.[kind];
        if (limit !== undefined && aside[kind] > limit * read[kind])
          throw passed(kind, aside[kind], read[kind]);
      }
    },
  };
}

interface Whole {
  readonly plan: Plan;
  /** What was set aside before anything is converted. */
  readonly log: Pick<Log, 'book'>;
  readonly rows: number;
}

/** The watch over a run, which knows what was set aside when its files were looked at and its tables read. */
export function thresholdsFor(limits: QuarantineLimits | undefined, { plan, log, rows }: Whole): Thresholds {
  const documents = plan.files.filter(({ format, state }) => format && state !== 'duplicate');
  const thresholds = openThresholds(limits, { documents: documents.length, rows });
  const book = openBook();
  for (const { name, state } of documents.filter((file) => file.state === 'unreadable')) {
    book.enter([{ unit: 'document', place: { file: name }, state: 'quarantined', rule: state }]);
  }
  thresholds.add(book.balances());
  thresholds.add(log.book.balances());
  return thresholds;
}

const passed = (kind: QuarantineKind, aside: number, read: number) =>
  new Stopped(
    'quarantine',
    `${aside} of ${read} ${kind} are set aside already, which is more than --max-quarantine allows`,
    'See what it is (convert without the threshold writes issues.ndjson), mend it, and give the command again.',
  );
