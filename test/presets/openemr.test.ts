import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../conversion.ts';
import { codes, fixtures, runPreset } from './preset.ts';

describe('openemr', async () => {
  const run = await runPreset('openemr', join(fixtures, 'openemr'));
  const coded = (code: string) => run.of('Observation').filter((one) => codes(one.code).includes(code));
  const patient = (family: string) => run.of('Patient').find(({ name }) => name[0].family === family) as Json;
  const quantity = ({ valueQuantity }: Json) => [valueQuantity.value, valueQuantity.code];
  const texts = (notes: Json[] = []) => notes.map(({ text }) => text);

  it('accounts for every row, and reads every column that holds something or leaves it out by name', () => {
    expect(run.unconverted).toEqual([
      'billing.csv:* left-out billing',
      // What a deleted document was filed under; a form that nothing asks for, and one that was deleted.
      'categories_to_documents.csv:3 left-out not-referred-to',
      'documents.csv:3 left-out document that was deleted',
      'documents.csv:4 quarantined file-missing',
      'form_vitals.csv:3 left-out vital signs of a form that was deleted',
      'form_vitals.csv:5 left-out vital signs form without a value',
      'forms.csv:2 left-out not-referred-to',
      'forms.csv:4 left-out not-referred-to',
      'history_data.csv:4 left-out history that says nothing',
      'insurance_data.csv:3 left-out no insurer entered',
      'list_options.csv:* left-out table-without-rule',
      'lists.csv:14 quarantined no-rule',
      'lists_touch.csv:2 left-out a list that was looked at',
      'lists_touch.csv:6 left-out a list that was looked at',
      'pnotes.csv:3 left-out message that was deleted',
      'users.csv:2 left-out users without a name',
    ]);
    expect(run.unread).toEqual([]);
  });

  it('keeps leading zeros, words that are no codes, and takes "single" for no more than it says', () => {
    const rosalind = patient('Featherbrook');
    const numbers = rosalind.identifier.map(({ value }: Json) => value);
    expect(numbers).toEqual(expect.arrayContaining(['1', '00417', '000-55-1234']));
    expect(rosalind).toMatchObject({ gender: 'female', address: [{ postalCode: '02139' }] });
    expect(rosalind.contact.map(({ name }: Json) => name.text)).toEqual([
      'Hugh Featherbrook',
      'Edith Oatley',
    ]);
    expect(codes(patient('Ambleside').maritalStatus)).toEqual(['U']);
    // Somebody is called Null: that is no word for nothing.
    expect(patient('Null')).toMatchObject({
      gender: 'unknown',
      deceasedDateTime: '2023-12-24',
      maritalStatus: { text: 'separated' },
    });
  });

  it('keeps what Patient has no place for, and makes nothing where there is nothing', () => {
    const rest = run.of('Observation').filter(({ code }) => code.text === 'Demographics of OpenEMR');
    const said = rest.map(({ component }) => component.map(({ code }: Json) => code.text).sort());
    expect(said.toSorted((a, b) => a.length - b.length)).toEqual([
      ['deceased_reason'],
      [
        'allow_patient_portal',
        'family_size',
        'hipaa_mail',
        'hipaa_voice',
        'homeless',
        'occupation',
        'usertext1',
      ],
    ]);
  });

  it('calls a problem resolved only where its outcome says so, and never gives a status to an error', () => {
    const problem = (number: number) => run.row('Condition', `lists/${number}`);
    const status = (number: number) => codes(problem(number).clinicalStatus)[0];
    expect([1, 2, 3].map(status)).toEqual(['active', 'resolved', 'inactive']);
    expect(problem(1).code).toMatchObject({
      coding: [
        { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' },
        { system: 'http://snomed.info/sct', code: '44054006' },
      ],
      text: 'Diabetes type 2',
    });
    // A code of which nobody says of what system it is stays words.
    expect(problem(3).code).toEqual({ text: 'Knee pain' });
    expect(texts(problem(3).note)).toContain('Diagnosis: 719.46');
    expect(problem(3).onsetDateTime).toBeUndefined();
    expect(codes(problem(4).verificationStatus)).toEqual(['refuted']);
    expect(codes(problem(5).verificationStatus)).toEqual(['entered-in-error']);
    for (const number of [4, 5]) expect(problem(number).clinicalStatus).toBeUndefined();
  });

  it('says "none" only of a list that was looked at and never held anything', () => {
    const none = run.of('AllergyIntolerance').filter(({ code }) => codes(code).includes('716186003'));
    expect(none).toHaveLength(1);
    const [child] = [patient('Ambleside')];
    expect(none[0].patient.reference).toContain(child.id);
    expect(codes(run.row('AllergyIntolerance', 'lists/6').clinicalStatus)).toEqual(['active']);
    const latex = run.row('AllergyIntolerance', 'lists/7');
    expect(codes(latex.clinicalStatus)).toEqual(['inactive']);
    expect(latex.reaction).toBeUndefined();
    expect(texts(latex.note)).toEqual(['Severity: life_threatening_severity']);
  });

  it('does not make an order of a list of medications, nor an active one of what was stopped', () => {
    const listed = [8, 9, 10].map((number) => run.row('MedicationRequest', `lists/${number}`));
    expect(listed.map(({ status, intent }) => [status, intent])).toEqual([
      ['active', 'order'],
      ['completed', 'plan'],
      ['stopped', 'plan'],
    ]);
    expect(listed[0].dosageInstruction[0].text).toBe('1 tablet with breakfast');
    const prescribed = [1, 2, 3].map((number) => run.row('MedicationRequest', `prescriptions/${number}`));
    expect(prescribed.map(({ status }) => status)).toEqual(['completed', 'stopped', 'active']);
    const [capsules, sleeping, pressure] = prescribed;
    expect(capsules.dosageInstruction[0]).toMatchObject({
      text: 'Take 1',
      timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'capsule' } }],
    });
    expect(texts(capsules.note)).toContain('Substitution: do not substitute');
    // "1-2" and "ten" are no numbers; p.r.n. is no time of day.
    expect(sleeping.dosageInstruction[0]).toMatchObject({ text: 'Take 1-2', asNeededBoolean: true });
    expect(sleeping.dosageInstruction[0].timing.repeat.frequency).toBeUndefined();
    expect(sleeping.dispenseRequest.quantity).toBeUndefined();
    expect(texts(sleeping.note).join()).toContain('ten');
    expect(pressure.dosageInstruction[0].route.text).toBe('99');
  });

  it('tells vaccines that were given from refused ones and from mistakes', () => {
    const vaccines = [1, 2, 3, 4, 5].map((number) => run.row('Immunization', `immunizations/${number}`));
    expect(vaccines.map(({ status }) => status)).toEqual([
      'completed',
      'not-done',
      'entered-in-error',
      'completed',
      'not-done',
    ]);
    expect(vaccines.map(({ statusReason }) => statusReason?.text)).toEqual([
      undefined,
      'Parental decision',
      undefined,
      undefined,
      'Religious exemption',
    ]);
    expect(codes(vaccines[0].vaccineCode)).toEqual(['08']);
    expect(vaccines[0].lotNumber).toBe('0042A');
    expect(codes(vaccines[3].reportOrigin)).toEqual(['recall']);
  });

  it('reads vital signs in the units of the database, zeros as nothing, and not those of a deleted form', () => {
    expect(
      coded('29463-7')
        .map(quantity)
        .toSorted(([a], [b]) => a - b),
    ).toEqual([
      [40, '[lb_av]'],
      [150.5, '[lb_av]'],
    ]);
    expect(coded('8302-2').map(quantity)).toEqual([[64, '[in_i]']]);
    expect(coded('9279-1')).toEqual([]);
    const pressures = coded('85354-9').map(({ component }) => component.map(quantity));
    expect(pressures).toEqual([
      [
        [128, 'mm[Hg]'],
        [82, 'mm[Hg]'],
      ],
    ]);
    const [visit] = run.of('Encounter').filter(({ reasonCode }) => reasonCode[0].text.startsWith('Cough'));
    expect(coded('85354-9')[0].encounter.reference).toContain(visit.id);
    expect(visit.reasonReference).toHaveLength(1);
  });

  it('takes results for what they are: numbers with comparators, words, codes of the laboratory’s own', () => {
    const result = (number: number) => run.row('Observation', `procedure_result/${number}`);
    expect(result(2)).toMatchObject({
      status: 'corrected',
      valueQuantity: { value: 14, comparator: '>', code: '%' },
      interpretation: [{ coding: [{ code: 'HH' }] }],
    });
    expect(result(3)).toMatchObject({
      status: 'preliminary',
      valueString: 'Trace',
      code: { coding: [{ system: 'urn:chartlift:local-code:openemr', code: 'UA-LEUK' }] },
      effectiveDateTime: '2024-03-02',
    });
    expect(result(4)).toMatchObject({ status: 'cancelled', valueString: 'see comment' });
    const report = run.row('DiagnosticReport', 'procedure_report/1');
    expect(report.code.text).toBe('Glucose and HbA1c');
    expect(report.result).toHaveLength(2);
  });

  it('makes an order of each test, and a mistake of a deleted order', () => {
    const orders = run
      .of('ServiceRequest')
      .map(({ status, code, priority }) => [code.text, status, priority]);
    expect(orders.sort()).toEqual([
      ['Chest X-ray', 'entered-in-error', 'routine'],
      ['Glucose and HbA1c', 'completed', 'urgent'],
      ['Murmur', 'active', 'routine'],
      ['Urinalysis', 'completed', 'urgent'],
    ]);
  });

  it('says of smoking what was said on each day, and makes no condition of what relatives may not have', () => {
    const smoking = coded('72166-2').map(({ effectiveDateTime, valueCodeableConcept }) => [
      effectiveDateTime.slice(0, 10),
      codes(valueCodeableConcept)[0],
    ]);
    expect(smoking.sort()).toEqual([
      ['2019-01-04', '449868002'],
      ['2024-03-02', '8517006'],
    ]);
    const relatives = run.of('FamilyMemberHistory');
    expect(relatives).toHaveLength(1);
    expect(relatives[0]).toMatchObject({ note: [{ text: 'None known' }] });
    expect(relatives[0].condition).toBeUndefined();
  });

  it('names the insurer, and whose policy it is', () => {
    const plans = run.of('Coverage').toSorted((a, b) => (a.subscriberId < b.subscriberId ? -1 : 1));
    expect(plans.map(({ subscriberId, order }) => [subscriberId, order])).toEqual([
      ['0077-PL', 1],
      ['0081-PL', 1],
    ]);
    expect(codes(plans[1].relationship)).toEqual(['child']);
    expect(run.of('RelatedPerson')[0].name[0]).toMatchObject({ family: 'Ambleside', given: ['Maud'] });
  });

  it('leaves logins and passwords where they are', () => {
    const all = JSON.stringify(run.of('Practitioner'));
    expect(all).not.toContain('secret');
    expect(all).not.toContain('ihawthorn');
    expect(
      run
        .of('Organization')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Plover Mutual', 'Tidewater Laboratory', 'Wexcombe Clinic']);
  });
});
