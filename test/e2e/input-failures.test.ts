import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, type Progress, type RunOptions } from '../../src/migration/index.ts';
import { differing } from '../archive/same-bytes.ts';
import { root } from '../chartlift.ts';
import { mrnSystem, writeArchive } from '../scans/archive.ts';

let folder: string;
let input: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-input-'));
  input = join(folder, 'in');
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (out: string): RunOptions => ({
  inputs: [input],
  out: join(folder, out),
  to: ['bundle', 'record'],
  bundle: 'transaction',
  per: 'patient',
  maxEntries: 500,
  asOf: '2026-01-01T00:00:00Z',
  crosswalk: true,
  source: 'file',
  fhirFormat: 'json',
  scans: { system: mrnSystem },
  version: '0.0.0',
});

const quiet: Progress = { begin() {}, advance() {}, end() {} };

/** Does something to the input after it was looked at and before it is converted. */
const meanwhile = (change: () => void): Progress => ({
  ...quiet,
  begin(stage) {
    if (stage === 'Converting patients') change();
  },
});

const fileLines = (out: string) =>
  readFileSync(join(folder, out, 'ledger.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; unit: string; state: string; rule?: string })
    .filter(({ unit }) => unit === 'file');
const aside = (out: string) => fileLines(out).filter(({ state }) => state === 'quarantined');

const isBalanced = ({ ledger }: Awaited<ReturnType<typeof migrate>>) =>
  Object.values(ledger).every(({ remainder }) => remainder === 0);

describe('an input that is not any more as it was looked at', () => {
  const names = ['ccd-r21.xml', 'c32-v25.xml', 'ccd-r11.xml'];
  const document = () => join(input, 'c32-v25.xml');
  beforeEach(() => {
    for (const name of names) cpSync(join(root, 'fixtures', 'ccda', name), join(input, name));
  });

  it.each([
    ['is gone', () => renameSync(document(), join(folder, 'kept'))],
    ['is shorter', () => truncateSync(document(), 500)],
    ['has another text', () => writeFileSync(document(), '<other/>')],
  ])('costs the document that %s, and it is converted when it is back', async (_, change) => {
    cpSync(document(), join(folder, 'copy'), { preserveTimestamps: true });
    await migrate(options('plain'), quiet);
    const run = await migrate(options('run'), meanwhile(change));
    expect(isBalanced(run)).toBe(true);
    expect(run.ending).toBe('losses');
    expect(aside('run')).toEqual([
      { file: 'c32-v25.xml', unit: 'file', state: 'quarantined', rule: 'unreadable' },
    ]);
    cpSync(join(folder, 'copy'), document(), { preserveTimestamps: true });
    expect((await migrate(options('run'), quiet)).ending).toBe('done');
    expect(differing(join(folder, 'plain'), join(folder, 'run'))).toEqual([]);
  });

  it('says that nothing could be read where the whole folder is gone, and goes on when it is back', async () => {
    await migrate(options('plain'), quiet);
    const run = await migrate(
      options('run'),
      meanwhile(() => renameSync(input, join(folder, 'gone'))),
    );
    expect(run.ending).toBe('nothing-readable');
    expect(aside('run').map(({ file }) => file)).toEqual(names.toSorted());
    renameSync(join(folder, 'gone'), input);
    expect((await migrate(options('run'), quiet)).ending).toBe('done');
    expect(differing(join(folder, 'plain'), join(folder, 'run'))).toEqual([]);
  });

  it('takes the word back that a folder is whole before anything in it changes', async () => {
    await migrate(options('run'), quiet);
    expect(existsSync(join(folder, 'run', 'manifest.json'))).toBe(true);
    writeFileSync(document(), readFileSync(document(), 'utf8').replace('<title>', '<title>New '));
    const stopped = {
      ...quiet,
      advance() {
        if (!existsSync(join(folder, 'run', 'manifest.json'))) throw new RangeError('stopped here');
      },
    };
    await expect(migrate(options('run'), stopped)).rejects.toThrow('stopped here');
    expect(existsSync(join(folder, 'run', 'manifest.json'))).toBe(false);
  });
});

describe('a table that changes after the look at it', () => {
  const table = () => join(input, 'problems.csv');
  const early = (change: () => void): Progress => ({
    ...quiet,
    begin(stage) {
      if (stage === 'Reading tables') change();
    },
  });
  beforeEach(() => cpSync(join(root, 'fixtures/csv/generic'), input, { recursive: true }));

  it.each([
    ['is shorter', false, () => truncateSync(table(), 300)],
    ['is gone, after a whole run', true, () => rmSync(table())],
  ])('costs itself, and is converted when it is back: it %s', async (_, isSecond, change) => {
    cpSync(table(), join(folder, 'copy'), { preserveTimestamps: true });
    await migrate(options('plain'), quiet);
    if (isSecond) await migrate(options('run'), quiet);
    const run = await migrate(options('run'), early(change));
    expect(isBalanced(run)).toBe(true);
    expect(run.ending).toBe('losses');
    expect(aside('run').map(({ file }) => file)).toContain('problems.csv');
    cpSync(join(folder, 'copy'), table(), { preserveTimestamps: true });
    expect(isBalanced(await migrate(options('run'), quiet))).toBe(true);
    expect(differing(join(folder, 'plain'), join(folder, 'run'))).toEqual([]);
  });
});

describe('a scanned file that changes while the run is reading', () => {
  const scan = () => join(input, 'scans/00017/consult.pdf');

  it.each([
    ['is another one', () => writeFileSync(scan(), 'another text')],
    ['is gone', () => rmSync(scan())],
  ])('costs itself alone: it %s', async (_, change) => {
    writeArchive(input);
    cpSync(scan(), join(folder, 'copy'), { preserveTimestamps: true });
    await migrate(options('plain'), quiet);
    const run = await migrate(options('run'), meanwhile(change));
    expect(isBalanced(run)).toBe(true);
    const before = aside('plain').map(({ file }) => file);
    expect(aside('run').filter(({ file }) => !before.includes(file))).toEqual([
      {
        file: 'scans/00017/consult.pdf',
        unit: 'file',
        state: 'quarantined',
        rule: 'changed-while-reading',
      },
    ]);
    cpSync(join(folder, 'copy'), scan(), { preserveTimestamps: true });
    await migrate(options('run'), quiet);
    expect(differing(join(folder, 'plain'), join(folder, 'run'))).toEqual([]);
  });
});
