import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, type RunOptions } from '../../src/migration/index.ts';
import { largeChart } from '../../src/migration/read-group.ts';
import { differing } from '../archive/same-bytes.ts';
import { root } from '../chartlift.ts';

let folder: string;
const { bytes } = largeChart;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-large-'));
});
afterEach(() => {
  largeChart.bytes = bytes;
  rmSync(folder, { recursive: true });
});

const options = (out: string, more: Partial<RunOptions>): RunOptions => ({
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
  ...more,
});

it.each(['file', 'embed'] as const)(
  'says the same of a chart that is not held as a whole (--source %s)',
  async (source) => {
    cpSync(join(root, 'fixtures', 'ccda'), join(folder, 'in', 'ccda'), { recursive: true });
    cpSync(join(root, 'fixtures', 'ccr'), join(folder, 'in', 'ccr'), { recursive: true });
    const quiet = { begin() {}, advance() {}, end() {} };
    await migrate(options('held', { source }), quiet);
    largeChart.bytes = 0;
    await migrate(options('light', { source }), quiet);
    expect(differing(join(folder, 'held'), join(folder, 'light'))).toEqual([]);
  },
);
