import type { ColumnRule, Mapping } from '../../../mapping/index.ts';
import type { Layout, Row } from '../table/row.ts';
import { type Column, columnsOf, type Part } from './column.ts';
import { inForm } from './formats.ts';

/** Reads cells by the rules of their columns, and keeps which columns of each table held something that was read. */
export class Cells {
  readonly #mapping: Mapping;
  /** Which columns of a layout held something. */
  readonly #used = new Map<Layout, boolean[]>();
  /** The layout that was asked for last: rows come a table at a time. */
  #layout: Layout | undefined;
  #columns: ReadonlyMap<string, Column> = new Map();
  #marks: boolean[] = [];

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** The text of a cell; nothing where it is empty or means that nothing is there. */
  read(row: Row, column: string): string | undefined {
    const found = this.columnOf(row, column);
    return found && this.textIn(row, found);
  }

  /** A column of a row's table; nothing where the table has none of that name. */
  columnOf({ layout }: Row, name: string): Column | undefined {
    if (layout !== this.#layout) this.#turnTo(layout);
    return this.#columns.get(name);
  }

  /** The text of a cell whose column is known. */
  textIn(row: Row, column: Column): string | undefined {
    const { index, nulls, part, encoding, format } = column;
    if (part) return this.#readPart(row, part);
    const text = row.cells[index]?.trim();
    if (text === undefined || text === '' || nulls.has(text)) return undefined;
    if (row.layout !== this.#layout) this.#turnTo(row.layout);
    this.#marks[index] = true;
    const plain = encoding === 'base64' ? decoded(text) : text;
    return format === undefined ? plain : inForm(plain, format);
  }

  /** A line of text as it stands, without what cannot be seen at its end. */
  lineOf(row: Row, column: string): string {
    return (row.cells[row.layout.index.get(column) ?? -1] ?? '').trimEnd();
  }

  #readPart(row: Row, { column, at, count, place, fewer }: Part): string | undefined {
    const parts = this.read(row, column)?.split(at);
    if (!parts || parts.length > count) return undefined;
    const text = fewer || parts.length === count ? parts[place]?.trim() : undefined;
    return text === '' ? undefined : text;
  }

  /** What the mapping says of a column. */
  rule(row: Row, column: string): ColumnRule | undefined {
    return this.columnOf(row, column)?.rule;
  }

  /** The columns of each table that held something that was read. */
  used(): ReadonlyMap<string, ReadonlySet<string>> {
    const tables = new Map<string, Set<string>>();
    for (const [{ table, header }, marks] of this.#used) {
      const names = tables.get(table) ?? new Set();
      tables.set(table, names);
      for (const [index, name] of header.entries()) if (marks[index]) names.add(name);
    }
    return tables;
  }

  #turnTo(layout: Layout): void {
    this.#layout = layout;
    this.#columns = columnsOf(layout, this.#mapping);
    this.#marks = this.#used.get(layout) ?? layout.header.map(() => false);
    this.#used.set(layout, this.#marks);
  }
}

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8').trim();
