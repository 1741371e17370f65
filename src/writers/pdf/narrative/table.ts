import type { Block, Cell, Column } from '../../../document/index.ts';
import type { Node } from './tree.ts';

type ReadCell = (node: Node, isHeader: boolean) => Cell;

const elements = (node: Node, ...names: readonly string[]): Node[] =>
  node.children.filter((one) => typeof one !== 'string' && names.includes(one.name)) as Node[];

/** The rows of a table's parts, in the order in which they are read. */
const rowsOf = (node: Node, part: string): Node[] =>
  elements(node, part).flatMap((one) => elements(one, 'tr'));

const most = 24;

/** A table of a narrative: its caption, and rows of as many cells each. */
export function narrativeTable(node: Node, read: ReadCell): Block[] {
  const head = grid(rowsOf(node, 'thead'), read);
  const body = grid([...rowsOf(node, 'tbody'), ...elements(node, 'tr'), ...rowsOf(node, 'tfoot')], read);
  const wide = Math.min(most, Math.max(0, ...[...head, ...body].map(widthOf)));
  if (wide === 0) return captionOf(node, read);
  const even = (row: Cell[]): Cell[] => filled(row, wide);
  const table: Block = {
    block: 'table',
    columns: columnsOf([...head, ...body], wide),
    head: head.map(even),
    rows: body.map(even),
  };
  return [...captionOf(node, read), table];
}

const captionOf = (node: Node, read: ReadCell): Block[] =>
  elements(node, 'caption').flatMap((caption) =>
    read(caption, true).text.map((text) => ({ block: 'paragraph', text }) as const),
  );

const widthOf = (row: readonly Cell[]): number => row.reduce((sum, { span = 1 }) => sum + span, 0);

/** Cells that reach over rows leave an empty one below. */
function grid(rows: readonly Node[], read: ReadCell): Cell[][] {
  const hanging = new Map<number, number>();
  return rows.map((row) => {
    const cells: Cell[] = [];
    let column = 0;
    const skip = () => {
      for (let left = hanging.get(column) ?? 0; left > 0; left = hanging.get(column) ?? 0) {
        hanging.set(column, left - 1);
        cells.push({ text: [] });
        column++;
      }
    };
    for (const node of elements(row, 'td', 'th')) {
      skip();
      const span = number(node.attributes['colspan']);
      const down = number(node.attributes['rowspan']) - 1;
      for (let at = column; at < column + span && down > 0; at++) hanging.set(at, down);
      const cell = read(node, node.name === 'th');
      cells.push(span > 1 ? { ...cell, span } : cell);
      column += span;
    }
    skip();
    return cells;
  });
}

const number = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
};

/** A row of exactly so many columns; what stands beyond them goes into the last. */
function filled(row: Cell[], wide: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const cell of row) {
    const span = Math.min(cell.span ?? 1, wide - column);
    const last = cells.at(-1);
    if (span < 1 && last) cells[cells.length - 1] = { ...last, text: [...last.text, ...cell.text] };
    else cells.push({ ...cell, span: span > 1 ? span : undefined });
    column += Math.max(span, 0);
  }
  while (column++ < wide) cells.push({ text: [] });
  return cells;
}

/** Columns by how much stands in them; none is so narrow that its words break. */
function columnsOf(rows: readonly (readonly Cell[])[], wide: number): Column[] {
  const shares = Array.from({ length: wide }, () => 6);
  for (const row of rows) {
    let column = 0;
    for (const { text, span = 1 } of row) {
      const length = Math.max(0, ...text.map((one) => lengthOf(one)));
      const longestWord = Math.max(0, ...text.flatMap((one) => wordsIn(one)));
      if (span === 1) {
        const weight = Math.min(60, Math.max(longestWord * 1.3, Math.sqrt(length) * 4));
        shares[column] = Math.max(shares[column] ?? 0, weight);
      }
      column += span;
    }
  }
  return shares.map((share) => ({ title: '', share }));
}

const plain = (text: Cell['text'][number]): string =>
  typeof text === 'string' ? text : text.map(({ text }) => text).join('');
const lengthOf = (text: Cell['text'][number]): number => plain(text).length;
const wordsIn = (text: Cell['text'][number]): number[] =>
  plain(text)
    .split(/\s+/)
    .map((word) => word.length);
