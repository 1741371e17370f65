import type { XmlElement } from '../../xml/element.ts';
import { coverOf, isCell, type Placed } from './grid.ts';
import { localName } from './local-name.ts';
import type { Rendering } from './rendering.ts';
import { TableBuilder } from './table-builder.ts';

// A row alone has nothing to span; without these a cell would reach into rows and columns that are not there.
const rowspan: ReadonlySet<string> = new Set(['rowspan']);
const spans: ReadonlySet<string> = new Set(['rowspan', 'colspan', 'headers']);

/** A row in a table of its own, below the table's caption and header rows. */
export function rowAlone(row: XmlElement, out: Rendering): string {
  const table = tableOf(row);
  return partOf(
    table,
    (header) => header !== row,
    out,
    (builder) => {
      builder.openSection('tbody', '');
      addRow(row, out, builder);
    },
  );
}

/** A section of a table, below the table's caption and header rows. */
export function sectionAlone(section: XmlElement, out: Rendering): string {
  const table = tableOf(section);
  const isHead = localName(section) === 'thead';
  return partOf(
    table,
    (header) => !isHead && header.parent !== section,
    out,
    (builder) => builder.add(section),
  );
}

/** A cell in a table of its own, with the header of its column and of its row. */
export function cellAlone(cell: XmlElement, out: Rendering): string {
  const row = cell.parent;
  const table = tableOf(cell);
  if (!row || localName(row) !== 'tr' || !table) return out.element(cell);
  const isHeader = out.tables.headerRows(table).includes(row);
  const shown = out.tables
    .cellsOf(row)
    .filter((placed) => placed.cell === cell || (!isHeader && localName(placed.cell) === 'th'));
  const builder = new TableBuilder(out);
  addCaptions(table, builder);
  if (!isHeader) addHeaderCells(out.tables.headerGrid(table), shown, builder);
  builder.openSection('tbody', '');
  builder.openRow('');
  for (const placed of shown) addCell(placed.cell, builder, spans);
  return builder.finish(out.attributes(table, 'table'));
}

type IsAbove = (header: XmlElement) => boolean;

/** A part below its table's captions and those of its header rows that stand above it. */
function partOf(
  table: XmlElement | undefined,
  isAbove: IsAbove,
  out: Rendering,
  fill: (builder: TableBuilder) => void,
): string {
  const attributes = table ? out.attributes(table, 'table') : '';
  const builder = table ? begin(table, isAbove, out) : new TableBuilder(out);
  fill(builder);
  return builder.finish(attributes);
}

/** A table's captions and header rows; what is the same for all its parts is written once. */
function begin(table: XmlElement, isAbove: IsAbove, out: Rendering): TableBuilder {
  const headers = out.tables.headerRows(table);
  const above = headers.filter(isAbove);
  const isWhole = above.length === headers.length && !out.visible;
  const known = isWhole ? out.tables.heads.get(table) : undefined;
  if (known) {
    out.visible = known.visible;
    return known.begun.goOn(out);
  }
  const marks = out.marks;
  const builder = new TableBuilder(out);
  addCaptions(table, builder);
  builder.openSection('thead', '');
  for (const header of above) builder.add(header);
  // Ids, links and footnotes depend on what else is written.
  if (isWhole && out.marks === marks)
    out.tables.heads.set(table, { begun: builder.goOn(out), visible: out.visible });
  return builder;
}

function addCaptions(table: XmlElement, builder: TableBuilder): void {
  for (const caption of table.elements()) if (localName(caption) === 'caption') builder.add(caption);
}

// Cells that began above are put back at their columns: a value named once for several rows belongs to each.
function addRow(row: XmlElement, out: Rendering, builder: TableBuilder): void {
  const waiting = out.tables.cellsOf(row);
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
  headers: readonly (readonly Placed[])[],
  shown: readonly Placed[],
  builder: TableBuilder,
): void {
  builder.openSection('thead', '');
  const written = new Set<XmlElement>();
  for (const placed of headers) {
    const cells = shown.map((each) => coverOf(placed, each.column)?.cell);
    if (cells.every((cell) => cell === undefined || written.has(cell))) continue;
    builder.openRow('');
    for (const cell of cells) {
      if (cell) written.add(cell);
      addCell(cell, builder, spans);
    }
  }
}

function addCell(cell: XmlElement | undefined, builder: TableBuilder, without: ReadonlySet<string>): void {
  if (cell) builder.cell(cell, localName(cell) === 'th' ? 'th' : 'td', without);
  else builder.emptyCell();
}

function tableOf(part: XmlElement): XmlElement | undefined {
  for (let above = part.parent; above; above = above.parent) if (localName(above) === 'table') return above;
  return undefined;
}
