import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from './discover.ts';
import { Refusal } from './refusal.ts';

let root: string;
const at = (...parts: string[]) => join(root, ...parts);
const names = async (...inputs: string[]) => (await discover(inputs)).map(({ name }) => name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartlift-'));
  mkdirSync(at('in', 'sub'), { recursive: true });
  for (const file of ['in/b.xml', 'in/a.xml', 'in/sub/c.xml', 'in/.hidden']) writeFileSync(at(file), file);
});

afterEach(() => rmSync(root, { recursive: true }));

describe('discover', () => {
  it('lists a folder by name, hidden files too', async () => {
    expect(await names(at('in'))).toEqual(['.hidden', 'a.xml', 'b.xml', 'sub/c.xml']);
  });

  it('names files below the common parent, whatever the order of the inputs', async () => {
    const expected = ['b.xml', 'sub/c.xml'];
    expect(await names(at('in/b.xml'), at('in/sub'))).toEqual(expected);
    expect(await names(at('in/sub'), at('in/b.xml'))).toEqual(expected);
  });

  it('lists a file once that is named twice', async () => {
    expect(await names(at('in'), at('in/a.xml'), at('in/*.xml'))).toEqual([
      '.hidden',
      'a.xml',
      'b.xml',
      'sub/c.xml',
    ]);
  });

  it('takes globs', async () => {
    expect(await names(at('in/**/*.xml'))).toEqual(['a.xml', 'b.xml', 'sub/c.xml']);
  });

  it('does not follow a link in a folder, and says so', async () => {
    symlinkSync('/etc', at('in/z-folder'));
    symlinkSync('/etc/passwd', at('in/z-link'));
    const links = (await discover([at('in')])).filter(({ obstacle }) => obstacle);
    expect(links.map(({ name, obstacle }) => [name, obstacle])).toEqual([
      ['z-folder', 'symbolic link'],
      ['z-link', 'symbolic link'],
    ]);
  });

  it('follows a link that is named itself', async () => {
    symlinkSync(at('in/a.xml'), at('link'));
    expect(await names(at('link'))).toEqual(['a.xml']);
  });

  it.skipIf(process.getuid?.() === 0)('says which folder it may not read', async () => {
    chmodSync(at('in/sub'), 0);
    const [closed] = (await discover([at('in')])).filter(({ obstacle }) => obstacle);
    chmodSync(at('in/sub'), 0o700);
    expect(closed).toMatchObject({ name: 'sub', obstacle: 'folder without permission' });
  });

  it('refuses what is not there', async () => {
    await expect(discover([at('nothing')])).rejects.toThrow(Refusal);
    await expect(discover([at('*.nothing')])).rejects.toThrow(Refusal);
  });

  it('does not read what an earlier run wrote', async () => {
    mkdirSync(at('in', 'run-1', 'records'), { recursive: true });
    writeFileSync(at('in/run-1/manifest.json'), '{\n  "format": "chartlift-run/1",\n');
    writeFileSync(at('in/run-1/records/p.json'), '{}');
    writeFileSync(at('in/sub/manifest.json'), '{ "format": "another" }');
    const found = await discover([at('in')]);
    expect(found.filter(({ obstacle }) => obstacle)).toMatchObject([
      { name: 'run-1', obstacle: 'earlier run' },
    ]);
    expect(found.map(({ name }) => name)).toContain('sub/manifest.json');
    const matched = await discover([at('in/**/*')]);
    expect(matched.map(({ name }) => name).sort()).toEqual(
      found.map(({ name }) => name).filter((name) => name !== '.hidden'),
    );
    // Whoever names the folder itself means it.
    expect(await names(at('in/run-1/records'))).toEqual(['p.json']);
  });
});
