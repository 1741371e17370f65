import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { linesOfFile } from '../../migration/index.ts';
import type { SourceRow } from './row-pairs.ts';

/** The rows that went into the resources that are asked for, by one walk through the ledger. */
export function rowsInto(run: string, wanted: ReadonlySet<string>): Map<string, SourceRow[]> {
  const found = new Map<string, SourceRow[]>();
  for (const { row, into } of rowsIn(run)) {
    for (const address of into.filter((one) => wanted.has(one))) {
      found.set(address, [...(found.get(address) ?? []), row]);
    }
  }
  return found;
}

function* rowsIn(run: string): Generator<{ row: SourceRow; into: readonly string[] }> {
  for (const text of linesOfFile(join(run, 'ledger.ndjson'))) {
    if (!text.includes('"unit":"row"')) continue;
    const { file, line, into = [] } = JSON.parse(text) as { file: string; line?: number; into?: string[] };
    if (line !== undefined) yield { row: { file, line }, into };
  }
}

/** Reads the rows out of their tables, each table once; a table that is not in the folder stays unread. */
export function withCells(
  rows: Map<string, SourceRow[]>,
  input: string | undefined,
): Map<string, SourceRow[]> {
  if (input === undefined) return rows;
  const byFile = Map.groupBy([...rows.values()].flat(), ({ file }) => file);
  const cells = new Map<string, SourceRow['cells']>();
  for (const [file, own] of byFile) {
    for (const [line, read] of readLines(pathOf(input, file), new Set(own.map((one) => one.line)))) {
      cells.set(`${file}:${line}`, read);
    }
  }
  return new Map(
    [...rows].map(([address, own]) => [
      address,
      own.map((row) => ({ ...row, cells: cells.get(`${row.file}:${row.line}`) })),
    ]),
  );
}

/** A run names files from the folder above the input, or from the input itself. */
function pathOf(input: string, file: string): string | undefined {
  const parts = file.split('/');
  for (let at = 0; at < parts.length; at++) {
    const path = join(input, ...parts.slice(at));
    if (existsSync(path)) return path;
  }
  return undefined;
}

/** The cells of lines under their header; a row that goes over several lines is read by its first. */
function* readLines(
  path: string | undefined,
  lines: ReadonlySet<number>,
): Generator<[number, SourceRow['cells']]> {
  if (path === undefined) return;
  let header: string[] | undefined;
  let number = 0;
  for (const line of linesOfFile(path)) {
    number += 1;
    header ??= cellsOf(line.replace(/^\uFEFF/, ''), line);
    if (number === 1 || !lines.has(number)) continue;
    const cells = cellsOf(line, line);
    yield [number, header.map((column, at): [string, string] => [column, cells[at] ?? ''])];
  }
}

/** Tables of a site are parted by one of few letters; the one that stands most often is it. */
function cellsOf(line: string, sample: string): string[] {
  const delimiter =
    [',', '\t', ';', '|', '^'].toSorted((a, b) => sample.split(b).length - sample.split(a).length)[0] ?? ',';
  try {
    const [cells = []] = parse(line, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
    }) as string[][];
    return cells;
  } catch {
    return [line];
  }
}
