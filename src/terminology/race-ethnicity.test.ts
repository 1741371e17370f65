import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ombRaceOf, raceEthnicityKindOf } from './race-ethnicity.ts';

const supplement = new URL('../../../shared/oracle/definitions/us-supplement.json.gz', import.meta.url);

describe('raceEthnicityKindOf', () => {
  it.each([
    ['2106-3', 'omb-race'],
    ['2131-1', 'omb-race'],
    ['2135-2', 'omb-ethnicity'],
    ['2186-5', 'omb-ethnicity'],
    ['1004-1', 'detailed-race'],
    ['2500-7', 'detailed-race'],
    ['2148-5', 'detailed-ethnicity'],
    ['2106-4', 'unknown'],
    ['1000-9', 'unknown'],
    ['2133-7', 'unknown'],
    ['UNK', 'unknown'],
    ['W', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (code, kind) => expect(raceEthnicityKindOf(code)).toBe(kind));

  it('places every code of the code system below its top', ({ skip }) => {
    skip(!existsSync(supplement), 'no ../shared');
    const { cs } = JSON.parse(gunzipSync(readFileSync(supplement)).toString());
    const rows: [code: string, display: string, parent?: string][] = cs['urn:oid:2.16.840.1.113883.6.238'].c;
    const parents = new Map(rows.map(([code, , parent]) => [code, parent]));
    const topOf = (code: string): string => {
      const parent = parents.get(code);
      return parent ? topOf(parent) : code;
    };
    const expected = rows.map(([code]) =>
      parents.get(code) ? [code, topOf(code) === '1000-9' ? 'race' : 'ethnicity'] : [code, 'unknown'],
    );
    expect(rows.length).toBeGreaterThan(900);
    expect(rows.map(([code]) => [code, raceEthnicityKindOf(code).replace(/^(omb|detailed)-/, '')])).toEqual(
      expected,
    );
  });
});

it.each([
  ['1004-1', '1002-5'],
  ['2029-7', '2028-9'],
  ['2058-6', '2054-5'],
  ['2080-0', '2076-8'],
  ['2500-7', '2076-8'],
  ['2108-9', '2106-3'],
  ['2106-3', undefined],
  ['2137-8', undefined],
])('the race above %s is %s', (code, race) => expect(ombRaceOf(code)).toBe(race));
