import type { Join, Template } from '../../../mapping/index.ts';
import type { Row } from '../table/row.ts';
import type { Here, Work } from './here.ts';
import { KEY_SEPARATOR } from './row-index.ts';
import { holds, keyOf } from './template.ts';

/** The rows of another table that belong to a row, in the order that the mapping wants. */
export function rowsOf(join: Join, here: Here): readonly Row[] {
  const { work } = here;
  const { theirs, ours } = sidesOf(join);
  const key = keyOf(ours, here, KEY_SEPARATOR);
  if (key === undefined) return [];
  const rows = work.index.find(join.table, theirs, key).filter((row) => holds(join.where, row, work));
  const sorted =
    join.orderBy.length === 0 ? rows : rows.toSorted((a, b) => inOrder(join.orderBy, a, b, work));
  return sorted.slice(0, join.limit);
}

/** The columns of both sides of a join, made once. */
interface Sides {
  readonly theirs: readonly string[];
  readonly ours: readonly Template[];
}

const sides = new WeakMap<Join, Sides>();

function sidesOf(join: Join): Sides {
  const known = sides.get(join);
  if (known) return known;
  const made = { theirs: join.on.map(({ theirs }) => theirs), ours: join.on.map(({ ours }) => [ours]) };
  sides.set(join, made);
  return made;
}

function inOrder(orderBy: Join['orderBy'], a: Row, b: Row, { cells }: Work): number {
  for (const { column, descending } of orderBy) {
    const [one, other] = [cells.read(a, column) ?? '', cells.read(b, column) ?? ''];
    const numbers = Number(one) - Number(other);
    const order = Number.isNaN(numbers) ? Number(one > other) - Number(one < other) : numbers;
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
