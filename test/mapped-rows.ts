import { loadMapping, type Mapping } from '../src/mapping/index.ts';
import { convertPatient, type ExportOptions, type SharedRows } from '../src/readers/csv/index.ts';
import type { Row } from '../src/readers/csv/table/row.ts';
import { idMaker } from '../src/record/index.ts';

/** A mapping of a text; faults end the test. */
export function mappingOf(text: string, files: Readonly<Record<string, string>> = {}): Mapping {
  const loaded = loadMapping(`mapping: 1\nid: test\n${text}`, {
    file: 'mapping.yaml',
    read: (name) => files[name],
  });
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults, null, 1));
  return loaded.mapping;
}

/** Rows of a table: the first line names the columns; cells stand between `|`. */
export function rowsOf(table: string, lines: string): Row[] {
  const [head = '', ...rest] = lines.trim().split('\n');
  const header = cellsOf(head);
  const layout = {
    file: `${table}.csv`,
    table,
    header,
    index: new Map(header.map((name, at) => [name, at])),
  };
  return rest.map((line, at) => ({ layout, line: at + 2, cells: cellsOf(line) }));
}

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

export const exportOptions: ExportOptions = {
  make: idMaker(),
  source: { file: 'export', sha256: 'ab', sha1: '', size: 1, mediaType: 'text/csv' },
  precedence: { time: '', hash: 'ab' },
};

/** What comes of one patient's tables under a mapping; shared tables are found by their first column. */
export function convertRows(
  mapping: Mapping,
  tables: Readonly<Record<string, string>>,
  { shared = {}, options = {} }: { shared?: Record<string, string>; options?: Partial<ExportOptions> } = {},
) {
  const rows = new Map(Object.entries(tables).map(([name, lines]) => [name, rowsOf(name, lines)]));
  return convertPatient(mapping, { key: 'p1', rows }, sharedOf(shared), { ...exportOptions, ...options });
}

export function sharedOf(tables: Readonly<Record<string, string>>): SharedRows {
  const rows = new Map(Object.entries(tables).map(([name, lines]) => [name, rowsOf(name, lines)]));
  return { find: (table, key) => rows.get(table)?.find(({ cells }) => cells[0] === key) };
}
