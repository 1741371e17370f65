import type { LedgerLine, LedgerState } from '../record/index.ts';
import { byCodeUnits } from './order.ts';

const states = ['converted', 'merged', 'superseded', 'kept-as-text', 'left-out', 'quarantined'] as const;

/** How many units of one kind were read and what became of them; the remainder is what nobody accounts for. */
export type Balance = { read: number; remainder: number } & Record<LedgerState, number>;

/** The account of a run. */
export interface Book {
  /** Units that were found in the input, counted where they are read and not where they are converted. */
  read(unit: LedgerLine['unit'], count: number): void;
  enter(lines: readonly LedgerLine[]): void;
  balances(): Partial<Record<LedgerLine['unit'], Balance>>;
}

/** Opens an account: what is read on one side, the ledger's lines on the other. */
export function openBook(): Book {
  const balances = new Map<LedgerLine['unit'], Balance>();
  const balanceOf = (unit: LedgerLine['unit']) => {
    const balance = balances.get(unit) ?? emptyBalance();
    balances.set(unit, balance);
    return balance;
  };
  return {
    read(unit, count) {
      if (count > 0) balanceOf(unit).read += count;
    },
    enter(lines) {
      for (const { unit, state, count = 1 } of lines) balanceOf(unit)[state] += count;
    },
    balances() {
      const units = [...balances].sort(([a], [b]) => byCodeUnits(a, b));
      return Object.fromEntries(units.map(([unit, balance]) => [unit, withRemainder(balance)]));
    },
  };
}

function emptyBalance(): Balance {
  return {
    read: 0,
    ...(Object.fromEntries(states.map((state) => [state, 0])) as Record<LedgerState, number>),
    remainder: 0,
  };
}

const withRemainder = (balance: Balance): Balance => ({
  ...balance,
  remainder: states.reduce((rest, state) => rest - balance[state], balance.read),
});

/** Whether each unit that was read stands in the ledger once. */
export const isBalanced = (balances: ReturnType<Book['balances']>): boolean =>
  Object.values(balances).every(({ remainder }) => remainder === 0);

/** Whether something of the input could not be converted. */
export const hasLosses = (balances: ReturnType<Book['balances']>): boolean =>
  Object.values(balances).some(({ quarantined }) => quarantined > 0);

const units: LedgerLine['unit'][] = [
  'file',
  'document',
  'header',
  'narrative',
  'embedded',
  'entry',
  'column',
  'row',
  'value',
];

/** The ledger's lines of one file in their order: by line, unit and path. */
export const inOrder = (lines: readonly LedgerLine[]): LedgerLine[] =>
  lines.toSorted(
    (a, b) =>
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      units.indexOf(a.unit) - units.indexOf(b.unit) ||
      byCodeUnits(JSON.stringify(a), JSON.stringify(b)),
  );

/** A line of `ledger.ndjson`. */
export const ledgerText = ({
  unit,
  place,
  state,
  into,
  rule,
  count,
  section,
  template,
  sha256,
  pages,
}: LedgerLine): string =>
  JSON.stringify({ ...place, unit, state, rule, count, into, section, template, sha256, pages });
