import type { TableRule } from '../../mapping/index.ts';
import type { Layout } from './table/row.ts';

/** Lets the columns of a file be found by the names that a mapping gives them where only the case differs: ID for Id. */
export function alignColumns({ header, index }: Layout, table: TableRule | undefined): void {
  if (!table) return;
  const folded = new Map(header.map((name, at) => [name.toLowerCase(), at]));
  for (const name of [...table.mapped, ...table.key, ...table.ignore, ...table.columns.keys()]) {
    const at = index.has(name) ? undefined : folded.get(name.toLowerCase());
    if (at !== undefined) (index as Map<string, number>).set(name, at);
  }
}
