import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapCheckText } from '../../src/cli/map-check-report.ts';
import { checkMapping, openMapping } from '../../src/migration/index.ts';
import { profileExport } from '../../src/migration/profile/index.ts';
import { clinic, mapping, run, scratch, write } from './clinic.ts';

const folder = scratch();
const progress = { begin() {}, advance() {}, end() {} };

/** The clinic's people as another site exports them: no header, and what nobody may repeat in the first line. */
const people = [
  '00417,Wilhelmina,Quillfeather,f,1961-04-09,987-65-4361,38,felt',
  '00418,Barnaby,Umberpatch,m,1970-03-04,987-65-4315,44,straw',
];
const cells = people.flatMap((line) => line.split(',')).filter((cell) => cell.length > 3);

/** All that a run says, but the rows that were set aside. */
const textsIn = (out: string): string =>
  globSync('**/*', { cwd: out, withFileTypes: true })
    .filter((one) => one.isFile() && !one.parentPath.includes('quarantine'))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    .join('\n');

const linesOf = (out: string, name: string) =>
  readFileSync(join(out, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a table without a header', () => {
  const input = write(join(folder, 'headerless'), { ...clinic, 'people.csv': people });

  it('is set aside row by row, its first line too, and no cell of it is said', async () => {
    const out = join(folder, 'headerless-out');
    const { ledger, ending } = await run(out, [input]);
    expect(ending).toBe('nothing-readable');
    expect(ledger.row).toMatchObject({ remainder: 0 });
    const rows = linesOf(out, 'ledger.ndjson').filter(
      ({ file, unit }) => String(file).endsWith('people.csv') && unit === 'row',
    );
    expect(rows.map(({ line, state, rule }) => [line, state, rule])).toEqual([
      [1, 'quarantined', 'header-missing'],
      [2, 'quarantined', 'header-missing'],
    ]);
    const said = textsIn(out);
    expect(said).toContain('table-header-missing');
    expect(cells.filter((cell) => said.includes(cell))).toEqual([]);
    const [kept = ''] = readFileSync(join(out, 'quarantine', 'people.csv'), 'utf8')
      .split('\r\n')
      .slice(1);
    expect(kept).toContain(people[0]);
  });

  it('is told of by map check and profile without a cell', async () => {
    const check = mapCheckText(
      input,
      mapping,
      await checkMapping(openMapping(mapping).mapping, input, progress),
    );
    expect(check).toContain('its first line names none of the columns that the mapping knows');
    const profile = JSON.stringify(await profileExport(input, progress));
    expect(cells.filter((cell) => check.includes(cell) || profile.includes(cell))).toEqual([]);
  });
});

describe('a column that the mapping reads and the file lacks', () => {
  const input = write(join(folder, 'column'), {
    ...clinic,
    'results.csv': clinic['results.csv'].map((line) => line.split(',').toSpliced(4, 1).join(',')),
  });

  it('is said once, with its table', async () => {
    const out = join(folder, 'column-out');
    await run(out, [input]);
    const said = linesOf(out, 'issues.ndjson').filter(({ code }) => code === 'column-missing');
    expect(
      said.map(({ file, severity, details }) => [String(file).split('/').at(-1), severity, details]),
    ).toEqual([['results.csv', 'error', { column: 'Value' }]]);
  });

  it('is said by map check', async () => {
    const check = await checkMapping(openMapping(mapping).mapping, input, progress);
    expect(
      check.tables.flatMap(({ table, missing }) => missing.map(({ column }) => [table, column])),
    ).toEqual([['results', 'Value']]);
  });

  it('is none where the mapping says that some releases have none', async () => {
    const out = join(folder, 'whole-out');
    await run(out, [write(join(folder, 'whole'), clinic)]);
    expect(linesOf(out, 'issues.ndjson').filter(({ code }) => code === 'column-missing')).toEqual([]);
  });
});
