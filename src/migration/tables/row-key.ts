import type { Mapping, TableRule } from '../../mapping/index.ts';
import type { Row } from '../../readers/csv/index.ts';

/** What separates the cells of a key of several columns. */
export const keySeparator = '\u001f';

/** The cells of some columns of a row as one key; undefined where one of them is empty, or is no column of the file. */
export type KeyOf = (row: Row, columns: readonly string[]) => string | undefined;

/** The texts that mean that nothing is there, by column. */
export function nullsIn(
  { source }: Mapping,
  table: Pick<TableRule, 'columns' | 'nulls'>,
): (column: string) => ReadonlySet<string> {
  const general = new Set(['', ...(table.nulls ?? source.nulls)]);
  const own = [...table.columns].flatMap(([column, { nulls }]) =>
    nulls ? [[column, new Set([...general, ...nulls])] as const] : [],
  );
  const byColumn = new Map(own);
  return (column) => byColumn.get(column) ?? general;
}

/** Reads keys as a mapping reads cells: what it calls nothing is nothing, and everything else stays as it is. */
export function keysIn(mapping: Mapping, table: Pick<TableRule, 'columns' | 'nulls'>): KeyOf {
  const nulls = nullsIn(mapping, table);
  const cellOf = ({ layout, cells }: Row, column: string): string => {
    const text = cells[layout.index.get(column) ?? -1]?.trim() ?? '';
    return nulls(column).has(text) ? '' : text;
  };
  return (row, columns) => {
    if (columns.length === 1) return cellOf(row, columns[0] ?? '') || undefined;
    const cells = columns.map((column) => cellOf(row, column));
    return cells.length === 0 || cells.includes('') ? undefined : cells.join(keySeparator);
  };
}
