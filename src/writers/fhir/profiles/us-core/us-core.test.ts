import { describe, expect, it } from 'vitest';
import type { Resource } from '../../fhir-types.ts';
import { claim, guideOf, type Json } from '../index.ts';

const folder = 'http://hl7.org/fhir/us/core/StructureDefinition';
const absent = { extension: [expect.objectContaining({ valueCode: 'unknown' })] };

/** What a resource becomes, the profile that it claims, and the rules that it does not meet. */
function claimed(resource: Json, claims = new Map<string, string>()) {
  const { resource: whole, unmet } = claim(resource as unknown as Resource, guideOf('us-core'), claims);
  const profile = whole.meta?.profile?.[0]?.slice(folder.length + 1).replace('us-core-', '');
  return { whole: whole as unknown as Json, profile, rules: unmet?.rules };
}

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const category = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }],
});
const observation = (code: string, of: string, more: object): Json => ({
  resourceType: 'Observation',
  status: 'final',
  category: [category(of)],
  code: loinc(code),
  ...more,
});
const day = { effectiveDateTime: '2020-01-02' };
const mass = (code: string) => ({
  valueQuantity: { value: 70, unit: code, system: 'http://unitsofmeasure.org', code },
});

describe('the profile of an observation', () => {
  it.each([
    ['a weight', observation('29463-7', 'vital-signs', { ...day, ...mass('kg') }), 'body-weight'],
    [
      'a sign of another code',
      observation('72514-3', 'vital-signs', { ...day, ...mass('{score}') }),
      'vital-signs',
    ],
    [
      'a laboratory result',
      observation('718-7', 'laboratory', { ...day, valueString: 'high' }),
      'observation-lab',
    ],
    [
      'an answer',
      observation('44249-1', 'survey', { ...day, valueInteger: 3 }),
      'observation-screening-assessment',
    ],
    [
      'an examination',
      observation('24648-8', 'imaging', { ...day, valueString: 'x' }),
      'observation-clinical-result',
    ],
    ['a social fact', observation('11341-4', 'social-history', { valueString: 'x' }), 'simple-observation'],
    [
      'smoking',
      observation('72166-2', 'social-history', { ...day, valueCodeableConcept: {} }),
      'smokingstatus',
    ],
  ])('%s', (_, resource, profile) => {
    expect(claimed(resource)).toMatchObject({ profile, rules: undefined });
  });

  it('is the plain one where the narrow one is not met, and says what was missing', () => {
    const span = observation('72166-2', 'social-history', {
      effectivePeriod: { start: '2010' },
      valueString: 'x',
    });
    expect(claimed(span)).toMatchObject({ profile: 'simple-observation', rules: ['effectiveDateTime'] });
    const stone = observation('29463-7', 'vital-signs', { ...day, ...mass('[stone_av]') });
    expect(claimed(stone)).toMatchObject({ profile: 'vital-signs', rules: ['valueQuantity'] });
  });

  it('is none for an observation without a category', () => {
    const { category: _none, ...plain } = observation('718-7', 'laboratory', day);
    expect(claimed(plain)).toMatchObject({ profile: undefined, rules: undefined });
  });

  it('takes a blood pressure with both pressures alone', () => {
    const part = (code: string) => ({ code: loinc(code), ...mass('mm[Hg]') });
    const pressure = (...codes: string[]) =>
      observation('85354-9', 'vital-signs', { ...day, component: codes.map(part) });
    expect(claimed(pressure('8480-6', '8462-4')).profile).toBe('blood-pressure');
    expect(claimed(pressure('8480-6'))).toMatchObject({ profile: 'vital-signs', rules: ['component'] });
  });

  it('says that a laboratory result has no value, and writes a time that nobody knows as a period (us-core-1)', () => {
    const { whole, profile } = claimed(observation('718-7', 'laboratory', { _effectiveDateTime: absent }));
    expect(profile).toBe('observation-lab');
    expect(whole).toMatchObject({
      effectivePeriod: absent,
      dataAbsentReason: { coding: [{ code: 'unknown' }] },
    });
    expect(whole).not.toHaveProperty('_effectiveDateTime');
  });
});

describe('what US Core requires and the source does not say', () => {
  it('is said to be unknown of a patient, in the order of FHIR', () => {
    const { whole, profile } = claimed({ resourceType: 'Patient', id: 'a', birthDate: '1970-01-01' });
    expect(profile).toBe('patient');
    expect(whole).toMatchObject({
      name: [absent],
      gender: 'unknown',
      identifier: [{ _system: absent, _value: absent }],
    });
    expect(Object.keys(whole)).toEqual([
      'resourceType',
      'id',
      'meta',
      'identifier',
      'name',
      'gender',
      'birthDate',
    ]);
  });

  it('is not said of a name that has a family or given name (us-core-6)', () => {
    const { whole } = claimed({ resourceType: 'Patient', name: [{ family: 'Q' }, { text: 'Baby' }] });
    expect(whole['name']).toEqual([{ family: 'Q' }, { extension: absent.extension, text: 'Baby' }]);
  });

  it.each([
    ['http://hl7.org/fhir/sid/us-npi', '123', 'urn:oid:2.16.840.1.113883.4.6'],
    ['http://hl7.org/fhir/sid/us-npi', '1234567893', 'http://hl7.org/fhir/sid/us-npi'],
    ['urn:oid:2.16.840.1.113883.4.7', 'x', 'urn:chartlift:id-root:2.16.840.1.113883.4.7'],
    ['urn:oid:2.16.840.1.113883.6.300', '12345', 'urn:oid:2.16.840.1.113883.6.300'],
  ])('a number under %s that reads %s stands under %s', (system, value, expected) => {
    const { whole } = claimed({
      resourceType: 'Organization',
      active: true,
      name: 'Q',
      identifier: [{ system, value }],
    });
    expect(whole['identifier']).toEqual([{ system: expected, value }]);
  });

  it('is for whom a practitioner wrote (provenance-1), and nothing of who wrote in a role', () => {
    const agent = (reference: string) => ({ who: { reference } });
    const { whole } = claimed({
      resourceType: 'Provenance',
      agent: [agent('Practitioner/1'), agent('PractitionerRole/2')],
    });
    expect(whole['agent']).toEqual([
      { ...agent('Practitioner/1'), onBehalfOf: { ...absent, display: 'Unknown' } },
      agent('PractitionerRole/2'),
    ]);
  });

  it('stands beside the type of a document that is none of LOINC', () => {
    const type = { coding: [{ system: 'http://snomed.info/sct', code: '371538006' }] };
    const { whole } = claimed({
      resourceType: 'DocumentReference',
      category: [{}],
      type,
      content: [{ attachment: { url: 'a' } }],
    });
    expect((whole['type'] as Json)['coding']).toEqual([
      ...type.coding,
      expect.objectContaining({ code: 'UNK' }),
    ]);
  });
});

describe('what cannot be said to be unknown', () => {
  it('leaves the profile unclaimed and the resource as it was', () => {
    const condition = { resourceType: 'Condition', id: 'a', code: { text: 'x' } };
    expect(claimed(condition)).toEqual({ whole: condition, profile: undefined, rules: ['category:us-core'] });
  });

  it('is a laboratory report with a result of another kind', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'registered',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
      result: [{ reference: 'Observation/1' }],
    };
    const claims = (name: string) => new Map([['Observation/1', `${folder}/us-core-${name}`]]);
    expect(claimed(report, claims('observation-lab')).profile).toBe('diagnosticreport-lab');
    expect(claimed(report, claims('observation-clinical-result')).rules).toEqual(['result']);
  });
});

it('tags stay beside the profile', () => {
  const tag = [{ system: 's', code: 'c' }];
  expect(claimed({ resourceType: 'Location', name: 'x', meta: { tag } }).whole['meta']).toEqual({
    profile: [`${folder}/us-core-location`],
    tag,
  });
});
