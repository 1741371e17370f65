import type { Facts } from '../facts.ts';
import { count, type Part, type Section, text } from '../model.ts';
import { timesOf } from '../recount.ts';
import { counted, number, states, units } from '../words.ts';

/** One kind of unit: what was read, and what became of it by the lines of the ledger itself. */
export interface UnitBalance {
  readonly words: string;
  readonly one: string;
  readonly read: number;
  readonly counts: readonly number[];
  readonly remainder: number;
}

/** The balances: what the run counted where it read against the ledger's lines, counted anew. */
export function balancesOf({ manifest, recount }: Facts): UnitBalance[] {
  return units.flatMap(({ unit, words, one }) => {
    const read = manifest.ledger[unit]?.['read'];
    const counts = states.map(({ state }) => timesOf(recount, unit, state));
    const told = counts.reduce((sum, value) => sum + value, 0);
    if (read === undefined && told === 0) return [];
    return [{ words, one, read: read ?? 0, counts, remainder: (read ?? 0) - told }];
  });
}

/** Tables whose rows do not add up. */
export const unbalancedTables = ({ manifest }: Facts): string[] =>
  manifest.exports.flatMap(({ tables }) =>
    tables.flatMap(({ file, rows }) => (remainderOf(rows) === 0 ? [] : [file])),
  );

const remainderOf = (rows: Readonly<Record<string, number>>): number =>
  states.reduce((rest, { state }) => rest - (rows[state] ?? 0), rows['read'] ?? 0);

/** The row balance: everything that was read has one state. */
export function balanceSection(facts: Facts): Section {
  const balances = balancesOf(facts);
  const rest = balances.reduce((sum, { remainder }) => sum + Math.abs(remainder), 0);
  const total = balances.reduce((sum, { read }) => sum + read, 0);
  const isGood = rest === 0 && unbalancedTables(facts).length === 0;
  return {
    id: 'balance',
    title: 'What was read and what became of it',
    lead: isGood
      ? `Each of ${counted(total, 'unit')} that ${total === 1 ? 'was' : 'were'} read has one state in the ledger; the remainder is 0.`
      : `${counted(rest, 'unit')} of ${number(total)} ${rest === 1 ? 'has' : 'have'} no state in the ledger, or more than one.`,
    standing: isGood ? 'good' : 'bad',
    parts: [bars(balances), table(balances), ...tables(facts)],
  };
}

const bars = (balances: readonly UnitBalance[]): Part => ({
  part: 'bars',
  title: 'States by kind of unit',
  words: 'Each bar is all units of a kind that were read.',
  series: [
    ...states.map(({ words, tone }) => ({ label: words, tone })),
    { label: 'not accounted for', tone: 'bad' as const },
  ],
  bars: balances.map(({ words, counts, remainder }) => ({
    label: words,
    values: [...counts, Math.max(0, remainder)],
  })),
  scale: 'share',
  hasTable: true,
});

const table = (balances: readonly UnitBalance[]): Part => ({
  part: 'table',
  title: 'Balance',
  note: 'Read is what was counted where the input was read; the states are counted anew from ledger.ndjson.',
  columns: [text('Unit'), count('Read'), ...states.map(({ words }) => count(words)), count('remainder')],
  rows: balances.map(({ words, read, counts, remainder }) => [words, read, ...counts, remainder]),
});

/** The states that some row of a table has. */
const met = (tables: readonly { readonly rows: Readonly<Record<string, number>> }[]) =>
  states.filter(({ state }) => tables.some(({ rows }) => rows[state]));

type Tables = Facts['manifest']['exports'][number]['tables'];

/** Tables of which something was set aside or left out come first. */
const byNeed = (tables: Tables): Tables =>
  tables.toSorted((a, b) => needOf(a) - needOf(b) || (b.rows['read'] ?? 0) - (a.rows['read'] ?? 0));

const needOf = ({ rows }: Tables[number]): number =>
  remainderOf(rows) !== 0 ? 0 : rows['quarantined'] ? 1 : rows['left-out'] ? 2 : 3;

function tables({ manifest }: Facts): Part[] {
  const all = manifest.exports.length;
  return manifest.exports.map(({ mapping, tables: own, others }, at) => ({
    part: 'table',
    title: `Rows by table${all > 1 ? `, export ${at + 1} of ${all}` : ''} (mapping ${mapping.id} ${mapping.version})`,
    columns: [text('Table'), count('Read'), ...met(own).map(({ words }) => count(words)), count('remainder')],
    rows: byNeed(own).map(({ table: name, rows }) => [
      name,
      rows['read'] ?? 0,
      ...met(own).map(({ state }) => rows[state] ?? 0),
      remainderOf(rows),
    ]),
    shown: 15,
    note:
      others.length === 0
        ? undefined
        : `${counted(others.length, 'table')} that the mapping does not name, with ${counted(
            others.reduce((sum, { rows }) => sum + rows, 0),
            'row',
          )}.`,
  }));
}
