import type { Text } from '../../../document/index.ts';
import type { Observation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { group } from '../group.ts';
import { cell, main, type Row, term } from '../section-table.ts';
import type { Movable } from './later.ts';
import { keyOf, type Observed, observationColumns, observationRow, observed } from './observation-row.ts';

/** All results of each test but the latest; `tests` hold theirs from the latest on. */
export function earlierResults(tests: readonly (readonly Observation[])[], context: Context): Movable {
  const { label, say } = context.words;
  const histories = tests.flatMap((test) => historyOf(test, context));
  const rows = histories.flatMap(({ row }) => row ?? []);
  const others = histories.flatMap((one) => one.others);
  const columns = [
    { title: label.test, share: 4 },
    { title: label.result, share: 8 },
  ];
  return {
    rows: rows.length + others.length,
    reference: say.resultsOnPage(tests.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0)),
    place: 'earlier results',
    blocks: () => [
      ...group({ title: say.earlier, columns, rows }, context),
      ...group(
        {
          title: say.earlierDetails,
          columns: observationColumns(context),
          rows: others.map((one) => observationRow(one, context, 'laboratory')),
        },
        context,
      ),
    ],
  };
}

interface History {
  readonly row: Row | undefined;
  /** Results of which more is said than value, flag and date. */
  readonly others: readonly Observation[];
}

/** Earlier results of one test on one line, as long as nothing else is said of them than of the latest. */
function historyOf([latest, ...before]: readonly Observation[], context: Context): History[] {
  if (!latest || before.length === 0) return [];
  const now = observed(latest, context, 'laboratory');
  const key = ({ name, reference, codes, details }: Observed) =>
    JSON.stringify([name, codes, reference, details]);
  const all = before.map((item) => ({ item, said: observed(item, context, 'laboratory') }));
  const plain = all.filter(({ said }) => key(said) === key(now));
  const row =
    plain.length > 0 ? { cells: [main(now.name), cell(...linesOf(plain))], details: [] } : undefined;
  return [{ row, others: all.filter((one) => !plain.includes(one)).map(({ item }) => item) }];
}

/** More than this are told by years. */
const mostOnLine = 8;

/** Values with their dates, in one paragraph or under each year. */
function linesOf(plain: readonly Plain[]): Text[] {
  if (plain.length <= mostOnLine) return [onLine(plain)];
  const years = Map.groupBy(plain, ({ item }) => keyOf(item).slice(0, 4));
  return [...years].map(([year, held]) => [term(`${year}  `), { text: onLine(held), tone: 'normal' }]);
}

interface Plain {
  readonly item: Observation;
  readonly said: Observed;
}

const onLine = (held: readonly Plain[]): string => held.map(({ said }) => valueWords(said)).join('  ·  ');

const valueWords = ({ value, flag, date }: Observed): string =>
  [value ?? '–', flag].filter(Boolean).join(' ') + (date ? `, ${date}` : '');
