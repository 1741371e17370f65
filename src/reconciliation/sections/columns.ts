import type { Facts } from '../facts.ts';
import { count, type Section, share, text } from '../model.ts';
import { timesOf } from '../recount.ts';
import { counted } from '../words.ts';

/** The column balance: every column that holds data is mapped, left out by decision, or without a rule. */
export function columnsSection({ manifest, recount }: Facts): Section | undefined {
  const tables = manifest.exports.flatMap((one) => one.tables);
  if (tables.length === 0) return undefined;
  const without = tables.reduce((sum, { columns }) => sum + columns.withoutRule.length, 0);
  const mapped = timesOf(recount, 'column', 'converted');
  return {
    id: 'columns',
    title: 'Columns',
    lead:
      without === 0
        ? `${counted(mapped, 'column')} are read by a rule; every column that holds data is mapped or left out by decision.`
        : `${counted(without, 'column')} hold data of which the mapping says nothing.`,
    standing: without === 0 ? 'good' : 'look',
    parts: [
      {
        part: 'table',
        title: 'Columns by table',
        note: 'Columns without a rule hold data and are neither read nor left out by decision. Columns without data count as left out.',
        columns: [
          text('Table'),
          count('Columns'),
          count('Read'),
          share('Part'),
          count('No rule'),
          text('Which'),
        ],
        shown: 15,
        rows: byNeed(tables).map(({ table, columns: { read, mapped: own, withoutRule } }) => [
          table,
          read,
          own,
          { part: own, whole: read },
          withoutRule.length,
          withoutRule.join(', '),
        ]),
      },
    ],
  };
}

type Tables = Facts['manifest']['exports'][number]['tables'];

/** Those that somebody has to look at come first. */
const byNeed = (tables: Tables): Tables =>
  tables.toSorted((a, b) => b.columns.withoutRule.length - a.columns.withoutRule.length);
