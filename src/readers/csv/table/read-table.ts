import type { Issue } from '../../../issue/index.ts';
import type { Repairs } from './decode.ts';
import type { Dialect, GivenDialect } from './dialect.ts';
import type { Layout, TableRow } from './row.ts';
import { sniff } from './sniff.ts';
import { TableReader } from './table-reader.ts';

/** What a table is read with. */
export interface TableOptions {
  /** The file's name inside the input. */
  readonly file: string;
  readonly table: string;
  /** What is known of how it is written; the rest is found out. */
  readonly dialect?: GivenDialect | undefined;
  /** Characters that a row may have; above that it is a fault. */
  readonly maxRow?: number | undefined;
}

/** A table that is open: its columns are known, its rows come as they are read. */
export interface OpenTable {
  readonly layout: Layout;
  readonly dialect: Dialect;
  /** What is to be said of the header. */
  readonly issues: readonly Issue[];
  /** What was put right so far; whole once all rows were read. */
  readonly repairs: Readonly<Repairs>;
  /** The rows, each with one state. Read once: as `rows`, or as `blocks`. */
  readonly rows: AsyncIterable<TableRow>;
  /** The same by blocks, which is faster. */
  readonly blocks: AsyncIterable<readonly TableRow[]>;
}

/** How many bytes are looked at to find out how a table is written. */
export const headSize = 262_144;
const largestRow = 16 * 1024 * 1024;

/** Opens a table: finds out how it is written, reads its header, and hands its rows on as they come. */
export async function readTable(bytes: AsyncIterable<Uint8Array>, options: TableOptions): Promise<OpenTable> {
  const source = bytes[Symbol.asyncIterator]();
  const head = await takeHead(source);
  const dialect = sniff(head, options.dialect);
  const reader = new TableReader(options, dialect, options.maxRow ?? largestRow);
  const first = [...reader.push(head)];
  let ended = false;
  while (!reader.layout && !ended) {
    const next = await source.next();
    ended = next.done === true;
    first.push(...(next.done ? reader.end() : reader.push(next.value)));
  }
  const blocks = blocksOf(reader, first, ended ? undefined : source);
  const { repairs, issues } = reader;
  const layout = reader.layout as Layout;
  return { layout, dialect, issues, repairs, blocks, rows: rowsOf(blocks) };
}

async function takeHead(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let size = 0; size < headSize; ) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

async function* blocksOf(
  reader: TableReader,
  first: readonly TableRow[],
  source: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<readonly TableRow[]> {
  try {
    yield first;
    if (!source) return;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const rows = reader.push(next.value);
      if (rows.length > 0) yield rows;
    }
    yield reader.end();
  } finally {
    // Whoever stops reading before the end closes the file.
    await source?.return?.();
  }
}

async function* rowsOf(blocks: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow> {
  for await (const block of blocks) yield* block;
}
