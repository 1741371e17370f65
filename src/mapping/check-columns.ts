import type { TableRule } from './mapping.ts';
import { nearestWord } from './nearest-word.ts';

/** What a mapping says of a table's columns, held against those that a file has. */
export interface CheckedColumns {
  /** Columns that the mapping names and the file does not have, each with the nearest of the file's. */
  readonly missing: readonly { readonly column: string; readonly nearest?: string }[];
  /** Columns of the file that no rule reads and that are not left out on purpose. */
  readonly withoutRule: readonly string[];
}

/** Holds a table of a mapping against the header of a file; case does not matter. */
export function checkColumns(table: TableRule, header: readonly string[]): CheckedColumns {
  const fold = (names: Iterable<string>) => new Set([...names].map((name) => name.toLowerCase()));
  const found = fold(header);
  const optional = fold(table.optional);
  const known = fold([...table.mapped, ...table.ignore]);
  const missing = [...table.mapped].filter(
    (column) => !found.has(column.toLowerCase()) && !optional.has(column.toLowerCase()),
  );
  const withoutRule = header.filter((column) => !known.has(column.toLowerCase()));
  return {
    missing: missing.map((column) => {
      const nearest = nearestWord(column, withoutRule);
      return { column, ...(nearest !== undefined && { nearest }) };
    }),
    withoutRule,
  };
}
