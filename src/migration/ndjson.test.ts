import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openNdjson } from './ndjson.ts';
import { openRunFolder } from './run-folder.ts';

it('begins a further file of a type when one is full, and counts them in its manifest', () => {
  const root = mkdtempSync(join(tmpdir(), 'chartlift-ndjson-'));
  const ndjson = openNdjson(openRunFolder(join(root, 'run')), 2);
  for (const id of [1, 2, 3]) ndjson.add('Patient', `${id}\n`);
  ndjson.add('Goal', '1\n');
  ndjson.close('2026-01-01T00:00:00Z');
  const folder = join(root, 'run', 'ndjson');
  expect(readdirSync(folder).sort()).toEqual([
    'Goal.ndjson',
    'Patient-2.ndjson',
    'Patient.ndjson',
    'manifest.json',
  ]);
  expect(readFileSync(join(folder, 'Patient-2.ndjson'), 'utf8')).toBe('3\n');
  expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).output).toEqual([
    { type: 'Goal', url: 'Goal.ndjson', count: 1 },
    { type: 'Patient', url: 'Patient.ndjson', count: 2 },
    { type: 'Patient', url: 'Patient-2.ndjson', count: 1 },
  ]);
  rmSync(root, { recursive: true });
});
