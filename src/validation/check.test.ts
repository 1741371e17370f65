import { describe, expect, it } from 'vitest';
import { check } from './index.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';
const found = (...resources: object[]) =>
  check(resources.map((one, index) => ({ name: `${index}.json`, text: JSON.stringify(one) })));
const codes = (...resources: object[]) => found(...resources).issues.map(({ code }) => code);
const bundle = (...entry: object[]) => ({ resourceType: 'Bundle', entry });
const patient = { resourceType: 'Patient', id: 'a' };

describe('check', () => {
  it('finds nothing where nothing is wrong', () => {
    const visit = { resourceType: 'Encounter', id: 'b', subject: { reference: 'Patient/a' } };
    expect(found(patient, visit)).toEqual({ resources: 2, records: 0, issues: [] });
  });

  it.each([
    ['an id with a blank', { ...patient, id: 'a b' }, 'id-invalid'],
    ['an empty list', { ...patient, name: [] }, 'element-empty'],
    ['an empty text', { ...patient, name: [{ text: '' }] }, 'element-empty'],
    ['no type', { id: 'a' }, 'resource-unnamed'],
    ['a fullUrl of another', bundle({ fullUrl: 'urn:uuid:b', resource: patient }), 'full-url-differs'],
    [
      'a reference out of its bundle',
      bundle({ resource: { ...patient, link: { reference: 'urn:uuid:x' } } }),
      'reference-dangling',
    ],
    ['a reference to nothing contained', { ...patient, link: { reference: '#x' } }, 'reference-dangling'],
    [
      'a reference to what is not there',
      { ...patient, link: { reference: 'Patient/x' } },
      'reference-elsewhere',
    ],
    [
      'a claim that is not met',
      { resourceType: 'Goal', meta: { profile: [`${usCore}patient`] } },
      'profile-unknown',
    ],
    [
      'a claim of less than is there',
      { ...patient, meta: { profile: [`${usCore}patient`] } },
      'profile-unmet',
    ],
  ])('finds %s', (_, resource, code) => expect(codes(resource)).toEqual([code]));

  it('finds one id on two contents, and takes repetition for none', () => {
    expect(codes(patient, patient)).toEqual([]);
    expect(codes(patient, { ...patient, gender: 'female' })).toEqual(['id-repeated']);
  });

  it('reads NDJSON by line', () => {
    const text = `${JSON.stringify(patient)}\n{"resourceType":\n`;
    const { resources, issues } = check([{ name: 'Patient.ndjson', text }]);
    expect({ resources, issues }).toEqual({
      resources: 1,
      issues: [{ code: 'json-invalid', place: { file: 'Patient.ndjson', line: 2 } }],
    });
  });

  it('checks records by their schema', () => {
    expect(codes({ format: 'chartlift-record/1' })).toEqual(['record-invalid']);
  });
});
