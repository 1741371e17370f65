import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patientRecord } from '../../src/record/index.ts';
import { root } from '../chartlift.ts';
import type { Json } from '../conversion.ts';
import { run, scratch } from '../tables/clinic.ts';

const folder = scratch();
const layouts = ['2017', '2020', '2022', '2024'] as const;

/** The records of an export in a layout, by family name and year of birth, and what the run says of its tables. */
async function convert(layout: string) {
  const out = join(folder, layout);
  const input = join(root, 'fixtures/csv/synthea', layout);
  const summary = await run(out, [input], { mapping: undefined, to: ['record'] });
  const records = globSync('records/*.json', { cwd: out }).map((name) =>
    patientRecord.parse(JSON.parse(readFileSync(join(out, name), 'utf8'))),
  );
  return {
    summary,
    of: (first: string) => records.find(({ patient }) => patient.names?.[0]?.given?.[0] === first) as Json,
  };
}

const runs = new Map(
  await Promise.all(layouts.map(async (layout) => [layout, await convert(layout)] as const)),
);
const conversion = (layout: string) => {
  const found = runs.get(layout as '2024');
  if (!found) throw new Error(`no ${layout}`);
  return found;
};

const code = (concept: Json): string => concept.codings[0]?.code ?? concept.text;
const observed = (record: Json, wanted: string): Json[] =>
  record.statements.observation.filter((one: Json) => code(one.code) === wanted);

describe.each(layouts)('the layout of %s', (layout) => {
  const { summary, of } = conversion(layout);

  it('is found, and all of its rows and columns are accounted for', () => {
    const [found] = summary.exports;
    expect(found).toMatchObject({ mapping: { id: 'synthea' } });
    expect(summary.ledger.row).toMatchObject({ quarantined: 0, remainder: 0 });
    const without = found?.tables.flatMap(({ columns }) => columns.withoutRule);
    expect(without).toEqual([]);
    expect(found?.others).toEqual([]);
  });

  it('gives the same people', () => {
    expect(of('Wilhelmina').patient).toMatchObject({
      gender: 'female',
      birthSex: 'F',
      birth: { value: '1961-04-09' },
      maritalStatus: { codings: [{ code: 'M' }] },
      race: { categories: [{ code: '2106-3' }] },
      ethnicity: { categories: [{ code: '2186-5' }] },
      birthPlace: { city: 'Elsewhere', state: 'Massachusetts', country: 'US' },
      names: [
        { use: 'official', prefix: ['Mrs.'], family: 'Quillfeather' },
        { use: 'maiden', family: 'Tansyworth' },
      ],
    });
    const ssn = of('Wilhelmina').patient.identifiers.find(
      ({ system }: Json) => system === 'http://hl7.org/fhir/sid/us-ssn',
    );
    expect(ssn.value).toBe('987-65-4361');
    expect(of('Otto').patient).toMatchObject({
      died: { value: '2021-08-15' },
      race: { categories: [{ code: '1002-5' }] },
    });
    // Nobody says that the child was never married.
    expect(of('Barnaby').patient).not.toHaveProperty('maritalStatus');
  });

  it('gives the same problems, drugs and vaccines, with their dates and visits', () => {
    const { problem, medication, immunization, encounter } = of('Wilhelmina').statements;
    expect(
      problem
        .map((one: Json) => [code(one.code), one.clinicalStatus, one.onset.value, one.abatement?.value])
        .sort(),
    ).toEqual([
      ['10509002', 'resolved', '2019-03-04', '2019-03-20'],
      ['59621000', 'active', '2020-05-06', undefined],
    ]);
    expect(
      medication
        .map((one: Json) => [
          code(one.code),
          one.status,
          one.authored.value.slice(0, 10),
          code(one.reasons[0]),
        ])
        .sort(),
    ).toEqual([
      ['313782', 'stopped', '2019-03-04', '10509002'],
      ['314076', 'active', '2020-05-06', '59621000'],
    ]);
    expect(of('Barnaby').statements.immunization.map((one: Json) => code(one.code))).toEqual(['08']);
    const visits = new Set(encounter.map(({ id }: Json) => `encounter/${id}`));
    for (const one of [...problem, ...medication, ...immunization])
      expect(visits).toContain(one.encounter.ref);
  });

  it('puts a blood pressure together; of half of one the other half is unknown', () => {
    const [whole] = observed(of('Wilhelmina'), '85354-9');
    expect(whole.categories).toEqual(['vital-signs']);
    expect(
      whole.components.map((one: Json) => [
        code(one.code),
        one.value.quantity.value,
        one.value.quantity.code,
      ]),
    ).toEqual([
      ['8480-6', '132.0', 'mm[Hg]'],
      ['8462-4', '89.0', 'mm[Hg]'],
    ]);
    const [half] = observed(of('Otto'), '85354-9');
    const readings = half.components.map((one: Json) => [
      code(one.code),
      one.value.quantity?.value ?? one.value.absent,
    ]);
    expect(readings.sort()).toEqual([
      ['8462-4', '61.0'],
      ['8480-6', 'unknown'],
    ]);
    expect(observed(of('Wilhelmina'), '8480-6')).toEqual([]);
  });

  it('puts the questions of PRAPARE together, answers with their codes', () => {
    const [prapare] = observed(of('Wilhelmina'), '93025-5');
    const answers = prapare.components.map(({ code: question, value }: Json) => [
      code(question),
      value.quantity?.value ?? code(value.concept),
    ]);
    expect(answers).toEqual([
      ['93033-9', 'LA32-8'],
      ['93038-8', 'LA13863-8'],
      ['63512-8', '2.0'],
    ]);
  });

  it('keeps two findings of one code and moment apart, and what is no LOINC out of LOINC', () => {
    const found = observed(of('Wilhelmina'), '5767-9').map(({ value }) => code(value.concept));
    expect(found.sort()).toEqual(['167248002', '7766007']);
    const [score] = observed(of('Wilhelmina'), 'QOLS');
    expect(score.code.codings[0].system).toBe('http://synthetichealth.github.io/synthea/codes');
    expect(score).not.toHaveProperty('encounter');
    const [smoking] = observed(of('Wilhelmina'), '72166-2');
    expect(smoking).toMatchObject({
      categories: ['social-history'],
      value: { concept: { codings: [{ code: '266919005' }] } },
    });
  });
});

describe('what later layouts have', () => {
  const wilhelmina = conversion('2024').of('Wilhelmina').statements;

  it('two reactions, with their severities', () => {
    const [nuts] = wilhelmina.allergy;
    expect(nuts).toMatchObject({ type: 'allergy', category: 'food', clinicalStatus: 'active' });
    expect(nuts.reactions.map((one: Json) => [code(one.manifestation), one.severity])).toEqual([
      ['39579001', 'severe'],
      ['271807003', 'moderate'],
    ]);
    const [aspirin] = conversion('2024').of('Barnaby').statements.allergy;
    expect(aspirin).toMatchObject({
      clinicalStatus: 'inactive',
      type: 'intolerance',
      code: { codings: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1191' }] },
    });
  });

  it('visits of classes, with who saw the patient', () => {
    const record = conversion('2024').of('Wilhelmina');
    const classes = record.statements.encounter.map((one: Json) => [code(one.class), one.types.map(code)]);
    expect(classes.sort()).toEqual([
      ['AMB', ['162673000', 'wellness']],
      ['AMB', ['185345009']],
      ['EMER', ['50849002']],
    ]);
    const [nibsworth] = record.people.practitioner;
    expect(nibsworth).toMatchObject({
      gender: 'female',
      names: [{ given: ['Philippa'], family: 'Nibsworth' }],
    });
    expect(nibsworth.identifiers.map(({ system }: Json) => system)).toContain(
      'http://hl7.org/fhir/sid/us-npi',
    );
    for (const one of wilhelmina.medication) expect(one.requester.ref).toBe(`practitioner/${nibsworth.id}`);
  });

  it('plans: whose, of whom, until when; none where there was none', () => {
    const spans = wilhelmina.coverage.map((one: Json) => [
      one.order,
      one.period.start.value.slice(0, 10),
      one.relationship && code(one.relationship),
    ]);
    expect(spans.sort()).toEqual([
      [1, '2019-01-01', 'self'],
      [2, '2019-01-01', undefined],
    ]);
    const barnaby = conversion('2024').of('Barnaby').statements;
    const [owner] = barnaby.relatedPerson;
    expect(barnaby.coverage[0]).toMatchObject({
      subscriber: { ref: `relatedPerson/${owner.id}` },
      relationship: { codings: [{ code: 'other' }] },
    });
    expect(owner).toMatchObject({
      names: [{ text: 'Wilhelmina Quillfeather' }],
      relationships: [{ codings: [{ code: 'GUARD' }] }],
    });
    expect(conversion('2020').of('Barnaby').statements.coverage[0].period).toEqual({
      start: { value: '2019' },
      end: { value: '2020' },
    });
  });

  it('images by study and series, devices by their UDI, supplies once', () => {
    const [study] = wilhelmina.imagingStudy;
    expect(study.series).toHaveLength(1);
    expect(study.series[0].instances.map(({ uid }: Json) => uid)).toEqual([
      '1.2.840.99999999.1.77.1',
      '1.2.840.99999999.1.77.2',
    ]);
    expect(wilhelmina.productInstance[0]).toMatchObject({
      deviceIdentifier: '08676543210987',
      lot: '9987',
      serial: '551',
      expires: { value: '2031-07-01' },
    });
    expect(wilhelmina.deviceUse[0]).toMatchObject({
      status: 'completed',
      period: { end: { value: '2021-08-09T10:00:00Z' } },
    });
    expect(wilhelmina.supplyDelivery).toHaveLength(1);
  });

  it('care plans for their condition, or for the words of their reason', () => {
    const plans = wilhelmina.carePlan.toSorted((a: Json, b: Json) =>
      a.period.start.value < b.period.start.value ? -1 : 1,
    );
    const bronchitis = wilhelmina.problem.find((one: Json) => code(one.code) === '10509002');
    expect(plans[0]).toMatchObject({ status: 'completed', addresses: [{ ref: `problem/${bronchitis.id}` }] });
    expect(plans[0]).not.toHaveProperty('reasons');
    expect(plans[1]).toMatchObject({ status: 'active', reasons: [{ codings: [{ code: '65966004' }] }] });
    expect(plans[1]).not.toHaveProperty('addresses');
  });
});
