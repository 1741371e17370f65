import { hashOf } from './distinct.ts';

/** How many rows are held against each other to find keys of several columns. */
const rowsHeld = 2000;

/** The first rows of a table as hashes, in which columns are sought that tell rows apart together. */
export class KeyFinder {
  readonly #rows: Float64Array[] = [];

  add(cells: readonly string[]): void {
    if (this.#rows.length < rowsHeld)
      this.#rows.push(Float64Array.from(cells, (cell) => hashOf(cell.trim())));
  }

  /** Of these columns those that are needed to tell the rows apart; the first ones are given up first, the `kept` one never. */
  find(columns: readonly number[], kept: number): readonly number[] {
    let key = columns;
    if (!this.isKey(key)) return [];
    for (const column of columns) {
      const others = key.filter((one) => one !== column);
      if (column !== kept && this.isKey(others)) key = others;
    }
    return key.toSorted((a, b) => a - b);
  }

  /** Whether columns tell the rows apart. */
  isKey(columns: readonly number[]): boolean {
    const seen = new Set(this.#rows.map((row) => columns.map((column) => row[column]).join()));
    return columns.length > 0 && seen.size === this.#rows.length;
  }
}
