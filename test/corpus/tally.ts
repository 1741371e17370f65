/** One line of a table: what is counted, column by column, and how often. */
export interface Row {
  readonly columns: readonly string[];
  readonly count: number;
}

/** Counts what has the same columns. */
export class Tally {
  readonly #rows = new Map<string, { columns: readonly string[]; count: number }>();

  add(...columns: readonly string[]): void {
    const key = columns.join('\n');
    const row = this.#rows.get(key) ?? { columns, count: 0 };
    row.count += 1;
    this.#rows.set(key, row);
  }

  /** The most frequent first; those of one count in the order of their columns. */
  rows(): Row[] {
    const keyOf = ({ columns }: Row) => columns.join('\n');
    return [...this.#rows.values()].sort(
      (a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0),
    );
  }
}

/** A table for people: the count, then the columns, each as wide as its widest. */
export function tableText(heads: readonly string[], rows: readonly Row[]): string {
  const lines = [['count', ...heads], ...rows.map(({ columns, count }) => [String(count), ...columns])];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
