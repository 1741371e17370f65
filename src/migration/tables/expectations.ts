import type { Issue } from '../../issue/index.ts';
import type { Expectation, Mapping } from '../../mapping/index.ts';
import type { Row } from '../../readers/csv/index.ts';

/** What a mapping expects of an export, held against it. */
export interface Expectations {
  see(row: Row): void;
  /** What is otherwise; `rows` tells how many rows a table has. */
  unmet(file: string, rows: (table: string) => number): Issue[];
}

interface Watched {
  readonly column: string;
  readonly words: ReadonlySet<string>;
  /** Cells that hold something else. */
  others: number;
}

/** Opens the expectations of a mapping. */
export function openExpectations({ expect, source }: Mapping): Expectations {
  const nulls = ['', ...source.nulls];
  const watched = expect.flatMap(({ table, column, words }) =>
    column === undefined || !words
      ? []
      : [{ table, watch: { column, words: new Set([...words, ...nulls]), others: 0 } }],
  );
  const byTable = Map.groupBy(watched, ({ table }) => table);
  return {
    see(row) {
      for (const { watch } of byTable.get(row.layout.table) ?? []) look(row, watch);
    },
    unmet(file, rows) {
      const place = { file };
      const counts = expect
        .filter((one) => !isMet(one, rows(one.table)))
        .map(({ table }) => ({
          what: `the rows of ${table}`,
          count: rows(table),
        }));
      const words = watched
        .filter(({ watch }) => watch.others > 0)
        .map(({ table, watch }) => ({
          what: `the words in ${watch.column} of ${table}`,
          count: watch.others,
        }));
      return [...counts, ...words].map((details) => ({ code: 'expectation-unmet', place, details }));
    },
  };
}

function look({ layout, cells }: Row, watch: Watched): void {
  const at = layout.index.get(watch.column);
  if (at !== undefined && !watch.words.has(cells[at]?.trim() ?? '')) watch.others += 1;
}

function isMet({ rows }: Expectation, count: number): boolean {
  if (!rows) return true;
  const difference = count - rows.count;
  if (rows.comparator === '=') return difference === 0;
  if (rows.comparator.endsWith('=') && difference === 0) return true;
  return rows.comparator.startsWith('>') ? difference > 0 : difference < 0;
}
