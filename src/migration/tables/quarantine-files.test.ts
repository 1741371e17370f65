import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Layout } from '../../readers/csv/index.ts';
import { openRunFolder } from '../run-folder.ts';
import { openQuarantineFiles, type SetAside, unmarked } from './quarantine-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const layout = (table: string, header: string[]): Layout => ({
  file: `in/${table}.csv`,
  table,
  header,
  index: new Map(header.map((name, at) => [name, at])),
});
const aside = (at: Layout, cells: string[]): SetAside => ({
  layout: at,
  line: 7,
  cells,
  rule: 'ragged',
  reason: 'more cells than the header',
});
function write(...rows: SetAside[]): string {
  const out = mkdtempSync(join(folder, 'run-'));
  const files = openQuarantineFiles(openRunFolder(out));
  for (const row of rows) files.add(row);
  files.close();
  return join(out, 'quarantine');
}

describe('quarantine/', () => {
  it('has the columns of the table and where each row stands', () => {
    const out = write(aside(layout('labs', ['ID', 'VALUE']), ['007', '1,5']));
    expect(readFileSync(join(out, 'labs.csv'), 'utf8')).toBe(
      'ID,VALUE,_file,_line,_rule,_reason,_surplus\r\n007,"1,5",in/labs.csv,7,ragged,more cells than the header,\r\n',
    );
  });

  it('keeps the cells that a row has too many, and fills those that it lacks', () => {
    const out = write(
      aside(layout('labs', ['ID', 'VALUE']), ['1', '2', 'a,b', 'c']),
      aside(layout('labs', ['ID', 'VALUE']), ['1']),
    );
    const [, first, second] = parse(readFileSync(join(out, 'labs.csv')));
    expect(first?.at(-1)).toBe('"a,b",c');
    expect(second).toEqual(['1', '', 'in/labs.csv', '7', 'ragged', 'more cells than the header', '']);
  });

  it('has a file for each header of a table, by a name that leads nowhere else', () => {
    const out = write(
      aside(layout('labs', ['A']), ['1']),
      aside(layout('labs', ['A', 'B']), ['1', '2']),
      aside(layout('../labs', ['A']), ['1']),
    );
    expect(readdirSync(out).sort()).toEqual(['__labs.csv', 'labs-2.csv', 'labs.csv']);
  });

  it('gives back what went in, and nothing that a spreadsheet computes with', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@-][a-z"',\n]*$/));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 2 }), (cells) => {
        const out = write(aside(layout('labs', ['A', 'B']), cells));
        const [, row = []] = parse(readFileSync(join(out, 'labs.csv'))) as string[][];
        expect(row.slice(0, 2).map(unmarked)).toEqual(cells);
        expect(row.filter((text) => /^[=+@-]/.test(text))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
