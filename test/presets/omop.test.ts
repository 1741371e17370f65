import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../conversion.ts';
import { codes, fixtures, runPreset } from './preset.ts';

const export54 = join(fixtures, 'omop-5.4');
const ohdsi = 'https://fhir-terminology.ohdsi.org';
const texts = (notes: Json[] = []) => notes.map(({ text }) => text);

/** The same tables without the vocabulary. */
function withoutConcepts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-omop-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(export54, folder, { recursive: true, filter: (source) => !source.endsWith('CONCEPT.csv') });
  return folder;
}

describe('omop-5.4', async () => {
  const run = await runPreset('omop-5.4', export54);
  const row = (type: string, number: string) => run.row(type, number);
  const person = (number: string) =>
    run
      .of('Patient')
      .find(({ identifier }) => identifier.some(({ value }: Json) => value === number)) as Json;

  it('accounts for every row and column', () => {
    expect(run.unconverted).toEqual([
      'cdm_source.csv:* left-out table-without-rule',
      'condition_era.csv:* left-out derived from the other tables',
      'condition_occurrence.csv:6 quarantined incomplete',
      'measurement.csv:8 quarantined orphan',
      'observation_period.csv:* left-out the span of time of which data was gathered',
    ]);
    expect(run.unread).toEqual([]);
  });

  it('makes no birth date more exact than it is', () => {
    expect(person('00042')).toMatchObject({ birthDate: '1961-04-09', gender: 'female' });
    // birth_datetime says 1990-01-01 here, as many databases fill it.
    expect(person('A-7').birthDate).toBe('1990');
    expect(person('3')).toMatchObject({
      birthDate: '1930-11',
      gender: 'male',
      deceasedDateTime: '2021-05-06',
    });
    const births = run.of('Observation').filter(({ code }) => code.text === 'birth_datetime');
    expect(births.map(({ valueString }) => valueString)).toEqual(['1961-04-09 05:30:00']);
  });

  it('does not give a sex or a race to whom no concept gives one', () => {
    const nobody = person('A-7');
    // US Core asks for a gender, and this is its word for one that nobody stated.
    expect(nobody.gender).toBe('unknown');
    const [race] = nobody.extension;
    expect(race.extension).toEqual([{ url: 'text', valueString: 'Martian' }]);
    const words = run
      .of('Observation')
      .filter(({ code }) => code.text === "Demographics in the source's words");
    expect(JSON.stringify(words)).toContain('"nb"');
  });

  it('says of a concept what the vocabulary says, with the source’s own beside it', () => {
    expect(row('Condition', 'condition_occurrence/1').code).toEqual({
      coding: [
        { system: 'http://snomed.info/sct', code: '44054006', display: 'Type 2 diabetes mellitus' },
        {
          system: 'http://hl7.org/fhir/sid/icd-10-cm',
          code: 'E11.9',
          display: 'Type 2 diabetes mellitus without complications',
        },
      ],
      text: 'Type 2 diabetes mellitus (E11.9)',
    });
    // An id that the vocabulary lacks stays an id; 0 is nothing.
    expect(row('Condition', 'condition_occurrence/4').code).toEqual({
      coding: [{ system: ohdsi, code: '2000000077' }],
      text: 'LOCAL-77',
    });
  });

  it('takes no end for a cure, and no silence for an active problem', () => {
    const conditions = [1, 2, 3, 4].map((number) => row('Condition', `condition_occurrence/${number}`));
    expect(conditions.map(({ clinicalStatus }) => codes(clinicalStatus)[0])).toEqual([
      undefined,
      'inactive',
      'resolved',
      undefined,
    ]);
    expect(conditions.map(({ verificationStatus }) => codes(verificationStatus)[0])).toEqual([
      undefined,
      'confirmed',
      undefined,
      'provisional',
    ]);
    expect(conditions.map(({ category }) => category && codes(category[0])[0])).toEqual([
      'problem-list-item',
      'encounter-diagnosis',
      undefined,
      'encounter-diagnosis',
    ]);
  });

  it('tells what was prescribed, handed out, given and only told', () => {
    const drug = (type: string, number: number) => row(type, `drug_exposure/${number}`);
    expect(drug('MedicationRequest', 1)).toMatchObject({
      intent: 'order',
      status: 'unknown',
      dispenseRequest: { numberOfRepeatsAllowed: 3, expectedSupplyDuration: { value: 90 } },
    });
    const [{ timing }] = drug('MedicationRequest', 1).dosageInstruction;
    expect(timing.repeat.boundsPeriod).toEqual({ start: '2023-03-01' });
    expect(texts(drug('MedicationRequest', 1).note).join()).toContain('2023-05-30');
    expect(codes(drug('MedicationDispense', 2).medicationCodeableConcept)).toEqual(['861007', '00093104801']);
    expect(drug('MedicationRequest', 3)).toMatchObject({
      intent: 'plan',
      status: 'completed',
      category: [{ text: 'administered' }],
    });
    expect(drug('Immunization', 4)).toMatchObject({ status: 'completed', lotNumber: '0099' });
    expect(codes(drug('Immunization', 4).vaccineCode)).toEqual(['150']);
    const told = drug('MedicationRequest', 5);
    expect(told.intent).toBe('plan');
    expect(told.dosageInstruction[0].timing.repeat.boundsPeriod.end).toBe('2020-01-10');
    expect(texts(told.note)).toContain('Provenance: Patient self-report');
  });

  it('does not call done what was ordered', () => {
    expect(row('Procedure', 'procedure_occurrence/1').status).toBe('completed');
    expect(row('ServiceRequest', 'procedure_occurrence/2')).toMatchObject({
      intent: 'order',
      status: 'unknown',
    });
    expect(run.of('Procedure')).toHaveLength(1);
  });

  it('ends no visit of a patient who is still there', () => {
    const [stay, still] = [
      row('Encounter', 'visit_occurrence/100'),
      row('Encounter', 'visit_occurrence/102'),
    ];
    expect(stay).toMatchObject({ status: 'finished', class: { code: 'IMP' }, period: { end: '2024-02-05' } });
    expect(still.status).toBe('in-progress');
    expect(still.period).toEqual({ start: '2024-12-20' });
  });

  it('reads numbers with their operators and units, and what is no number as it is', () => {
    const measured = (number: number) => row('Observation', `measurement/${number}`);
    const [a1c, creatinine, pressure, flu, strange, odd] = [1, 2, 3, 4, 5, 7].map(measured);
    expect(a1c).toMatchObject({
      valueQuantity: { value: 7.2, code: '%' },
      referenceRange: [{ low: { value: 4, code: '%' }, high: { value: 5.6 } }],
      effectiveDateTime: '2023-03-01',
    });
    expect(a1c.valueQuantity.comparator).toBeUndefined();
    expect(creatinine.valueQuantity).toMatchObject({ value: 0.2, comparator: '<', code: 'mg/dL' });
    expect(pressure.valueQuantity).toMatchObject({ value: 131, code: 'mm[Hg]' });
    expect(codes(pressure.category[0])).toEqual(['vital-signs']);
    expect(codes(flu.valueCodeableConcept)).toEqual(['260385009']);
    expect(texts(flu.note)).toContain('As the source writes it: neg');
    expect(strange).toMatchObject({ code: { text: 'strange' }, valueString: 'see text' });
    // A unit that nobody knows stays words, and so does where the row comes from.
    expect(odd.valueQuantity).toEqual({ value: 100, comparator: '>', unit: 'widgets' });
    expect(texts(odd.note)).toContain('Provenance: OMOP 44818702');
  });

  it('keeps a qualifier, which may say that there is nothing, in the statement', () => {
    const [family] = [row('Observation', 'observation/2')];
    expect(family.component).toMatchObject([
      {
        code: { text: 'qualifier' },
        valueCodeableConcept: { coding: [{ code: '2667000', display: 'Absent' }] },
      },
    ]);
    expect(family.valueCodeableConcept.text).toBe('father');
    expect(row('Observation', 'observation/3').valueQuantity).toEqual({ value: 3 });
  });

  it('names plans, specimens, devices and notes', () => {
    expect(row('Coverage', 'payer_plan_period/1')).toMatchObject({ type: { text: 'PPO' } });
    expect(
      run
        .of('Organization')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Heron Health', 'Marshby General']);
    expect(row('Specimen', 'specimen/1').collection.quantity).toMatchObject({ value: 5, code: 'mL' });
    expect(run.of('Device')[0].udiCarrier[0].deviceIdentifier).toBe('00844588003288');
    const [note] = run.of('DocumentReference');
    expect(Buffer.from(note.content[0].attachment.data, 'base64').toString()).toBe(
      'Went home.\nFeels "well".',
    );
  });
});

describe('omop-5.4 without the vocabulary', async () => {
  const run = await runPreset('omop-5.4', withoutConcepts());

  it('keeps ids under OMOP’s own system, and knows what is known without it', () => {
    expect(run.row('Condition', 'condition_occurrence/1').code).toEqual({
      coding: [
        { system: ohdsi, code: '201826' },
        { system: ohdsi, code: '35206882' },
      ],
      text: 'E11.9',
    });
    expect(run.row('Observation', 'measurement/1').valueQuantity).toMatchObject({ value: 7.2, code: '%' });
    expect(run.row('Observation', 'measurement/3').valueQuantity).toMatchObject({ code: 'mm[Hg]' });
    expect(run.row('Encounter', 'visit_occurrence/101').class.code).toBe('AMB');
    // Without it nobody knows that the flu shot is a vaccine.
    expect(run.of('Immunization')).toEqual([]);
    expect(run.row('MedicationRequest', 'drug_exposure/4')).toMatchObject({ status: 'completed' });
  });
});
