import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, run } from '../../tables/clinic.ts';
import { corpus, hasCorpus } from '../corpus.ts';

const design = join(corpus, '..', 'design', 'csv.md');
const isThere = hasCorpus && existsSync(design);

describe.skipIf(!isThere)('the mapping that the language was designed with', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-sample-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const [, sample = ''] = isThere
    ? (/```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readFileSync(design, 'utf8')) ?? [])
    : [];

  it('loads and converts as it stands', async () => {
    mkdirSync(join(folder, 'lookups'));
    writeFileSync(join(folder, 'mapping.yaml'), sample);
    writeFileSync(
      join(folder, 'lookups/race.csv'),
      'from,system,code,display\nwhite,urn:oid:2.16.840.1.113883.6.238,2106-3,White\n',
    );
    writeFileSync(join(folder, 'lookups/us-states.csv'), 'from,to,display\nMassachusetts,MA,Massachusetts\n');
    const out = join(folder, 'out');
    const input = join(corpus, 'synthea-triples/open/csv');
    const { ledger, exports } = await run(out, [input], { mapping: folder, to: ['ndjson'] });
    expect(ledger.row?.remainder).toBe(0);
    const rows = Object.fromEntries(
      (exports[0]?.tables ?? []).map(({ table, rows: tally }) => [table, tally]),
    );
    expect(rows['patients']).toMatchObject({ read: 12, converted: 12 });
    expect(rows['observations']).toMatchObject({ read: 9941, converted: 9941 });
    const observations = jsonLines(out, 'ndjson/Observation.ndjson');
    const pressures = observations.filter(({ code }) => code.coding[0].code === '85354-9');
    // 358 rows of systolic and diastolic pressure, two of each reading.
    expect(pressures).toHaveLength(179);
    expect(observations).toHaveLength(9941 - 179);
  });
});
