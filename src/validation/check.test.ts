import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkByR4, openCheck } from './index.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';
const definitions = join(import.meta.dirname, '..', '..', 'definitions', 'r4-structure.json.gz');
const byR4 = checkByR4(gunzipSync(readFileSync(definitions)).toString());
/** What is found in texts, one document each. */
function foundIn(...texts: string[]) {
  const { meet, check } = openCheck(byR4);
  const all = texts.map((text, index) => ({ text, place: { file: `${index}.json` } }));
  for (const one of all) meet(one);
  const checked = all.map(check);
  return {
    resources: checked.reduce((sum, { resources }) => sum + resources, 0),
    issues: checked.flatMap(({ issues }) => issues),
  };
}
const found = (...resources: object[]) => foundIn(...resources.map((one) => JSON.stringify(one)));
const codes = (...resources: object[]) => found(...resources).issues.map(({ code }) => code);
const bundle = (...entry: object[]) => ({ resourceType: 'Bundle', entry });
const linkTo = (reference: string) => [{ other: { reference }, type: 'seealso' }];
const patient = { resourceType: 'Patient', id: 'a' };

describe('check', () => {
  it('finds nothing where nothing is wrong', () => {
    const visit = {
      resourceType: 'Encounter',
      id: 'b',
      status: 'finished',
      class: { code: 'AMB' },
      subject: { reference: 'Patient/a' },
    };
    expect(found(patient, visit)).toEqual({ resources: 2, issues: [] });
  });

  it.each([
    ['an id with a blank', { ...patient, id: 'a b' }, 'id-invalid'],
    ['an empty list', { ...patient, name: [] }, 'element-empty'],
    ['an empty text', { ...patient, name: [{ text: '' }] }, 'element-empty'],
    ['no type', { id: 'a' }, 'resource-unnamed'],
    ['a fullUrl of another', bundle({ fullUrl: 'urn:uuid:b', resource: patient }), 'full-url-differs'],
    [
      'a reference out of its bundle',
      bundle({ resource: { ...patient, link: linkTo('urn:uuid:x') } }),
      'reference-dangling',
    ],
    ['a reference to nothing contained', { ...patient, link: linkTo('#x') }, 'reference-dangling'],
    ['a reference to what is not there', { ...patient, link: linkTo('Patient/x') }, 'reference-elsewhere'],
    [
      'a claim that is not met',
      {
        resourceType: 'Goal',
        meta: { profile: [`${usCore}patient`] },
        lifecycleStatus: 'active',
        description: { text: 'Walk' },
        subject: { display: 'Q' },
      },
      'profile-unknown',
    ],
    [
      'a claim of less than is there',
      { ...patient, meta: { profile: [`${usCore}patient`] } },
      'profile-unmet',
    ],
  ])('finds %s', (_, resource, code) => expect(codes(resource)).toEqual([code]));

  it.each([
    [{ ...patient, nmae: 'Q' }, 'Patient.nmae', 'is no element of it'],
    [{ ...patient, gender: ['female'] }, 'Patient.gender', 'is a list'],
    [{ ...patient, birthDate: '13.01.1950' }, 'Patient.birthDate', 'has a value of another form'],
    [{ ...patient, active: 'yes' }, 'Patient.active', 'has a value of another type'],
    [{ resourceType: 'Condition', id: 'b' }, 'Condition.subject', 'is missing'],
    [
      { ...patient, contact: [{ gender: 'female' }] },
      'Patient.contact',
      "pat-1: SHALL at least contain a contact's details or a reference to an organization",
    ],
  ])('holds %j against the structure of R4', (resource, element, rule) => {
    expect(found(resource).issues.map(({ details }) => details)).toEqual([{ element, rule }]);
  });

  it('finds one id on two contents, and takes repetition for none', () => {
    expect(codes(patient, patient)).toEqual([]);
    expect(codes(patient, { ...patient, gender: 'female' })).toEqual(['id-repeated']);
  });

  it('tells of a text that is no JSON by its place alone', () => {
    expect(foundIn(JSON.stringify(patient), '{"resourceType":')).toEqual({
      resources: 1,
      issues: [{ code: 'json-invalid', place: { file: '1.json' } }],
    });
  });

  it('knows what comes later, among more than its table first holds', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ resourceType: 'Patient', id: `p${index}` }));
    const links = [...many.keys()].map((index) => ({
      resourceType: 'Patient',
      id: `q${index}`,
      link: linkTo(`Patient/p${index}`),
    }));
    expect(found(...links, ...many)).toEqual({ resources: 10_000, issues: [] });
    expect(codes(...links, ...many.slice(1))).toEqual(['reference-elsewhere']);
  });

  it('reads one that begins otherwise than those of a run', () => {
    const text = '{ "id": "a", "resourceType": "Patient" }';
    const link = JSON.stringify({ resourceType: 'Patient', id: 'b', link: linkTo('Patient/a') });
    expect(foundIn(link, text).issues).toEqual([]);
  });

  it('checks records by their schema', () => {
    expect(codes({ format: 'chartlift-record/1' })).toEqual(['record-invalid']);
  });
});
