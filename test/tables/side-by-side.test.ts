import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowStates, run, scratch } from './clinic.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'csv');
const folder = scratch();

it('gives each of two exports in one input its own tables, though both have one of a name', async () => {
  cpSync(join(fixtures, 'openemr'), join(folder, 'both', 'openemr'), { recursive: true });
  cpSync(join(fixtures, 'synthea', '2024'), join(folder, 'both', 'synthea'), { recursive: true });
  const out = join(folder, 'out');
  const summary = await run(out, [join(folder, 'both')], { mapping: undefined });
  const vaccines = rowStates(out).filter((line) => line.includes('/immunizations.csv'));
  expect(summary.exports.map(({ mapping }) => mapping.id).sort()).toEqual(['openemr', 'synthea']);
  expect(vaccines).toEqual([
    ...[2, 3, 4, 5, 6].map((row) => `openemr/immunizations.csv:${row} converted`),
    ...[2, 3].map((row) => `synthea/immunizations.csv:${row} converted`),
  ]);
});
