import fs, { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { migrate, type Progress, type RunOptions } from '../../src/migration/index.ts';
import { reconcile } from '../../src/reconciliation/index.ts';
import { differing } from '../archive/same-bytes.ts';
import { root } from '../chartlift.ts';

let folder: string;
let stage = '';
let writes = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-full-'));
  for (const name of ['c32-v25.xml', 'ccd-r11.xml'])
    cpSync(join(root, 'fixtures/ccda', name), join(folder, 'in', name));
  cpSync(join(root, 'fixtures/csv/generic'), join(folder, 'in/tables'), { recursive: true });
  await convert('plain');
  return () => rmSync(folder, { recursive: true });
});

const options = (out: string): RunOptions => ({
  inputs: [join(folder, 'in')],
  out: join(folder, out),
  to: ['bundle', 'ndjson', 'record'],
  bundle: 'transaction',
  per: 'patient',
  maxEntries: 500,
  asOf: '2026-01-01T00:00:00Z',
  crosswalk: true,
  source: 'file',
  fhirFormat: 'json',
  version: '0.0.0',
});

const watch: Progress = {
  begin(now) {
    stage = now;
  },
  advance() {},
  end() {},
};

async function convert(out: string) {
  await migrate(options(out), watch);
  stage = 'Writing the report';
  await reconcile(join(folder, out));
}

const real = { writeSync: fs.writeSync, fsyncSync: fs.fsyncSync, writeFileSync: fs.writeFileSync };
afterEach(() => {
  Object.assign(fs, real);
  syncBuiltinESMExports();
});

const full = () =>
  Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });

/** From the n-th write of a stage on the disk is full. */
function fill(where: string, from: number) {
  writes = 0;
  const checked = <T extends (...args: never[]) => unknown>(call: T) =>
    ((...args) => {
      if (stage === where) writes += 1;
      if (stage === where && writes >= from) throw full();
      return call(...args);
    }) as T;
  Object.assign(fs, {
    writeSync: checked(real.writeSync),
    fsyncSync: checked(real.fsyncSync),
    writeFileSync: checked(real.writeFileSync),
  });
  syncBuiltinESMExports();
}

describe('a disk that is full', () => {
  it.each([
    ['Reading tables', 1],
    ['Converting patients', 20],
    ['Putting the parts together', 1],
    ['Putting the parts together', 30],
    ['Writing the report', 8],
  ])(
    'while it is at “%s”, at write %i, ends the run, and the next goes on to the same bytes',
    async (where, from) => {
      const out = `${where.replaceAll(' ', '-')}-${from}`;
      fill(where, from);
      await expect(convert(out)).rejects.toMatchObject({ name: 'OutputFailure', code: 'ENOSPC' });
      expect(existsSync(join(folder, out, 'manifest.json'))).toBe(where === 'Writing the report');
      Object.assign(fs, real);
      syncBuiltinESMExports();
      await convert(out);
      expect(differing(join(folder, 'plain'), join(folder, out))).toEqual([]);
    },
  );
});
