import { describe, expect, it } from 'vitest';
import { noStatements } from '../../../../test/no-statements.ts';
import { type PatientRecord, recordFormat, type Statements } from '../../../record/index.ts';
import { bundlesOf } from '../bundle.ts';
import type { Composition, CompositionSection } from '../fhir-types.ts';
import type { FhirOptions } from '../options.ts';
import { patientResources } from '../patient-resources.ts';
import { wordsOf } from './words.ts';

const options: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 100,
  source: 'file',
  program: { name: 'chartlift', version: '0.1.0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  profile: 'ips',
  make: (...parts) => parts.join('-'),
};

function summaryOf(statements: Partial<{ [K in keyof Statements]: Statements[K][] }>) {
  const record: PatientRecord = {
    format: recordFormat,
    patient: { id: 'p', names: [{ family: 'Q' }] },
    statements: { ...noStatements, ...statements },
    people: { practitioner: [], practitionerRole: [], organization: [], location: [], device: [] },
  };
  const { resources } = patientResources(record, options);
  const [composition] = resources.filter((one): one is Composition => one.resourceType === 'Composition');
  const section = (code: string): CompositionSection | undefined =>
    composition?.section?.find((one) => one.code?.coding?.[0]?.code === code);
  const codes = (code: string): unknown[] =>
    (section(code)?.entry ?? []).map(({ reference }) => {
      const one = resources.find(
        ({ resourceType, id }) => `${resourceType}/${id}` === reference,
      ) as unknown as {
        code?: { coding?: { code?: string }[] };
        medicationCodeableConcept?: { coding?: { code?: string }[] };
      };
      return (one.code ?? one.medicationCodeableConcept)?.coding?.[0]?.code;
    });
  return { resources, composition, section, codes };
}

const [medications, allergies, problems, past] = ['10160-0', '48765-2', '11450-4', '11348-0'];
const sugar = { codings: [{ system: 'http://snomed.info/sct', code: '73211009', display: 'Diabetes' }] };

describe('the International Patient Summary', () => {
  it('says of its mandatory sections that there is no information', () => {
    const { codes, composition } = summaryOf({});
    expect([medications, allergies, problems].map((code) => codes(code ?? ''))).toEqual([
      ['no-medication-info'],
      ['no-allergy-info'],
      ['no-problem-info'],
    ]);
    expect(composition?.section).toHaveLength(3);
  });

  it('says that there are none only where the source says so', () => {
    const { codes } = summaryOf({ noneKnown: [{ id: '1', about: 'medications' }] });
    expect(codes(medications ?? '')).toEqual(['no-known-medications']);
    expect(codes(problems ?? '')).toEqual(['no-problem-info']);
  });

  it('tells what is over from what is there', () => {
    const { codes } = summaryOf({
      problem: [
        { id: '1', code: sugar, clinicalStatus: 'active' },
        { id: '2', code: { codings: [], text: 'Flu' }, clinicalStatus: 'resolved' },
      ],
    });
    expect(codes(problems ?? '')).toEqual(['73211009']);
    expect(codes(past ?? '')).toHaveLength(1);
  });

  it('does not take a refuted problem for information: it has no status', () => {
    const { codes } = summaryOf({ problem: [{ id: '1', code: sugar, verificationStatus: 'refuted' }] });
    expect(codes(problems ?? '')).toEqual(['no-problem-info', '73211009']);
  });

  it('gives every section a text, which escapes what it quotes', () => {
    const { section } = summaryOf({
      problem: [{ id: '1', code: { codings: [], text: 'A < B & C' }, clinicalStatus: 'active' }],
    });
    expect(section(problems ?? '')?.text?.div).toContain('<li>A &lt; B &amp; C, active</li>');
  });

  it('is one document a patient, its Composition first', () => {
    const { resources } = summaryOf({});
    const [bundle, ...others] = bundlesOf(resources, { ...options, name: 'p' });
    const { type, meta, entry } = JSON.parse(bundle?.text ?? '');
    expect(others).toEqual([]);
    expect({ type, meta }).toEqual({
      type: 'document',
      meta: { profile: ['http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips'] },
    });
    expect(entry[0].resource.resourceType).toBe('Composition');
  });
});

describe('wordsOf', () => {
  it.each([
    [
      {
        resourceType: 'Condition',
        code: { text: 'Flu' },
        verificationStatus: { coding: [{ code: 'refuted' }] },
      },
      'Flu, refuted',
    ],
    [
      {
        resourceType: 'Observation',
        code: { text: 'Weight' },
        valueQuantity: { value: 70, unit: 'kg' },
        status: 'final',
      },
      'Weight, 70 kg, final',
    ],
    [
      {
        resourceType: 'MedicationRequest',
        contained: [{ code: { text: 'Aspirin' } }],
        doNotPerform: true,
        status: 'active',
      },
      'Aspirin, not to be taken active',
    ],
    [{ resourceType: 'Encounter', period: { start: '2020-01-02T10:00:00Z' } }, 'Encounter, 2020-01-02 – '],
    [
      {
        resourceType: 'FamilyMemberHistory',
        name: 'Q',
        relationship: { text: 'Father' },
        condition: [{ code: { text: 'Gout' } }],
      },
      'Father, Gout',
    ],
    [
      {
        resourceType: 'CarePlan',
        category: [{ text: 'Assessment and Plan of Treatment' }, { text: 'Fracture care' }],
        status: 'active',
      },
      'Fracture care, active',
    ],
    [
      { resourceType: 'ImagingStudy', procedureCode: [{ text: 'X-ray' }], started: '2020-01-02' },
      'X-ray, 2020-01-02',
    ],
    [{ resourceType: 'RelatedPerson', name: [{ given: ['Ann'], family: 'Q' }] }, 'Ann Q'],
  ])('%j', (resource, words) => expect(wordsOf(resource)).toBe(words));

  it('names the device that is used', () => {
    const use = { resourceType: 'DeviceUseStatement', device: { reference: 'Device/1' }, status: 'active' };
    expect(wordsOf(use, () => ({ resourceType: 'Device', type: { text: 'Cane' } }))).toBe('Cane, active');
  });
});
