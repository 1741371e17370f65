import type { TableEvidence } from '../src/mapping/index.ts';
import { LinkFinder, TableProfiler } from '../src/readers/csv/index.ts';
import { openTable } from './tables.ts';

/** What a profile knows of tables of a few rows, by their names. */
export async function evidenceOf(
  tables: Readonly<Record<string, string>>,
): Promise<readonly TableEvidence[]> {
  const profiled = await Promise.all(
    Object.entries(tables).map(async ([table, text]) => {
      const open = await openTable(text, { table, file: `${table}.csv` });
      const profiler = new TableProfiler(open.layout, open.dialect);
      for await (const block of open.blocks) profiler.push(block);
      return profiler.profile();
    }),
  );
  const links = new LinkFinder(profiled.map(({ table }) => table));
  return profiled.map(({ profile, table }) => ({ ...profile, links: links.linksOf(table) }));
}
