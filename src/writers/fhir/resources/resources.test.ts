import { describe, expect, it } from 'vitest';
import { noStatements } from '../../../../test/no-statements.ts';
import {
  type Allergy,
  idMaker,
  type Kind,
  type Observation,
  type Patient,
  type PatientRecord,
  type Problem,
  recordFormat,
  type Statements,
} from '../../../record/index.ts';
import type { Resource } from '../fhir-types.ts';
import { toJson } from '../json.ts';
import type { FhirOptions } from '../options.ts';
import { patientResources } from '../patient-resources.ts';

const options: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 100,
  profile: 'base',
  source: 'file',
  program: { name: 'Chartlift', version: '0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make: idMaker(),
};

const record = (
  patient: Partial<Patient>,
  statements: Partial<PatientRecord['statements']> = {},
): PatientRecord => ({
  format: recordFormat,
  patient: { id: 'p', ...patient },
  statements: { ...noStatements, ...statements },
  people: {
    practitioner: [],
    practitionerRole: [{ id: 'r', practitioner: { ref: 'practitioner/dr' } }],
    organization: [],
    location: [],
    device: [],
  },
});

/** The resource of one statement as it is read back from JSON, and the fields that were not written. */
function written<K extends Kind>(kind: K, item: Statements[K]): { resource: Resource; lost: unknown[] } {
  const { resources, issues } = patientResources(record({}, { [kind]: [item] }), options);
  return {
    resource: JSON.parse(toJson(resources[1])) as Resource,
    lost: issues.map(({ details }) => details?.field),
  };
}
const patientOf = (patient: Partial<Patient>): Resource =>
  JSON.parse(toJson(patientResources(record(patient), options).resources[0])) as Resource;

const absent = (code: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
});
const original = (text: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: text }],
});
const pneumonia = {
  codings: [{ system: 'http://snomed.info/sct', code: '233604007', display: 'Pneumonia' }],
};
const age = { value: '65', unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' };

describe('Condition', () => {
  const condition = (problem: Partial<Problem>) =>
    written('problem', { id: 'x', code: pneumonia, ...problem });

  it('takes the display for text only where the source has no words of its own', () => {
    expect(condition({}).resource).toMatchObject({ code: { text: 'Pneumonia' } });
    expect(condition({ code: { ...pneumonia, text: 'lung' } }).resource).toMatchObject({
      code: { text: 'lung' },
    });
  });

  it('says why a code is absent, on the element', () => {
    expect(condition({ code: { codings: [], absent: 'masked' } }).resource).toMatchObject({
      code: absent('masked'),
    });
    expect(condition({ code: { codings: [] } }).resource).toMatchObject({ code: absent('unknown') });
  });

  it('prefers an onset date to an age and says so', () => {
    const { resource, lost } = condition({ onset: { value: '2012' }, onsetAge: age });
    expect(resource).toMatchObject({ onsetDateTime: '2012' });
    expect(resource).not.toHaveProperty('onsetAge');
    expect(lost).toEqual(['onsetAge']);
  });

  it('writes an age where the date is absent, as words where it is no Age', () => {
    const { resource, lost } = condition({ onset: { absent: 'unknown' }, onsetAge: age });
    expect(resource).toMatchObject({ onsetAge: { value: 65, code: 'a' } });
    expect(resource).not.toHaveProperty('_onsetDateTime');
    expect(lost).toEqual([]);
    expect(condition({ onsetAge: { value: '6', unit: 'yrs' } }).resource).toMatchObject({
      onsetString: '6 yrs',
    });
  });

  it('keeps why the abatement is absent, and lets only what is over abate (con-4)', () => {
    const abatement = { absent: 'unknown' } as const;
    expect(condition({ abatement, clinicalStatus: 'resolved' }).resource).toMatchObject({
      _abatementDateTime: absent('unknown'),
    });
    expect(condition({ abatement: { value: '2012' }, clinicalStatus: 'active' }).lost).toEqual(['abatement']);
  });

  it('keeps the literal of a time beside its value', () => {
    const recorded = { value: '2014-01-04', literal: '201401041030' };
    const { resource } = condition({ recorded });
    expect(resource).toMatchObject({ recordedDate: '2014-01-04', _recordedDate: original('201401041030') });
  });

  it('puts the kind of problem behind the categories', () => {
    const { resource } = condition({
      categories: ['health-concern'],
      type: { codings: [], text: 'Symptom' },
    });
    const system = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category';
    expect(resource).toMatchObject({
      category: [{ coding: [{ system, code: 'health-concern' }] }, { text: 'Symptom' }],
    });
  });

  it('names a practitioner where FHIR takes no role, and keeps who may not record by name', () => {
    const noted = condition({ notes: [{ text: 'n', author: { ref: 'practitionerRole/r' } }] }).resource;
    expect(noted).toMatchObject({ note: [{ authorReference: { reference: 'Practitioner/dr' } }] });
    const { resource, lost } = condition({ recorder: { ref: 'device/d', display: 'EMR' } });
    expect(resource).toMatchObject({ recorder: { display: 'EMR' } });
    expect(resource).not.toHaveProperty('recorder.reference');
    expect(lost).toEqual(['recorder']);
  });
});

describe('AllergyIntolerance', () => {
  const allergy = (item: Partial<Allergy>) => written('allergy', { id: 'x', code: pneumonia, ...item });

  it('has a clinical status, known or not (ait-1), unless it was entered in error (ait-2)', () => {
    expect(allergy({}).resource).toMatchObject({ clinicalStatus: absent('unknown') });
    const wrong = allergy({ clinicalStatus: 'active', verificationStatus: 'entered-in-error' }).resource;
    expect(wrong).not.toHaveProperty('clinicalStatus');
  });

  it('says of a substance that is no risk that the allergy is refuted, and never active', () => {
    const { resource } = allergy({
      code: undefined,
      clinicalStatus: 'active',
      noRiskSubstance: { codings: [], text: 'peanut' },
    });
    expect(resource).toMatchObject({
      code: { text: 'peanut' },
      clinicalStatus: { coding: [{ code: 'inactive' }] },
      verificationStatus: { coding: [{ code: 'refuted' }] },
    });
  });

  it("keeps the source's kind beside type or category, and says so where there is neither", () => {
    const kind = { codings: [], text: 'Drug allergy' };
    const own = { extension: [{ valueCodeableConcept: { text: 'Drug allergy' } }] };
    expect(allergy({ kind, type: 'allergy', category: 'medication' }).resource).toMatchObject({ _type: own });
    expect(allergy({ kind, category: 'medication' }).resource).toMatchObject({ _category: [own] });
    expect(allergy({ kind }).lost).toEqual(['kind']);
  });
});

describe('Observation', () => {
  const observation = (item: Partial<Observation>) =>
    written('observation', { id: 'x', status: 'final', code: pneumonia, ...item }).resource;

  it.each([
    [{ quantity: { value: '7', code: 'kg' } }, { valueQuantity: { value: 7, unit: 'kg' } }],
    [
      { quantity: { absent: 'not-a-number' } as const },
      { valueQuantity: { _value: absent('not-a-number') } },
    ],
    [{ quantity: { value: 'some' } }, { valueQuantity: { _value: original('some') } }],
    [{ concept: pneumonia }, { valueCodeableConcept: { text: 'Pneumonia' } }],
    [{ string: 's' }, { valueString: 's' }],
    [{ boolean: false }, { valueBoolean: false }],
    [{ integer: '-5' }, { valueInteger: -5 }],
    [{ integer: '3000000000' }, { valueQuantity: { value: 3_000_000_000 } }],
    [
      { range: { low: { value: '1' }, high: { value: '2' } } },
      { valueRange: { low: { value: 1 }, high: { value: 2 } } },
    ],
    [
      { ratio: { numerator: { value: '1' }, denominator: { value: '128' } } },
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
    ],
    [{ time: { value: '2012-01' } }, { valueDateTime: '2012-01' }],
    [{ period: { start: { value: '2012' } } }, { valuePeriod: { start: '2012' } }],
    [{ absent: 'asked-unknown' }, { dataAbsentReason: { coding: [{ code: 'asked-unknown' }] } }],
  ])('writes the value %j', (value, expected) => {
    expect(observation({ value })).toMatchObject(expected);
  });

  it('gives no reason for an absence beside a value (obs-6)', () => {
    expect(observation({ value: { string: 's', absent: 'unknown' } })).not.toHaveProperty('dataAbsentReason');
  });

  it('keeps an end that lies before its start as text', () => {
    const effectivePeriod = { start: { value: '2012-08-15T10:00:00-08:00' }, end: { value: '2011' } };
    expect(observation({ effectivePeriod })).toMatchObject({ effectivePeriod: { _end: original('2011') } });
  });
});

describe('Patient', () => {
  it('says the time of birth beside the date', () => {
    const time = '1947-05-01T10:00:00-05:00';
    expect(patientOf({ birth: { value: time } })).toMatchObject({
      birthDate: '1947-05-01',
      _birthDate: {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime', valueDateTime: time },
        ],
      },
    });
  });

  it('says why an identifier has no value, on the value where its system is known', () => {
    const identifiers = [{ system: 's', absent: 'masked' } as const, { absent: 'unknown' } as const];
    expect(patientOf({ identifiers })).toMatchObject({
      identifier: [{ system: 's', _value: absent('masked') }, absent('unknown')],
    });
  });

  it('prefers the time of death, and keeps that somebody lives', () => {
    expect(patientOf({ deceased: true, died: { value: '2020' } })).toMatchObject({
      deceasedDateTime: '2020',
    });
    expect(patientOf({ deceased: true, died: { absent: 'unknown' } })).toMatchObject({
      deceasedBoolean: true,
    });
    expect(patientOf({ deceased: false })).toMatchObject({ deceasedBoolean: false });
  });

  it('writes race with all words that there are, each once', () => {
    const white = { system: 'urn:oid:2.16.840.1.113883.6.238', code: '2106-3', display: 'White' };
    const race = {
      categories: [white],
      detailed: [{ ...white, code: '2108-9', display: 'European' }, white],
    };
    expect(patientOf({ race })).toMatchObject({
      extension: [
        { extension: [{ url: 'ombCategory' }, {}, {}, { url: 'text', valueString: 'White, European' }] },
      ],
    });
  });
});
