import { readTable, type TableOptions, type TableRow } from '../src/readers/csv/index.ts';
import { TableReader } from '../src/readers/csv/table/table-reader.ts';

/** Bytes as a file's stream gives them. */
export async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** Opens a table of a few bytes. */
export const openTable = (content: string | Uint8Array, options: Partial<TableOptions> = {}) =>
  readTable(chunked(bytesOf(content), 7), { file: 'a.csv', table: 'a', ...options });

/** What a row came to, in one line: `2: a|b`, `3 ragged: a`, `9 total-line: Total`. */
export const told = (row: TableRow): string => {
  const word = 'fault' in row ? ` ${row.fault}` : 'rule' in row ? ` ${row.rule}` : '';
  return `${row.line}${word}: ${row.cells.join('|')}`;
};

/** All rows of a table, told; the same whether its bytes come at once or one by one. */
export async function tell(content: string | Uint8Array, options: Partial<TableOptions> = {}) {
  const table = await openTable(content, options);
  const rows = await Array.fromAsync(table.rows);
  const slow = new TableReader({ file: 'a.csv', table: 'a' }, table.dialect, options.maxRow ?? 1e6);
  const again: TableRow[] = [];
  for (const byte of bytesOf(content)) again.push(...slow.push(Uint8Array.of(byte)));
  again.push(...slow.end());
  const lines = rows.map(told);
  if (again.map(told).join('\n') !== lines.join('\n')) {
    throw new Error(`byte by byte it reads\n${again.map(told).join('\n')}\ninstead of\n${lines.join('\n')}`);
  }
  return lines;
}
