import type { Cell, Column, Table, Text } from './blocks.ts';
import { drawTrend, trendHeight } from './draw-trend.ts';
import type { Flow, Lines } from './flow.ts';
import type { Element } from './pdfkit.ts';
import { spansOf } from './pieces.ts';
import { hairline, ink, lineHeight, sizes } from './style.ts';
import type { Line } from './wrap.ts';

const gap = 6;
const padding = 2.5;

interface Slot {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
}

/** A cell that was measured: its lines, and those that are drawn already. */
interface Measured {
  readonly cell: Cell;
  readonly slot: Slot;
  readonly below?: Measured;
  readonly lines: readonly { readonly line: Line; readonly size: number }[];
  drawn: number;
  element?: Element;
}

/** A table; its header rows stand again on each page. */
export function drawTable(flow: Flow, { columns, head, rows }: Table, parent: Element): void {
  const slots = slotsOf(flow, columns);
  const headCells = head ?? [columns.map(({ title }) => ({ text: [title] }))];
  const hasHead = headCells.some((row) => row.some(({ text }) => text.some((one) => one.length > 0)));
  const table = flow.canvas.element('Table', parent);
  const header = hasHead ? headCells.map((cells) => measure(flow, cells, { slots, isHead: true })) : [];
  const headHeight = header.reduce((sum, row) => sum + heightOf(row, flow), 0);
  flow.ensure(headHeight + firstHeight(flow, rows, slots));
  for (const cells of header) drawRow(flow, cells, { table, isHead: true, again: () => {} });
  const again = () => flow.canvas.artifact(() => drawAgain(flow, header), 'Pagination');
  for (const cells of rows) {
    // What heads a group of rows stands with the first of them.
    if (cells.length === 1 && cells[0]?.header && flow.room < 52 * flow.scale) nextPage(flow, { again });
    drawRow(flow, measure(flow, cells, { slots, isHead: false }), { table, isHead: false, again });
  }
  table.end();
  flow.y += 3 * flow.scale;
}

/** The room that the start of a table needs: its header and its first row, where that is short. */
export function roomFor(flow: Flow, { columns, rows }: Table): number {
  const slots = slotsOf(flow, columns);
  return firstHeight(flow, rows, slots) + 18 * flow.scale;
}

function firstHeight(flow: Flow, rows: Table['rows'], slots: readonly Slot[]): number {
  const [first, second] = rows;
  const height = (row: readonly Cell[]) => heightOf(measure(flow, row, { slots, isHead: false }), flow);
  const heads = first?.length === 1 && first[0]?.header && second ? height(second) : 0;
  return first ? Math.min(height(first) + heads, flow.bottom / 3) : 0;
}

function slotsOf(flow: Flow, columns: readonly Column[]): Slot[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  let x = flow.left;
  return columns.map(({ share, align }) => {
    const width = (flow.width * share) / shares;
    const slot = { x, width: Math.max(width - gap, 8), right: align === 'right' };
    x += width;
    return slot;
  });
}

interface Measuring {
  readonly slots: readonly Slot[];
  readonly isHead: boolean;
}

function measure(flow: Flow, cells: readonly Cell[], { slots, isHead }: Measuring): Measured[] {
  let column = 0;
  return cells.map((cell) => {
    const slot = slotAt(slots, column, cell.span ?? 1);
    column += cell.span ?? 1;
    const lines = cell.text.flatMap((text) => flat(cellLines(flow, text, { cell, slot, isHead })));
    const measured = { cell, slot, lines, drawn: 0 };
    return cell.below?.length ? withBelow(measured, measureBelow(flow, cell, cell.below)) : measured;
  });
}

/** What is short enough for its cell stands in it. */
function withBelow(measured: Measured, below: Measured): Measured {
  const fits = below.lines.every(({ line, size }) => line.width * size <= measured.slot.width);
  return fits ? { ...measured, lines: [...measured.lines, ...below.lines] } : { ...measured, below };
}

function slotAt(slots: readonly Slot[], column: number, span: number): Slot {
  const [first, last] = [slots[column], slots[Math.min(column + span, slots.length) - 1]];
  return first && last
    ? { ...first, width: last.x + last.width - first.x }
    : { x: 0, width: 8, right: false };
}

interface InCell {
  readonly cell: Cell;
  readonly slot: Slot;
  readonly isHead: boolean;
}

function cellLines(flow: Flow, text: Text, { cell, slot: { width }, isHead }: InCell): Lines {
  if (!isHead && !cell.header) return flow.lines(text, sizes.body, { width });
  const spans = spansOf(text, isHead ? 'quiet' : 'term');
  return flow.lines(spans, sizes.body, isHead ? { width, weight: 'bold' } : { width });
}

const flat = ({ lines, size }: Lines): { line: Line; size: number }[] =>
  lines.map((line) => ({ line, size }));

function measureBelow(flow: Flow, cell: Cell, texts: readonly Text[]): Measured {
  const slot = { x: flow.left, width: flow.width, right: false };
  return {
    cell: { ...cell, trend: undefined },
    slot,
    lines: texts.flatMap((text) => flat(flow.lines(text, sizes.body))),
    drawn: 0,
  };
}

/** What stands below a row is a row of its own to the eye, and part of its first cell to the ear. */
const belowOf = (cells: readonly Measured[]): Measured[] =>
  cells.flatMap(({ below, element }) => (below ? [Object.assign(below, element ? { element } : {})] : []));

const textHeight = ({ lines, drawn }: Measured): number =>
  lines.slice(drawn).reduce((sum, { size }) => sum + size * lineHeight, 0);

const heightOf = (cells: readonly Measured[], flow: Flow): number =>
  belowOf(cells).reduce((sum, one) => sum + textHeight(one), 0) +
  Math.max(0, ...cells.map((one) => textHeight(one) + (one.cell.trend ? trendHeight * flow.scale : 0))) +
  2 * padding;

interface RowWork {
  readonly table: Element;
  readonly isHead: boolean;
  /** Draws the header again on a new page. */
  again(): void;
}

/** A row stays on one page where it is short; what is longer than a page goes on with the next. */
function drawRow(flow: Flow, cells: readonly Measured[], work: RowWork): void {
  const height = heightOf(cells, flow);
  const short = height < (flow.bottom - 40) / 3;
  if (short && flow.room < height) nextPage(flow, work);
  const row = flow.canvas.element('TR', work.table);
  for (const cell of cells) cell.element = cellElement(flow, row, { cell, isHead: work.isHead });
  drawParts(flow, cells, work);
  const under = belowOf(cells);
  if (under.length > 0) {
    flow.y -= padding * 2;
    drawParts(flow, under, work);
  }
  for (const { element } of cells) element?.end();
  row.end();
  const { y } = flow;
  const [left, right] = [flow.left, flow.left + flow.width];
  flow.canvas.artifact(() =>
    flow.canvas.rule([left, y], [right, y], work.isHead ? ink : hairline, work.isHead ? 0.6 : 0.4),
  );
}

function drawParts(flow: Flow, cells: readonly Measured[], work: RowWork): void {
  do {
    if (flow.room < sizes.body * flow.scale * lineHeight + 2 * padding) nextPage(flow, work);
    drawPart(flow, cells);
    if (cells.some(isUnfinished)) nextPage(flow, work);
  } while (cells.some(isUnfinished));
}

function nextPage(flow: Flow, { again }: Pick<RowWork, 'again'>): void {
  flow.newPage();
  again();
}

const isUnfinished = ({ lines, drawn }: Measured): boolean => drawn < lines.length;

function cellElement(
  flow: Flow,
  row: Element,
  { cell: { cell }, isHead }: { cell: Measured; isHead: boolean },
): Element {
  const isHeader = isHead || cell.header === true;
  const scope = isHead ? 'Column' : 'Row';
  const element = flow.canvas.element(isHeader ? 'TH' : 'TD', row, isHeader ? { scope } : {});
  if ((cell.span ?? 1) > 1) {
    element.dictionary.data['A'] = { O: 'Table', ColSpan: cell.span, ...(isHeader ? { Scope: scope } : {}) };
  }
  return element;
}

/** As many lines of each cell as the page holds. */
function drawPart(flow: Flow, cells: readonly Measured[]): void {
  const top = flow.y + padding;
  let lowest = top;
  for (const one of cells) {
    flow.y = top;
    if (one.lines.length > one.drawn) drawCellLines(flow, one);
    if (one.cell.trend && one.element && !isUnfinished(one)) {
      drawTrend(flow, one.cell.trend, { element: one.element, ...one.slot });
    }
    lowest = Math.max(lowest, flow.y);
  }
  flow.y = lowest + padding;
}

function drawCellLines(flow: Flow, one: Measured): void {
  const draw = () => {
    while (one.drawn < one.lines.length) {
      const next = one.lines[one.drawn];
      if (!next || flow.y + next.size * lineHeight > flow.bottom) break;
      flow.draw(next.line, next.size, one.slot);
      flow.y += next.size * lineHeight;
      one.drawn++;
    }
  };
  const { element } = one;
  if (!element) draw();
  else flow.canvas.content(element, String(element.dictionary.data['S']), draw);
}

function drawAgain(flow: Flow, header: readonly (readonly Measured[])[]): void {
  for (const cells of header) {
    const copies = cells.map(({ cell, slot, lines }) => ({ cell, slot, lines, drawn: 0 }));
    drawPart(flow, copies);
    flow.canvas.rule([flow.left, flow.y], [flow.left + flow.width, flow.y], ink, 0.6);
  }
}
