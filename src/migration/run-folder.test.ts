import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFailure } from './refusal.ts';
import { openRunFolder } from './run-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('openRunFolder', () => {
  it('writes files that only the owner reads, and keeps their hashes', () => {
    const folder = openRunFolder(join(root, 'run'));
    folder.write('bundles/x.json', 'abc', 2);
    expect(folder.outputs).toEqual([{ file: 'bundles/x.json', size: 3, sha256: sha256OfAbc, count: 2 }]);
    expect(statSync(join(root, 'run/bundles')).mode & 0o777).toBe(0o700);
    expect(statSync(join(root, 'run/bundles/x.json')).mode & 0o777).toBe(0o600);
  });

  it('gives a growing file its name when it is whole', () => {
    const folder = openRunFolder(join(root, 'run'));
    const file = folder.append('a.ndjson');
    file.write('a');
    expect(readdirSync(join(root, 'run'))).toEqual(['a.ndjson.tmp']);
    file.write('bc');
    expect(file.close()).toEqual({ file: 'a.ndjson', size: 3, sha256: sha256OfAbc, count: 2 });
    expect(readdirSync(join(root, 'run'))).toEqual(['a.ndjson']);
  });

  it('ends the run with the system’s code when a file cannot be written', () => {
    const folder = openRunFolder(join(root, 'run'));
    folder.write('a', 'a');
    expect(() => folder.write('a/b', 'b')).toThrow(OutputFailure);
  });
});
