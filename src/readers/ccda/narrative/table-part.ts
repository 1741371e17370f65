import type { XmlElement } from '../../xml/element.ts';
import { coverOf, isCell, type Placed, placedCells } from './grid.ts';
import { localName, type Rendering } from './rendering.ts';
import { TableBuilder } from './table-builder.ts';

// A row alone has nothing to span; without these a cell would reach into rows and columns that are not there.
const rowspan: ReadonlySet<string> = new Set(['rowspan']);
const spans: ReadonlySet<string> = new Set(['rowspan', 'colspan', 'headers']);

// Cells that reach down are looked for in that many rows above, so that a table of n referenced rows costs no n².
const reach = 100;

/** A row in a table of its own, below the table's caption and header rows. */
export function rowAlone(row: XmlElement, out: Rendering): string {
  const table = tableOf(row);
  const headers = headerRows(table).filter((header) => header !== row);
  return partOf(table, headers, out, (builder) => {
    builder.openSection('tbody', '');
    addRow(row, out, builder);
  });
}

/** A section of a table, below the table's caption and header rows. */
export function sectionAlone(section: XmlElement, out: Rendering): string {
  const table = tableOf(section);
  const headers =
    localName(section) === 'thead' ? [] : headerRows(table).filter((row) => row.parent !== section);
  return partOf(table, headers, out, (builder) => builder.add(section));
}

/** A cell in a table of its own, with the header of its column and of its row. */
export function cellAlone(cell: XmlElement, out: Rendering): string {
  const row = cell.parent;
  const table = tableOf(cell);
  if (!row || localName(row) !== 'tr' || !table) return out.element(cell);
  const headers = headerRows(table);
  const isHeader = headers.includes(row);
  const shown = placedCells(rowsUpTo(row)).filter(
    (placed) => placed.cell === cell || (!isHeader && localName(placed.cell) === 'th'),
  );
  const builder = new TableBuilder(out);
  addCaptions(table, builder);
  if (!isHeader) addHeaderCells(headers, shown, builder);
  builder.openSection('tbody', '');
  builder.openRow('');
  for (const placed of shown) addCell(placed.cell, builder, spans);
  return builder.finish(out.attributes(table, 'table'));
}

function partOf(
  table: XmlElement | undefined,
  headers: readonly XmlElement[],
  out: Rendering,
  fill: (builder: TableBuilder) => void,
): string {
  const builder = new TableBuilder(out);
  const attributes = table ? out.attributes(table, 'table') : '';
  if (table) addCaptions(table, builder);
  builder.openSection('thead', '');
  for (const header of headers) builder.add(header);
  fill(builder);
  return builder.finish(attributes);
}

function addCaptions(table: XmlElement, builder: TableBuilder): void {
  for (const caption of table.elements()) if (localName(caption) === 'caption') builder.add(caption);
}

// Cells that began above are put back at their columns: a value named once for several rows belongs to each.
function addRow(row: XmlElement, out: Rendering, builder: TableBuilder): void {
  const waiting = placedCells(rowsUpTo(row));
  builder.openRow(out.attributes(row, 'tr'));
  for (const child of row.children) {
    if (isCell(child)) {
      while (waiting[0]?.carried) addCell(waiting.shift()?.cell, builder, rowspan);
      waiting.shift();
      addCell(child, builder, rowspan);
    } else builder.add(child);
  }
  for (const placed of waiting) addCell(placed.cell, builder, rowspan);
  builder.closeRow();
}

function addHeaderCells(
  headers: readonly XmlElement[],
  shown: readonly Placed[],
  builder: TableBuilder,
): void {
  builder.openSection('thead', '');
  const written = new Set<XmlElement>();
  headers.forEach((_, index) => {
    const placed = placedCells(headers.slice(0, index + 1));
    const cells = shown.map((each) => coverOf(placed, each.column)?.cell);
    if (cells.every((cell) => cell === undefined || written.has(cell))) return;
    builder.openRow('');
    for (const cell of cells) {
      if (cell) written.add(cell);
      addCell(cell, builder, spans);
    }
  });
}

function addCell(cell: XmlElement | undefined, builder: TableBuilder, without: ReadonlySet<string>): void {
  if (cell) builder.cell(cell, localName(cell) === 'th' ? 'th' : 'td', without);
  else builder.emptyCell();
}

function tableOf(part: XmlElement): XmlElement | undefined {
  for (let above = part.parent; above; above = above.parent) if (localName(above) === 'table') return above;
  return undefined;
}

/** The header rows: those of thead, or the first rows that hold nothing but th. */
function headerRows(table: XmlElement | undefined): XmlElement[] {
  if (!table) return [];
  const heads = table.elements().filter((child) => localName(child) === 'thead');
  if (heads.length > 0)
    return heads.flatMap((head) => head.elements().filter((row) => localName(row) === 'tr'));
  const first = table.elements().find((child) => localName(child) === 'tbody') ?? table;
  const rows: XmlElement[] = [];
  for (const row of first.elements()) {
    if (localName(row) !== 'tr') continue;
    const cells = row.elements().filter(isCell);
    if (cells.length === 0 || cells.some((cell) => localName(cell) !== 'th')) break;
    rows.push(row);
  }
  return rows;
}

function rowsUpTo(row: XmlElement): XmlElement[] {
  const siblings = row.parent?.children ?? [row];
  const end = siblings.indexOf(row);
  const rows: XmlElement[] = [];
  for (let index = end; index >= 0 && rows.length < reach; index -= 1) {
    const sibling = siblings[index];
    if (sibling instanceof Object && localName(sibling) === 'tr') rows.unshift(sibling);
  }
  return rows;
}
