import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConceptMap } from './concept-map-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartlift-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const path = join(folder, 'map');
  writeFileSync(path, text);
  return readConceptMap(path);
};
const head = 'source_system,source_code,target_system,target_code,target_display,equivalence';

describe('readConceptMap', () => {
  it('reads CSV, with quotes and a byte order mark', async () => {
    expect(
      await read(`\uFEFF${head}\nurn:oid:1.2.3,"A,1",http://snomed.info/sct,44054006,"Diabetes, type 2",\n`),
    ).toEqual([
      {
        source: { system: 'urn:oid:1.2.3', code: 'A,1' },
        target: { system: 'http://snomed.info/sct', code: '44054006', display: 'Diabetes, type 2' },
      },
    ]);
  });

  it('takes what means the same or more widely, never what says more than the source', async () => {
    const rows = ['equal', 'wider', 'narrower', 'inexact', 'unmatched'].map(
      (one) => `s,${one},t,${one},,${one}`,
    );
    const found = await read([head, ...rows].join('\n'));
    expect(found.map(({ target }) => target.code)).toEqual(['equal', 'wider']);
  });

  it('reads a ConceptMap of R4', async () => {
    const element = [
      { code: 'a', target: [{ code: 'b', equivalence: 'equivalent' }, { equivalence: 'unmatched' }] },
    ];
    const map = {
      resourceType: 'ConceptMap',
      status: 'active',
      group: [{ source: 's', target: 't', element }],
    };
    expect(await read(JSON.stringify(map))).toEqual([
      { source: { system: 's', code: 'a' }, target: { system: 't', code: 'b' } },
    ]);
  });

  it.each([
    ['what is not there', undefined],
    ['another resource', '{"resourceType":"ValueSet"}'],
    ['broken JSON', '{'],
    ['a row without a code', `${head}\ns,,t,b,,\n`],
    ['a map of nothing', head],
  ])('refuses %s', async (_, text) => {
    await expect(text === undefined ? readConceptMap(join(folder, 'none')) : read(text)).rejects.toThrow(
      /--concept-map/,
    );
  });
});
