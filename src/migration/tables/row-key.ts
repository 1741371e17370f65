import type { Mapping, TableRule } from '../../mapping/index.ts';
import type { Row } from '../../readers/csv/index.ts';

/** What separates the cells of a key of several columns. */
export const keySeparator = '\u001f';

/** The cells of some columns of a row as one key; undefined where one of them is empty, or is no column of the file. */
export type KeyOf = (row: Row, columns: readonly string[]) => string | undefined;

/** Reads keys as a mapping reads cells: what it calls nothing is nothing, and everything else stays as it is. */
export function keysIn({ source }: Mapping, { columns: rules }: Pick<TableRule, 'columns'>): KeyOf {
  const general = new Set(source.nulls);
  const nulls = new Map([...rules].map(([name, { nulls }]) => [name, nulls && new Set(nulls)]));
  const cellOf = ({ layout, cells }: Row, column: string): string => {
    const text = cells[layout.index.get(column) ?? -1]?.trim() ?? '';
    return general.has(text) || nulls.get(column)?.has(text) ? '' : text;
  };
  return (row, columns) => {
    if (columns.length === 1) return cellOf(row, columns[0] ?? '') || undefined;
    const cells = columns.map((column) => cellOf(row, column));
    return cells.length === 0 || cells.includes('') ? undefined : cells.join(keySeparator);
  };
}
