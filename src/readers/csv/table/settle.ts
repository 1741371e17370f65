import type { CutRecord } from './records.ts';
import type { Layout, TableRow } from './row.ts';
import { isTotal } from './total-line.ts';

/** Says of each row whether it is one: whole, ragged, or a line that only stands among the rows. */
export class Settler {
  readonly #layout: Layout;
  readonly #names: readonly string[];
  readonly #trimmed: boolean;
  /** Lines that are totals if nothing but such lines follows. */
  #held: CutRecord[] = [];
  #first = true;

  /** `names` = the header's cells as they stand in the file, before they were made unique. */
  constructor(layout: Layout, names: readonly string[], trimmed: boolean) {
    this.#layout = layout;
    this.#names = names.map((name) => name.trim());
    this.#trimmed = trimmed;
  }

  /** Whether cells are a whole row of this table. */
  fits = (cells: readonly string[]): boolean => this.#whole(cells) !== undefined;

  push(records: readonly CutRecord[]): TableRow[] {
    const rows: TableRow[] = [];
    for (const record of records) {
      if (isBlank(record)) continue;
      if (record.fault === undefined && isTotal(record.cells, this.#layout.header.length)) {
        this.#held.push(record);
        continue;
      }
      if (this.#held.length > 0) rows.push(...this.#release());
      rows.push(this.#settle(record));
    }
    return rows;
  }

  /** What was held until nothing followed it. */
  end(): TableRow[] {
    const { header } = this.#layout;
    return this.#held.map(({ line, cells }) => ({
      layout: this.#layout,
      line,
      rule: 'total-line',
      cells: padded(cells, header.length),
    }));
  }

  #release(): TableRow[] {
    const rows = this.#held.map((record) => this.#settle(record));
    this.#held = [];
    return rows;
  }

  #settle({ line, cells, fault }: CutRecord): TableRow {
    const layout = this.#layout;
    const first = this.#first;
    this.#first = false;
    if (fault) return { layout, line, fault, cells };
    const whole = this.#whole(cells);
    if (first && isUnderline(cells)) return { layout, line, rule: 'header-underline', cells };
    if (!whole) return { layout, line, fault: 'ragged', cells };
    if (isHeader(whole, this.#names)) return { layout, line, rule: 'repeated-header', cells };
    if (whole.every((cell) => cell === '')) return { layout, line, rule: 'empty-row', cells: whole };
    return { layout, line, cells: whole };
  }

  /** As many cells as columns: empty ones too many go, and come where the file leaves them out; nothing else is guessed. */
  #whole(cells: readonly string[]): readonly string[] | undefined {
    const width = this.#layout.header.length;
    if (cells.length === width) return cells;
    if (cells.length < width) return this.#trimmed && cells.at(-1) !== '' ? padded(cells, width) : undefined;
    return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : undefined;
  }
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;

/** A line without any cell; a row of empty cells is one all the same. */
const isBlank = ({ cells, fault }: CutRecord): boolean =>
  fault === undefined && cells.length <= 1 && (cells[0] ?? '').trim() === '';

/** SQL tools draw a line below the names. */
const isUnderline = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => /^\s*[-=]{2,}\s*$/.test(cell));

/** Files that were put together keep each one's header. */
const isHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.every((cell, place) => cell.trim() === header[place]);
