import {
  type ColumnRef,
  type ColumnRule,
  type Condition,
  type Template,
  wordsOf,
} from '../../../mapping/index.ts';
import type { Row } from '../table/row.ts';
import type { Here, Work } from './here.ts';
import { CellPoint } from './point.ts';

/** A text of a row, with what its column says of it. */
export interface Said {
  readonly text: string;
  readonly rule: ColumnRule | undefined;
  /** Whether it comes from the row, or stands in the mapping. */
  readonly point: CellPoint | undefined;
}

/** The row in which a column stands that is reached by links, and its name there. */
function placeOf(row: Row, { path }: ColumnRef, { index }: Work): { row: Row; column: string } | undefined {
  let at: Row | undefined = row;
  for (const link of path.slice(0, -1)) at = at && index.linked(at, link);
  const column = path.at(-1);
  return at && column !== undefined ? { row: at, column } : undefined;
}

/** A cell. */
function cellOf(row: Row, column: ColumnRef, work: Work): Said | undefined {
  const place = placeOf(row, column, work);
  const text = place && work.cells.read(place.row, place.column);
  if (!place || text === undefined) return undefined;
  const rule = work.cells.rule(place.row, place.column);
  return { text, rule, point: new CellPoint(place.row, work.cells.columnOf(place.row, place.column)) };
}

/** A text with its columns filled in; nothing where none of them holds anything. */
export function fill(template: Template, here: Here): Said | undefined {
  const [only] = template;
  if (template.length === 1 && typeof only === 'object') {
    const said = cellOf(here.row, only, here.work);
    if (said?.point) here.points.push(said.point);
    return said;
  }
  const parts = template.map((one) => (typeof one === 'object' ? cellOf(here.row, one, here.work) : one));
  const cells = parts.filter((one) => typeof one === 'object');
  if (template.some((one) => typeof one === 'object') && cells.length === 0) return undefined;
  for (const { point } of cells) if (point) here.points.push(point);
  const text = parts.map((one) => (typeof one === 'object' ? one.text : (one ?? ''))).join('');
  return { text: text.replace(/ {2,}/g, ' ').trim(), rule: cells[0]?.rule, point: cells[0]?.point };
}

/** The parts of a key, as one text; nothing where all are empty. */
export function keyOf(templates: readonly Template[], here: Here, separator: string): string | undefined {
  const parts = templates.map((one) => fill(one, here)?.text);
  return parts.every((one) => one === undefined) ? undefined : parts.map((one) => one ?? '').join(separator);
}

/** Whether all of a condition holds of a row. */
export const holds = (condition: Condition, row: Row, work: Work): boolean =>
  condition.every(({ column, test }) => {
    const text = cellOf(row, column, work)?.text;
    if ('is' in test) return (text !== undefined) === (test.is === 'present');
    if ('has' in test) return test.has.some((word) => text !== undefined && wordsOf(text).includes(word));
    return test.in.has(text ?? '') !== test.not;
  });
