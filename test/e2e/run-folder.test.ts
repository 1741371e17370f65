import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, shell, workplace } from '../chartlift.ts';

let folder: string;
beforeAll(() => {
  folder = workplace();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (line: string) => shell(folder, `chartlift ${line}`);
const text = (...parts: string[]) => readFileSync(join(folder, ...parts), 'utf8');
const entries = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    mode: statSync(join(entry.parentPath, entry.name)).mode & 0o777,
    isFolder: entry.isDirectory(),
  }));
const asOf = '--as-of 2026-01-01T00:00:00Z';
const all = '--to bundle --to ndjson --to record';

describe('a run folder', () => {
  it('is its owner’s alone, whatever the umask', () => {
    expect(shell(folder, `umask 0; chartlift convert fixtures/ccda --out mine ${all}`).exit).toBe(0);
    const wrong = entries('mine').filter(({ mode, isFolder }) => mode !== (isFolder ? 0o700 : 0o600));
    expect(wrong).toEqual([]);
    expect(statSync(join(folder, 'mine')).mode & 0o777).toBe(0o700);
  });

  it('holds no file that is half written', () => {
    expect(entries('mine').filter(({ path }) => /\.(tmp|spool)$/.test(path))).toEqual([]);
  });

  it('has the same bytes on a second run, with the files in another order', () => {
    const files = readdirSync(join(folder, 'fixtures/ccda')).map((name) => `fixtures/ccda/${name}`);
    expect(run(`convert ${files.join(' ')} --out forward ${asOf} ${all}`).exit).toBe(0);
    expect(run(`convert ${files.toReversed().join(' ')} --out backward ${asOf} ${all}`).exit).toBe(0);
    expect(shell(folder, 'diff -r -x ledger.db -x run.json forward backward')).toEqual({
      stdout: '',
      stderr: '',
      exit: 0,
    });
  });

  it('accounts for every file of the input, with its hash', () => {
    expect(run(`convert fixtures --out whole ${asOf}`).exit).toBe(1);
    const manifest = JSON.parse(text('whole/manifest.json')) as { inputs: { file: string; state: string }[] };
    const ledger = text('whole/ledger.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const files = readdirSync(join(folder, 'fixtures'), { recursive: true, withFileTypes: true }).filter(
      (one) => one.isFile(),
    );
    const told = ledger.filter(({ unit }) => unit === 'file').map(({ file, state }) => ({ file, state }));
    expect(told).toHaveLength(files.length);
    expect(manifest.inputs.map(({ file, state }) => ({ file, state }))).toEqual(told);
  });

  it('names its outputs with their hashes', () => {
    const { outputs } = JSON.parse(text('whole/manifest.json')) as {
      outputs: { file: string; sha256: string }[];
    };
    const sums = outputs.map(({ file, sha256 }) => `${sha256}  ${file}`).join('\n');
    writeFileSync(join(folder, 'sums'), `${sums}\n`);
    expect(shell(folder, 'cd whole && sha256sum --quiet -c ../sums').exit).toBe(0);
    const written = entries('whole').filter(({ isFolder }) => !isFolder);
    // What the run keeps of its own work is no output: the manifest, the ledger of its work and the parts of its shards.
    const own = /(manifest\.json|ledger\.db|\.part)$|\/report\//;
    expect(outputs.length).toBe(written.filter(({ path }) => !own.test(path)).length);
  });

  it('has other ids under a key, and never the key', () => {
    writeFileSync(join(folder, 'id.key'), 'a-key-that-nobody-may-see\n');
    expect(run(`convert fixtures/ccda --out keyed ${asOf} --id-key id.key`).exit).toBe(0);
    const names = (out: string) => readdirSync(join(folder, out, 'bundles'));
    expect(names('keyed').filter((name) => name !== 'shared' && names('forward').includes(name))).toEqual([]);
    expect(shell(folder, 'grep -r a-key-that keyed').exit).toBe(1);
  });

  it('does not follow a link out of the input', () => {
    mkdirSync(join(folder, 'linked'));
    symlinkSync(join(root, 'fixtures', 'ccda'), join(folder, 'linked', 'elsewhere'));
    expect(run('convert linked --out links').exit).toBe(4);
    expect(text('links/ledger.ndjson')).toBe(
      '{"file":"elsewhere","unit":"file","state":"left-out","rule":"symbolic-link"}\n',
    );
  });

  it('goes on in a folder that is a link into the input, to the same bytes', () => {
    mkdirSync(join(folder, 'around/run'), { recursive: true });
    symlinkSync('around/run', join(folder, 'link'));
    copyFileSync(join(root, 'fixtures/ccda/c32-v25.xml'), join(folder, 'around/c32-v25.xml'));
    for (let time = 0; time < 2; time++) {
      expect(run(`convert around --out link ${asOf}`).exit).toBe(0);
      expect(text('around/run/ledger.ndjson')).not.toContain('earlier-run');
    }
  });

  it('reads its own records back', () => {
    expect(run(`convert forward/records --from record --out again --to record ${asOf}`).exit).toBe(0);
    expect(readdirSync(join(folder, 'again/records'))).toEqual(readdirSync(join(folder, 'forward/records')));
  });
});

interface Line {
  readonly file: string;
  readonly unit: string;
  readonly state: string;
}
