import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes, fixtures, runPreset } from './preset.ts';

describe('smart-flat', async () => {
  const run = await runPreset('smart-flat', join(fixtures, 'smart-flat'));
  const vitals = (code: string) => run.of('Observation').filter((one) => codes(one.code).includes(code));
  const named = (text: string) => run.of('Observation').filter(({ code }) => code.text === text);

  it('accounts for every row and column', () => {
    expect(run.unconverted).toEqual([
      'allergies.txt:7 quarantined no-rule',
      'clinicalnotes.txt:3 quarantined file-missing',
      'immunizations.txt:5 quarantined no-rule',
    ]);
    expect(run.unread).toEqual([]);
  });

  it('keeps leading zeros, takes the year where there is no date, and says both of two contradicting columns', () => {
    const patients = run.of('Patient');
    const numbers = patients.flatMap(({ identifier }) =>
      identifier.map(({ value }: { value: string }) => value),
    );
    expect(numbers.toSorted()).toEqual(['0555013', '5550101', '5550102']);
    const fergal = patients.find(({ name }) => name[0].given[0] === 'Fergal');
    expect(fergal).toMatchObject({ gender: 'male', birthDate: '1978', address: [{ postalCode: '07404' }] });
    expect(named('GENDER').map(({ valueString }) => valueString)).toEqual(['F']);
  });

  it('takes "Hispanic" as an ethnicity, and words that are no race as words', () => {
    const extensions = run.of('Patient').flatMap(({ extension = [] }) => extension);
    const said = extensions.map(({ url, extension }) => [
      url.split('/').at(-1),
      ...extension.map(
        (part: Record<string, unknown>) =>
          part['valueString'] ?? (part['valueCoding'] as { code: string }).code,
      ),
    ]);
    expect(said.toSorted()).toEqual([
      ['us-core-ethnicity', '2135-2', 'Hispanic or Latino'],
      ['us-core-race', '2106-3', 'White'],
      ['us-core-race', 'Hispanic'],
      ['us-core-race', 'Inconsistent Data'],
    ]);
  });

  it('calls a problem resolved that has an end, and says nothing of one that has none', () => {
    expect(run.row('Condition', 'problems/1').clinicalStatus).toBeUndefined();
    expect(codes(run.row('Condition', 'problems/2').clinicalStatus)).toEqual(['resolved']);
    expect(run.row('Condition', 'problems/3')).toMatchObject({
      onsetDateTime: '2006',
      code: { text: 'Anemia, iron deficiency' },
    });
  });

  it('never turns a negative statement into an allergy', () => {
    const [drug, shrimp, peanut, none, noDrug] = ['1', '2', '3', '4', '5'].map((number) =>
      run.row('AllergyIntolerance', `allergies/${number}`),
    );
    expect(codes(drug.clinicalStatus)).toEqual(['active']);
    expect(drug).toMatchObject({ category: ['medication'], reaction: [{ severity: 'severe' }] });
    expect(codes(shrimp.clinicalStatus)).toEqual(['resolved']);
    expect(codes(peanut.verificationStatus)).toEqual(['refuted']);
    expect(codes(peanut.clinicalStatus)).toEqual(['inactive']);
    expect(none.code).toEqual({
      coding: [{ system: 'http://snomed.info/sct', code: '716186003', display: 'No known allergy' }],
      text: 'No known allergies',
    });
    expect(codes(noDrug.code)).toEqual(['409137002']);
  });

  it('does not call a medication active of which nobody says that it is taken', () => {
    const [painkiller, statin, reversed, syrup, weekly] = ['1', '2', '3', '4', '5'].map((number) =>
      run.row('MedicationRequest', `meds/${number}`),
    );
    expect(painkiller).toMatchObject({
      status: 'unknown',
      dosageInstruction: [
        {
          text: '1 q6h prn pain',
          asNeededBoolean: true,
          timing: { repeat: { frequency: 4, period: 1, periodUnit: 'd' } },
        },
      ],
      dispenseRequest: { quantity: { value: 20 }, expectedSupplyDuration: { value: 5, code: 'd' } },
    });
    expect(statin.status).toBe('completed');
    // It ends before it begins: no period of FHIR's, and nothing is lost.
    expect(reversed.dosageInstruction[0].timing.repeat.boundsPeriod.end).toBeUndefined();
    expect(JSON.stringify(reversed)).toContain('2014-05-14');
    expect(syrup.dispenseRequest.quantity).toEqual({ value: 1 });
    expect(weekly.dosageInstruction[0].timing.repeat.periodUnit).toBe('wk');
  });

  it('names what was handed out by its prescription, where there is one', () => {
    expect(run.row('MedicationDispense', 'refills/1').medicationCodeableConcept.text).toMatch(
      /^Acetaminophen/,
    );
    expect(run.row('MedicationDispense', 'refills/2').medicationCodeableConcept).toEqual({
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '999999' }],
    });
  });

  it('tells vaccines given from those that were not, and why', () => {
    const [given, refused, other] = ['1', '2', '3'].map((number) =>
      run.row('Immunization', `immunizations/${number}`),
    );
    expect(given).toMatchObject({
      status: 'completed',
      vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '03' }] },
    });
    expect(refused).toMatchObject({ status: 'not-done', occurrenceDateTime: '2011-03-11' });
    expect(codes(refused.statusReason)).toEqual(['allergy']);
    expect(other).toMatchObject({ status: 'not-done', statusReason: { text: 'outOfStock' } });
  });

  it('keeps digits, comparators, spans and words of results, and their units', () => {
    const value = (number: string) => {
      const { valueQuantity, valueString } = run.row('Observation', `labs/${number}`);
      return valueString ?? valueQuantity;
    };
    expect(readFileSync(join(run.out, 'ndjson', 'Observation.ndjson'), 'utf8')).toContain('"value":4.80');
    expect(value('3')).toMatchObject({ value: 221, unit: 'k/cumm', code: '10*3/mm3' });
    expect(value('4')).toBe('0-5 #/HPF');
    expect(value('5')).toMatchObject({ comparator: '>', value: 20, unit: 'ng/mL' });
    expect(value('6')).toBe('cloudy, yellow');
    expect(value('10')).toBe('420, 420, 430 L/min');
    expect(run.row('Observation', 'labs/1').referenceRange).toEqual([{ text: 'LOW 0, HIGH 0' }]);
    expect(run.row('Observation', 'labs/7').referenceRange).toEqual([
      { text: 'LOW None; Occasional; Many, HIGH 0' },
    ]);
    // A mistyped LOINC code is none of LOINC's.
    expect(run.row('Observation', 'labs/8').code.coding[0].system).not.toBe('http://loinc.org');
  });

  it('writes a time without a zone as a date, and its literal beside', () => {
    const result = run.row('Observation', 'labs/9');
    expect(result.effectiveDateTime).toBe('2010-12-16');
    expect(JSON.stringify(result._effectiveDateTime)).toContain('2010-12-16T06:39:00');
  });

  it('makes one pressure of two columns, with where and how it was taken', () => {
    const [first, second] = vitals('85354-9');
    const parts = first.component.map(({ code, valueQuantity, valueCodeableConcept }: never) => [
      codes(code)[0],
      (valueQuantity as { value: number } | undefined)?.value ?? codes(valueCodeableConcept)[0],
    ]);
    expect(parts).toEqual([
      ['8480-6', 122],
      ['8462-4', 66],
      ['8361-8', '40199007'],
    ]);
    expect(first).toMatchObject({
      bodySite: { text: 'left arm' },
      category: [{ coding: [{ code: 'vital-signs' }] }],
    });
    // Two readings of one minute are two, and of one visit.
    expect(second.component[0].valueQuantity.value).toBe(119);
    expect(second.encounter).toEqual(first.encounter);
    expect(run.of('Encounter')).toHaveLength(5);
    expect(vitals('8480-6').map(({ valueQuantity }) => valueQuantity.value)).toEqual([131]);
    expect(vitals('8462-4')).toEqual([]);
  });

  it('does not take for the site of a pressure what stands there without one', () => {
    const [moved] = named('BP_SITE');
    expect(moved).toMatchObject({ valueString: '31.6' });
    expect(moved.bodySite).toBeUndefined();
  });

  it('keeps a code of smoking that it does not know, and says that smoking is unknown', () => {
    expect(run.row('Observation', 'socialhistory/2').valueCodeableConcept.text).toBe('999');
    expect(codes(run.row('Observation', 'socialhistory/3').valueCodeableConcept)).toEqual(['266927001']);
  });

  it('leaves what is the relative’s to the relative', () => {
    expect(run.row('FamilyMemberHistory', 'familyhistory/1')).toMatchObject({
      bornDate: '1932-01-07',
      deceasedDate: '2001-09-07',
      note: [{ text: 'Height: 181 cm' }],
      condition: [{ code: { text: 'Heart disease' } }],
    });
    expect(
      vitals('8302-2')
        .map(({ valueQuantity }) => valueQuantity.value)
        .toSorted(),
    ).toEqual([119, 197.5, 45]);
  });

  it('takes along the files that rows name, each from its patient’s folder', () => {
    const { attachment } = run.row('DocumentReference', 'clinicalnotes/1').content[0];
    expect(attachment).toMatchObject({ contentType: 'text/plain', title: 'Telephone note' });
    expect(run.of('Media').length + run.of('DocumentReference').length).toBe(2);
  });

  it('gathers the images of a study by series', () => {
    const [study] = run.of('ImagingStudy');
    const series = study.series.map(({ uid, instance }: never) => [uid, (instance as unknown[]).length]);
    expect(series).toEqual([
      ['2.999.2.1', 2],
      ['2.999.2.2', 1],
    ]);
  });

  it('knows the practitioner, and not the day they were born', () => {
    const [ida] = run.of('Practitioner');
    expect(ida.name[0]).toMatchObject({ family: 'Harbottlewick', suffix: ['MD'] });
    expect(ida.birthDate).toBeUndefined();
  });
});
