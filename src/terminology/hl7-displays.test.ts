import { describe, expect, it } from 'vitest';
import { ownDisplayOf } from './hl7-displays.ts';

const v3 = 'http://terminology.hl7.org/CodeSystem/v3-';

describe('ownDisplayOf', () => {
  it.each([
    [`${v3}MaritalStatus`, 'S', 'Never Married'],
    [`${v3}MaritalStatus`, 'W', 'Widowed'],
    [`${v3}ParticipationFunction`, 'PCP', 'primary care physician'],
    [`${v3}Confidentiality`, 'N', 'normal'],
    [`${v3}LanguageAbilityMode`, 'RWR', 'Received written'],
    [`${v3}RoleCode`, 'GACH', 'Hospitals; General Acute Care Hospital'],
    [`${v3}ReligiousAffiliation`, '1013', 'Christian (non-Catholic, non-specific)'],
    [`${v3}ActCode`, 'VR', 'virtual'],
    ['urn:oid:2.16.840.1.113883.6.238', '2106-3', 'White'],
    ['urn:oid:2.16.840.1.113883.6.238', '2108-9', 'European'],
  ])('knows %s %s', (system, code, display) => {
    expect(ownDisplayOf(system, code)).toEqual({ display });
  });

  it('tells a code that a system does not have from a display that is not known here', () => {
    expect(ownDisplayOf(`${v3}MaritalStatus`, 'Single')).toBe('no-such-code');
    expect(ownDisplayOf(`${v3}ActCode`, 'ALLC')).toBe('display-not-known');
    expect(ownDisplayOf(`${v3}TribalEntityUS`, '65')).toBe('display-not-known');
  });

  it('says nothing of the systems of others', () => {
    expect(ownDisplayOf('http://snomed.info/sct', '73211009')).toBeUndefined();
  });
});
