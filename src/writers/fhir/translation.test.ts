import { describe, expect, it } from 'vitest';
import type { Condition } from './fhir-types.ts';
import { siteMapOf, translated } from './translation.ts';

const local = 'urn:oid:1.3.6.1.4.1.99.1';
const snomed = 'http://snomed.info/sct';
const map = siteMapOf([
  { source: { system: local, code: 'DM2' }, target: { system: snomed, code: '44054006', display: 'Type 2' } },
  { source: { system: local, code: 'HT' }, target: { system: snomed, code: '38341003' } },
]);
const condition = (...codings: Condition['code'][]): Condition =>
  ({ resourceType: 'Condition', subject: {}, bodySite: codings }) as Condition;

describe('translated', () => {
  it("puts the map's code behind the source's, which stays", () => {
    const own = { system: local, code: 'DM2', display: 'Sugar' };
    const result = translated(condition({ coding: [own] }), map, () => {}) as Condition;
    expect(result.bodySite?.[0]?.coding).toEqual([
      own,
      { system: snomed, code: '44054006', display: 'Type 2' },
    ]);
  });

  it('adds no code twice', () => {
    const coding = [
      { system: local, code: 'HT' },
      { system: snomed, code: '38341003', display: 'Hypertension' },
    ];
    const result = translated(condition({ coding }), map, () => {}) as Condition;
    expect(result.bodySite?.[0]?.coding).toEqual(coding);
  });

  it('tells the systems of codes that it lacks, and only of systems that it is for', () => {
    const missed: string[] = [];
    const coding = [
      { system: local, code: 'NEW' },
      { system: snomed, code: '1' },
    ];
    translated(condition({ coding }), map, (system) => missed.push(system));
    expect(missed).toEqual([local]);
  });
});
