import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { isBad, type Layout, type TableRow } from '../../readers/csv/index.ts';
import { headOf, openBytes } from '../byte-stream.ts';
import { manifestFormat } from '../manifest.ts';
import { noRun } from '../no-run.ts';
import { byCodeUnits } from '../order.ts';
import { openRetakenInputs, type RetakenInputs } from '../quarantine/retaken-inputs.ts';
import { Refusal } from '../refusal.ts';
import type { TableExport } from './export.ts';
import { addedColumns, unmarked } from './quarantine-files.ts';

/** Rows that an earlier run set aside and that are taken again, as they stand in its `quarantine/` now. */
export interface Retake {
  /** Documents and other files that were set aside whole. */
  readonly inputs: RetakenInputs;
  /** Whether a row is one of them. */
  has(file: string, line: number): boolean;
  /** The row as it was mended; every other row as it is. */
  mended(row: TableRow): TableRow;
  /** Checks that the tables are those that the earlier run read. */
  check(exports: readonly TableExport[]): void;
}

interface Mended {
  /** By column. */
  readonly cells: ReadonlyMap<string, string>;
  /** It still has cells that no column has a place for. */
  readonly hasSurplus: boolean;
}

const manifest = z.object({
  format: z.literal(manifestFormat),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string().optional() })),
});

/** Opens the quarantine of an earlier run. */
export async function openRetake(folder: string): Promise<Retake> {
  const hashes = hashesOf(folder);
  const rows = new Map<string, Map<number, Mended>>();
  const place = join(folder, 'quarantine');
  const names = existsSync(place) ? readdirSync(place).filter((name) => /\.csv$/i.test(name)) : [];
  for (const name of names.sort(byCodeUnits)) await readMended(join(place, name), rows);
  const inputs = openRetakenInputs(folder);
  if (rows.size + inputs.size === 0)
    throw new Refusal(`The run ${folder} has nothing in quarantine`, 'There is nothing to take again.');
  return {
    inputs,
    has: (file, line) => rows.get(file)?.has(line) === true,
    mended(row) {
      const mended = rows.get(row.layout.file)?.get(row.line);
      return mended ? asMended(row, mended) : row;
    },
    check: (exports) => checkTables(exports, { names: [...rows.keys()], hashes, folder }),
  };
}

/** The hashes of the inputs of a run, by name. */
function hashesOf(folder: string): ReadonlyMap<string, string | undefined> {
  try {
    const { inputs } = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    return new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  } catch {
    throw noRun(folder);
  }
}

async function readMended(path: string, into: Map<string, Map<number, Mended>>): Promise<void> {
  // A spreadsheet may have saved it with another separator.
  const head = Buffer.from(await headOf(openBytes({ path }))).toString();
  const [, delimiter = ','] = /([,;\t])"?_file"?\1/.exec(head) ?? [];
  const options = { bom: true, delimiter, relax_column_count: true, columns: false } as const;
  let header: string[] | undefined;
  for await (const cells of createReadStream(path).pipe(parse(options)) as AsyncIterable<string[]>) {
    if (!header) header = cells.map(unmarked);
    else enterMended(header, cells, into);
  }
}

const added: readonly string[] = addedColumns;

function enterMended(
  header: readonly string[],
  cells: readonly string[],
  into: Map<string, Map<number, Mended>>,
): void {
  const at = (name: string) => unmarked(cells[header.lastIndexOf(name)] ?? '');
  const own = header.flatMap((name, index) =>
    added.includes(name) ? [] : [[name, unmarked(cells[index] ?? '')] as const],
  );
  const lines = into.get(at('_file')) ?? new Map<number, Mended>();
  into.set(at('_file'), lines);
  lines.set(Number(at('_line')), { cells: new Map(own), hasSurplus: at('_surplus') !== '' });
}

/**
 * What has more cells than columns stays what it is, and so does what could not be read as a row and was not changed:
 * somebody must say what it means.
 */
function asMended(row: TableRow, { cells, hasSurplus }: Mended): TableRow {
  const mended = inOrder(row.layout, cells);
  const hadSurplus = row.cells.length > mended.length;
  const isSame = !hadSurplus && mended.every((cell, index) => cell === (row.cells[index] ?? ''));
  if (hasSurplus || (isBad(row) && isSame)) return row;
  return { layout: row.layout, line: row.line, cells: mended };
}

const inOrder = ({ header }: Layout, cells: ReadonlyMap<string, string>): string[] =>
  header.map((column) => cells.get(column) ?? '');

interface Earlier {
  readonly names: readonly string[];
  readonly hashes: ReadonlyMap<string, string | undefined>;
  readonly folder: string;
}

/** A line of a table means the same row only as long as the table is the same. */
function checkTables(exports: readonly TableExport[], { names, hashes, folder }: Earlier): void {
  const files = new Map(
    exports.flatMap(({ tables }) => [...tables.values()].flat()).map(({ name, sha256 }) => [name, sha256]),
  );
  for (const name of names) {
    if (files.has(name) && files.get(name) === hashes.get(name)) continue;
    throw new Refusal(
      `The input does not hold the table ${name} as the run ${folder} read it`,
      'Name the same input and mend rows in quarantine/, or convert all of it again without --only-quarantine.',
    );
  }
}
