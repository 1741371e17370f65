import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes, fixtures, runPreset } from './preset.ts';

interface Texts {
  note?: { text: string; time?: string }[];
}
const lines = (file: string, numbers: number[], rule: string) =>
  numbers.map((number) => `${file}:${number} left-out ${rule}`);
const notes = ({ note = [] }: Texts) => note.map(({ text }) => text);

describe('epic-ehi', async () => {
  const run = await runPreset('epic-ehi', join(fixtures, 'epic-ehi'));
  const coded = (type: string, code: string) => run.of(type).filter((one) => codes(one.code).includes(code));
  const named = (type: string, text: string) => run.of(type).filter(({ code }) => code.text === text);

  it('accounts for every row and column', () => {
    expect(run.unconverted).toEqual([
      'CLARITY_EAP.tsv:4 left-out not-referred-to',
      'CLARITY_EDG.tsv:5 left-out not-referred-to',
      'CLARITY_IMMUNZATN.tsv:3 left-out not-referred-to',
      'HNO_INFO.tsv:5 left-out number of a note, without a text and without a type',
      'IMMUNE.tsv:6 quarantined no-rule',
      'IMMUNE.tsv:7 quarantined code-unmapped',
      ...lines('IP_FLWSHT_REC.tsv', [2], "which flowsheets are the patient's"),
      ...lines('PAT_ALLERGIES.tsv', [2, 3, 4, 5], "which allergies are the patient's"),
      ...lines('PAT_ALLERGIES.tsv', [6], 'an allergy of which the export has only the number'),
      ...lines('PAT_IMMUNIZATIONS.tsv', [2, 3, 4, 5, 6, 7], "which immunizations are the patient's"),
      ...lines('PAT_IMMUNIZATIONS.tsv', [8], 'an immunization of which the export has only the number'),
      ...lines('PAT_PROBLEM_LIST.tsv', [2, 3, 4], "which problems are the patient's"),
    ]);
    expect(run.unread).toEqual([]);
  });

  it('reads the patient: a zero that leads, lines by their number, what is redacted as nothing', () => {
    const [patient] = run.of('Patient');
    expect(patient).toMatchObject({
      gender: 'female',
      birthDate: '1961-03-04',
      deceasedBoolean: false,
      name: [{ family: 'WREXDALE', given: ['ODALYS', 'T'] }],
      address: [{ line: ['17 PELLITORY ROW', 'APT 4'], state: 'NJ', postalCode: '07404' }],
    });
    expect(JSON.stringify(patient)).not.toContain('REDACTED');
    const languages = patient.communication.map(({ language, preferred }: never) => [
      codes(language)[0],
      preferred ?? false,
    ]);
    expect(languages).toEqual([
      ['en', false],
      ['pt', true],
      ['Quenlish', false],
    ]);
  });

  it('takes a visit’s status from the appointment, else from Epic’s own flag', () => {
    const status = (csn: string) => run.row('Encounter', `csn/${csn}`).status;
    expect(['9001', '9002', '9003', '9004', '9005', '9007', '9008'].map(status)).toEqual([
      'finished',
      'cancelled',
      'planned',
      'finished',
      'finished',
      'cancelled',
      'unknown',
    ]);
  });

  it('reads a midnight as a day, and a time of no zone as a day with its text beside', () => {
    expect(run.row('Encounter', 'csn/9001').period).toEqual({ start: '2023-03-10' });
    const stay = run.row('Encounter', 'csn/9005');
    expect(stay.class.code).toBe('IMP');
    expect(stay.period).toMatchObject({ start: '2023-06-01', end: '2023-06-04' });
    expect(JSON.stringify(stay.period)).toContain('6/1/2023 11:30:00 PM');
  });

  it('does not call what was ruled out a diagnosis', () => {
    const of = (csn: string) =>
      run
        .of('Condition')
        .filter(({ encounter }) => encounter?.reference?.endsWith(run.row('Encounter', `csn/${csn}`).id))
        .map(({ code, verificationStatus }) => [code.text, codes(verificationStatus)[0]]);
    expect(of('9001').toSorted()).toEqual([
      ['Hypertension', 'differential'],
      ['Migraine without aura, not intractable', undefined],
      ['Subarachnoid hemorrhage', 'refuted'],
    ]);
  });

  it('tells problems that are active, resolved and deleted, and keeps how exact their dates are', () => {
    const [active, resolved, deleted] = ['8001', '8002', '8003'].map((number) =>
      run.row('Condition', `problem-list/${number}`),
    );
    expect(codes(active.clinicalStatus)).toEqual(['active']);
    expect(active).toMatchObject({ onsetDateTime: '2012', code: { text: 'Migraine without aura' } });
    expect(codes(resolved.clinicalStatus)).toEqual(['resolved']);
    expect(resolved).toMatchObject({ onsetDateTime: '2019-05-02', abatementDateTime: '2019-06-30' });
    expect(deleted.clinicalStatus).toBeUndefined();
    expect(codes(deleted.verificationStatus)).toEqual(['entered-in-error']);
  });

  it('says once what each visit says of the history again, with the days', () => {
    const [history] = run.of('Condition').filter(({ onsetDateTime }) => onsetDateTime === '2001');
    expect(history.note.map(({ time }: { time: string }) => time)).toEqual(['2022-10-01', '2023-03-10']);
    const [tooth, ...more] = run.of('Procedure');
    expect(more).toEqual([]);
    expect(tooth).toMatchObject({ status: 'completed', performedDateTime: '2004' });
  });

  it('never gives a relative what the family does not have', () => {
    const members = Object.fromEntries(
      run
        .of('FamilyMemberHistory')
        .map(({ relationship, condition = [] }) => [
          relationship.text,
          condition.map(({ code, onsetAge }: never) => [
            (code as { text: string }).text,
            (onsetAge as { value: number } | undefined)?.value,
          ]),
        ]),
    );
    expect(members).toEqual({
      Mother: [
        ['Diabetes', 50],
        ['Hypertension', undefined],
      ],
      Father: [['Heart disease', undefined]],
      Sister: [],
    });
    expect(coded('Observation', '10157-6').map(({ valueString }) => valueString)).toEqual([
      'Neg Hx: Breast cancer',
    ]);
  });

  it('tells an allergy from one that was deleted, from none, and from one that the export lacks', () => {
    const [penicillin, latex, none, codeine] = ['6001', '6002', '6003', '6004'].map((number) =>
      run.row('AllergyIntolerance', `allergy/${number}`),
    );
    expect(penicillin).toMatchObject({ type: 'allergy', criticality: 'high', onsetDateTime: '2010' });
    expect(codes(penicillin.clinicalStatus)).toEqual(['active']);
    expect(
      penicillin.reaction.flatMap(({ manifestation }: { manifestation: { text: string }[] }) =>
        manifestation.map(({ text }) => text),
      ),
    ).toEqual(['Hives', 'Shortness of Breath']);
    expect(latex.clinicalStatus).toBeUndefined();
    expect(codes(latex.verificationStatus)).toEqual(['entered-in-error']);
    expect(codes(none.code)).toEqual(['429625007']);
    expect(codeine).toMatchObject({ type: 'intolerance', onsetDateTime: '2018-08-09' });
    // "Medium" is no criticality of FHIR's.
    expect(codeine.criticality).toBeUndefined();
    expect(notes(codeine)).toContain('criticality: Medium');
    expect(run.of('AllergyIntolerance')).toHaveLength(4);
  });

  it('tells vaccines given from those refused, deferred and deleted; sets aside what nobody says', () => {
    const [given, refused, deferred, deleted] = ['4001', '4002', '4003', '4004'].map((number) =>
      run.row('Immunization', `immune/${number}`),
    );
    // EXP_DATE is when the next one is due; EXPIRATION_DATE is the lot's.
    expect(given).toMatchObject({
      status: 'completed',
      expirationDate: '2023-06-30',
      lotNumber: 'ZQ0071',
      doseQuantity: { value: 0.5, unit: 'mL' },
    });
    expect(notes(given).join()).toContain('Next due: 10/1/2023');
    expect(refused).toMatchObject({ status: 'not-done', statusReason: { text: 'Patient refused' } });
    expect(deferred).toMatchObject({ status: 'not-done', statusReason: { text: 'Acute illness' } });
    expect(deleted.status).toBe('entered-in-error');
    expect(run.of('Immunization')).toHaveLength(4);
  });

  it('does not call an order active that was discontinued, cancelled or has run out', () => {
    const [stopped, active, cancelled, over] = ['2001', '2002', '2003', '2004'].map((number) =>
      run.row('MedicationRequest', `order/${number}`),
    );
    expect([stopped, active, cancelled, over].map(({ status }) => status)).toEqual([
      'stopped',
      'active',
      'cancelled',
      'unknown',
    ]);
    expect(stopped).toMatchObject({
      statusReason: { text: 'Side effects' },
      // DISCON_TIME is in UTC: in New Jersey it was still the 6th.
      note: expect.arrayContaining([expect.objectContaining({ time: '2023-05-07T02:10:00+00:00' })]),
      dosageInstruction: [
        {
          timing: {
            repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { end: '2023-05-06' } },
          },
          doseAndRate: [{ doseQuantity: { value: 10, code: 'mg' } }],
        },
      ],
    });
    expect(active.dosageInstruction[0]).toMatchObject({
      asNeededCodeableConcept: { text: 'severe pain' },
      doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2 } } }],
    });
    expect(notes(active)).toContain('DISP_AS_WRITTEN_YN: Y');
    expect(notes(stopped).join()).not.toContain('WEIGHT_BASED_YN');
    expect(over.dosageInstruction[0].route).toEqual({ text: 'By Blorp' });
  });

  it('keeps results as they were told: digits, signs, words, units, corrections', () => {
    const [potassium, egfr, antibody, co2, glucose, sodium] = ['1', '2', '3', '4', '5', '6'].map((line) =>
      run.row('Observation', `result/3001-${line}`),
    );
    // LOINC's code comes from Epic's own dictionary, where the export has it; its number is none of LOINC's.
    expect(codes(potassium.code)).toEqual(['2823-3', '1534104']);
    expect(potassium.interpretation).toBeUndefined();
    expect(codes(egfr.code)).toEqual(['1000']);
    expect(egfr.valueQuantity).toMatchObject({ value: 90, comparator: '>', code: 'mL/min/{1.73_m2}' });
    expect(egfr.referenceRange).toEqual([{ text: '>60' }]);
    expect(antibody.valueString).toBe('NONREACTIVE');
    expect(codes(co2.interpretation[0])).toEqual(['H']);
    expect(co2.referenceRange).toMatchObject([{ low: { value: 22 }, high: { value: 29 } }]);
    expect(glucose).toMatchObject({ status: 'corrected', effectiveDateTime: '2023-03-10' });
    expect(sodium).toMatchObject({ status: 'preliminary' });
    expect(run.row('Observation', 'result/3001-7').valueQuantity.value).toBe(102);
    expect(Object.keys(sodium).filter((key) => key.startsWith('value'))).toEqual([]);
  });

  it('makes a report of an order that has results, and keeps an order that was cancelled revoked', () => {
    const reports = run.of('DiagnosticReport').map(({ code, status }) => [code.text, status]);
    expect(reports.toSorted()).toEqual([
      ['BASIC METABOLIC PANEL', 'final'],
      ['COVID-19, EXTERNAL', 'unknown'],
      ['XR ANKLE MIN 3 VIEWS', 'amended'],
    ]);
    expect(run.row('DiagnosticReport', 'report/3001').result).toHaveLength(7);
    expect(run.row('ServiceRequest', 'order/3002')).toMatchObject({ status: 'revoked' });
  });

  it('knows of a closed referral only what its reason says', () => {
    const status = (number: string) => run.row('ServiceRequest', `referral/${number}`).status;
    expect(['5001', '5002', '5003'].map(status)).toEqual(['revoked', 'unknown', 'active']);
  });

  it('joins the lines of a note by their number, each of its contacts a note', () => {
    const text = (csn: string) => {
      const note = run.row('DocumentReference', `note-csn/${csn}`);
      return Buffer.from(note.content[0].attachment.data, 'base64').toString();
    };
    expect(text('12001')).toBe('S: Headache "all day".\n   - indented\nPlan: grenfolt.');
    expect(text('12002')).toBe('Addendum: better.');
    const [first, addendum, call, deleted] = ['12001', '12002', '12003', '12004'].map((csn) =>
      run.row('DocumentReference', `note-csn/${csn}`),
    );
    expect(first.identifier.at(-1).value).toBe(addendum.identifier.at(-1).value);
    // Times of notes are in UTC.
    expect(first.date).toBe('2023-03-11T03:30:00+00:00');
    expect(call.context?.encounter).toBeUndefined();
    expect(deleted.status).toBe('entered-in-error');
    const untold = run.row('DocumentReference', 'note/1103');
    expect(untold.content[0].attachment).toMatchObject({
      title: 'The text of note 1103 is not in the export',
    });
    // US Core asks for data or an address, and takes that it is not known.
    expect(untold.content[0].attachment).not.toHaveProperty('url');
    expect(untold.content[0].attachment).not.toHaveProperty('data');
    expect(run.row('DocumentReference', 'note/1106').docStatus).toBe('preliminary');
  });

  it('makes one pressure of one cell, and keeps what is no pressure as words', () => {
    const pressures = coded('Observation', '85354-9').map(({ component }) =>
      component.map(({ valueQuantity }: { valueQuantity: { value: number } }) => valueQuantity.value),
    );
    expect(pressures).toEqual([
      [142, 74],
      [142, 74],
    ]);
    expect(named('Observation', 'PHYS_BP').map(({ valueString }) => valueString)).toContain(
      'unable to obtain',
    );
  });

  it('gives the rows of a flowsheet their values, and says where the export has none', () => {
    expect(named('Observation', 'Pulse')).toMatchObject([
      { status: 'final', valueQuantity: { value: 81, code: '/min' } },
    ]);
    expect(named('Observation', 'Pain Location')).toMatchObject([{ valueString: 'Head' }]);
    const [empty, ...more] = named('Observation', 'Encounter Vitals');
    expect(more).toEqual([]);
    expect(empty.status).toBe('unknown');
    expect(notes(empty)).toContain('The values are not in the export (V_EHI_FLO_MEAS_VALUE)');
  });

  it('keeps "no" and the words beside it together, and smoking that nobody asked for as it stands', () => {
    const [drugs] = coded('Observation', '11343-1');
    expect(drugs.valueString).toBe('No');
    expect(notes(drugs)).toEqual(['occasional mellisk']);
    const smoking = coded('Observation', '72166-2').map(({ valueCodeableConcept }) => [
      valueCodeableConcept.text,
      codes(valueCodeableConcept),
    ]);
    expect(smoking.toSorted()).toEqual([
      ['Former', ['8517006']],
      ['Never Assessed', []],
    ]);
  });
});
