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

/** The row in which a column stands that is reached by links. */
function rowOf(row: Row, { path }: ColumnRef, { index }: Work): Row | undefined {
  let at: Row | undefined = row;
  for (let link = 0; link < path.length - 1 && at; link++) at = index.linked(at, path[link] ?? '');
  return at;
}

const nameIn = ({ path }: ColumnRef): string => path[path.length - 1] ?? '';

/** A cell's text alone, where nobody asks where it stands. */
export function textAt(row: Row, column: ColumnRef, work: Work): string | undefined {
  const at = column.path.length === 1 ? row : rowOf(row, column, work);
  return at && work.cells.read(at, nameIn(column));
}

/** A cell. */
function cellOf(row: Row, reference: ColumnRef, work: Work): Said | undefined {
  const at = rowOf(row, reference, work);
  const column = at && work.cells.columnOf(at, nameIn(reference));
  const text = column && work.cells.textIn(at, column);
  if (text === undefined || !column || !at) return undefined;
  return { text, rule: column.rule, point: new CellPoint(at, column.whole) };
}

/** A text with its columns filled in; nothing where none of them holds anything. */
export function fill(template: Template, here: Here): Said | undefined {
  const [only] = template;
  if (template.length === 1 && typeof only === 'object') {
    const said = cellOf(here.row, only, here.work);
    if (said?.point) here.points.push(said.point);
    return said;
  }
  if (template.length === 1 && typeof only === 'string')
    return { text: plain(only), rule: undefined, point: undefined };
  return fillParts(template, here);
}

/** One space between words, as where columns between them hold nothing. */
const plain = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

function fillParts(template: Template, here: Here): Said | undefined {
  const parts = template.map((one) => (typeof one === 'object' ? cellOf(here.row, one, here.work) : one));
  const cells = parts.filter((one) => typeof one === 'object');
  if (template.some((one) => typeof one === 'object') && cells.length === 0) return undefined;
  for (const { point } of cells) if (point) here.points.push(point);
  const text = parts.map((one) => (typeof one === 'object' ? one.text : (one ?? ''))).join('');
  return { text: plain(text), rule: cells[0]?.rule, point: cells[0]?.point };
}

/** The parts of a key, as one text; nothing where all are empty. */
export function keyOf(templates: readonly Template[], here: Here, separator: string): string | undefined {
  let key = '';
  let isEmpty = true;
  for (let at = 0; at < templates.length; at++) {
    const text = fill(templates[at] ?? [], here)?.text;
    if (text !== undefined) isEmpty = false;
    key += `${at === 0 ? '' : separator}${text ?? ''}`;
  }
  return isEmpty ? undefined : key;
}

/** Whether all of a condition holds of a row. */
export const holds = (condition: Condition, row: Row, work: Work): boolean =>
  condition.every(({ column, test }) => {
    const text = textAt(row, column, work);
    if ('is' in test) return (text !== undefined) === (test.is === 'present');
    if ('has' in test) return test.has.some((word) => text !== undefined && wordsOf(text).includes(word));
    return test.in.has(text ?? '') !== test.not;
  });
