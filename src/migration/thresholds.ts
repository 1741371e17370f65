import type { Balances } from './ledger.ts';
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

const passed = (kind: QuarantineKind, aside: number, read: number) =>
  new Stopped(
    'threshold',
    `${aside} of ${read} ${kind} are set aside already, which is more than --max-quarantine allows`,
    'See what it is (convert without the threshold writes issues.ndjson), mend it, and give the command again.',
  );
