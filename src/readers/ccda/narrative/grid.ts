import type { XmlElement } from '../../xml/element.ts';
import { localName } from './local-name.ts';

/** A cell and the columns that it covers. */
export interface Placed {
  readonly cell: XmlElement;
  readonly column: number;
  readonly span: number;
  /** The cell began in a row above. */
  readonly carried: boolean;
}

/** Whether the element is a cell of a table. */
export function isCell(child: XmlElement | string): child is XmlElement {
  if (typeof child === 'string') return false;
  const name = localName(child);
  return name === 'td' || name === 'th';
}

/** The cells of the last of these rows by column, with those that reach down into it from the rows above. */
export function placedCells(rows: readonly XmlElement[]): Placed[] {
  let placed: Placed[] = [];
  let reaching: { placed: Placed; rows: number }[] = [];
  for (const row of rows) {
    placed = reaching.map((each) => ({ ...each.placed, carried: true }));
    const next = reaching.map((each) => ({ ...each, rows: each.rows - 1 }));
    const own = ownCells(row, placed);
    for (const each of own) next.push({ placed: each, rows: spanOf(each.cell, 'rowspan') - 1 });
    if (placed.length === 0) placed = own;
    else placed = [...placed, ...own].sort((one, other) => one.column - other.column);
    reaching = next.filter((each) => each.rows > 0);
  }
  return placed;
}

function ownCells(row: XmlElement, taken: readonly Placed[]): Placed[] {
  const own: Placed[] = [];
  let column = 0;
  for (const cell of row.children) {
    if (!isCell(cell)) continue;
    for (let hit = coverOf(taken, column); hit; hit = coverOf(taken, column)) column = hit.column + hit.span;
    const span = spanOf(cell, 'colspan');
    own.push({ cell, column, span, carried: false });
    column += span;
  }
  return own;
}

/** The cell that covers a column. */
export function coverOf(placed: readonly Placed[], column: number): Placed | undefined {
  return placed.find((each) => each.column <= column && column < each.column + each.span);
}

/** How many rows or columns a cell covers. */
export function spanOf(cell: XmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.attributes[name]);
  return Number.isInteger(span) && span > 0 && span < 1000 ? span : 1;
}
