import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputOf, make } from '../../../test/conversion.ts';
import { unaccounted } from '../../../test/golden/invariants.ts';
import { assemble } from '../../assemble/index.ts';
import { type Contribution, countedUnits } from '../../record/index.ts';
import { detect, readers } from '../index.ts';

const fixture = readFileSync(new URL('../../../fixtures/ccr/ccr.xml', import.meta.url), 'utf8');

function read(xml: string): Contribution {
  const found = readers.ccr.read(inputOf(xml), { make });
  if (!('source' in found)) throw new Error(`not read: ${found.issues.map(({ code }) => code).join()}`);
  return found;
}

const actors = `<Actors><Actor><ActorObjectID>P</ActorObjectID><Person><Name><CurrentName><Given>A</Given>
  <Family>B</Family></CurrentName></Name></Person></Actor></Actors>`;
const ccr = (body: string, rest = actors): string =>
  `<ContinuityOfCareRecord xmlns="urn:astm-org:CCR"><Patient><ActorID>P</ActorID></Patient><Body>${body}</Body>${rest}</ContinuityOfCareRecord>`;
const text = (name: string, words: string) => `<${name}><Text>${words}</Text></${name}>`;
const problem = (inner: string) =>
  read(ccr(`<Problems><Problem>${inner}</Problem></Problems>`)).statements.problem?.[0];

describe('a CCR', () => {
  const contribution = read(fixture);

  it('is known by its root, with a prefix too', () => {
    expect(detect(Buffer.from(fixture))).toEqual({ format: 'ccr' });
    const prefixed = fixture.replaceAll(/<(\/?)([A-Z])/g, '<$1c:$2').replace('xmlns=', 'xmlns:c=');
    expect(detect(Buffer.from(prefixed))).toEqual({ format: 'ccr' });
    expect(read(prefixed).statements.problem).toEqual(contribution.statements.problem);
  });

  it('gives each area its statements', () => {
    const counts = Object.fromEntries(
      Object.entries(contribution.statements).map(([kind, items]) => [kind, items?.length]),
    );
    expect(counts).toEqual({
      document: 1,
      problem: 3,
      allergy: 1,
      medication: 2,
      immunization: 2,
      observation: 5,
      report: 1,
      procedure: 1,
      order: 1,
      encounter: 1,
    });
  });

  it('has a line for each unit, before and after assembly', () => {
    const { ledger } = assemble([contribution], { make });
    for (const unit of countedUnits) {
      const count = contribution.units[unit] ?? 0;
      expect(unaccounted(contribution.ledger, unit, count)).toEqual([]);
      expect(unaccounted(ledger, unit, count)).toEqual([]);
    }
    expect(contribution.units).toEqual({ header: 4, entry: 16 });
  });

  it('names its patient by the current name, number and birth', () => {
    expect(contribution.patient).toMatchObject({
      identifiers: [{ value: 'ZZMRN-CCR-22', assigner: 'Mossgate Clinic' }],
      names: [
        { use: 'official', family: 'Brackenhurst' },
        { use: 'maiden', family: 'Quillfeather' },
      ],
      gender: 'female',
      birth: { value: '1948-12-03' },
    });
    const scan = readers.ccr.scan(inputOf(fixture), { make });
    expect(scan).toMatchObject({ patient: contribution.patient.id, family: 'brackenhurst' });
  });

  it('keeps in words what has no rule', () =>
    expect(contribution.statements.document?.[0]?.sections?.[0]).toMatchObject({
      title: 'Social history',
      text: { xhtml: expect.stringContaining('Type: Occupation; Beekeeper') },
    }));

  it('of two patients is refused', () => {
    const two = ccr('').replace('<Body>', '<Patient><ActorID>Q</ActorID></Patient><Body>');
    expect(readers.ccr.read(inputOf(two), { make })).toMatchObject({
      issues: [{ code: 'document-several-patients' }],
    });
  });

  it('is no CDA document', () =>
    expect(readers.ccr.read(inputOf('<a/>'), { make })).toMatchObject({
      issues: [{ code: 'document-not-ccr' }],
    }));
});

describe('hazards of a CCR', () => {
  it('what is ruled out is no diagnosis', () => {
    const found = problem(text('Description', 'Infarction') + text('Status', 'Ruled Out'));
    expect(found?.verificationStatus).toBe('refuted');
    expect(found).not.toHaveProperty('clinicalStatus');
  });

  it('"no known problems" is no problem of that name', () =>
    expect(problem(text('Description', 'No known problems'))?.code.codings[0]?.code).toBe('160245001'));

  it.each([
    ['NKDA', '409137002'],
    ['No Known Drug Allergies', '409137002'],
    ['No known allergies', '716186003'],
  ])('%s is no allergy to something', (words, code) => {
    const { statements } = read(ccr(`<Alerts><Alert>${text('Description', words)}</Alert></Alerts>`));
    expect(statements.allergy?.map((one) => one.code?.codings[0]?.code)).toEqual([code]);
  });

  it('an alert of another kind is no allergy', () => {
    const alert = `<Alert>${text('Type', 'Alert')}${text('Description', 'Pacemaker')}</Alert>`;
    const { statements, ledger } = read(ccr(`<Alerts>${alert}</Alerts>`));
    expect(statements.allergy).toBeUndefined();
    expect(ledger.find(({ unit }) => unit === 'entry')).toMatchObject({ state: 'kept-as-text' });
  });

  it.each(['None', 'No known medications'])('"%s" is no drug', (words) => {
    const medication = `<Medication><Product>${text('ProductName', words)}</Product></Medication>`;
    const { statements } = read(ccr(`<Medications>${medication}</Medications>`));
    expect(statements.medication).toBeUndefined();
    expect(statements.noneKnown).toHaveLength(1);
    expect(statements.document?.[0]?.sections?.[0]?.emptyReason).toBe('nilknown');
  });

  it.each([
    ['Refused', 'not-done'],
    ['Administered', 'completed'],
    ['Not given', 'not-done'],
  ])('a vaccine that is stated as %s is %s', (words, status) => {
    const vaccine = `<Immunization>${text('Status', words)}<Product>${text('ProductName', 'X')}</Product></Immunization>`;
    expect(read(ccr(`<Immunizations>${vaccine}</Immunizations>`)).statements.immunization?.[0]?.status).toBe(
      status,
    );
  });

  it.each(['Planned', 'Scheduled', 'Ordered'])('a procedure that is %s was not done', (words) => {
    const planned = `<Procedure>${text('Description', 'Colonoscopy')}${text('Status', words)}</Procedure>`;
    expect(read(ccr(`<Procedures>${planned}</Procedures>`)).statements.procedure).toBeUndefined();
  });

  it.each([
    ['5/5/06', { literal: '5/5/06' }],
    ['5/5/2006', { value: '2006', literal: '5/5/2006' }],
    ['12/22/2002', { value: '2002-12-22', literal: '12/22/2002' }],
    ['about 1990 or 1991', { literal: 'about 1990 or 1991' }],
    ['2006-05', { value: '2006-05' }],
  ])('an approximate date says no more than its words: %s', (words, onset) => {
    const date = `<DateTime>${text('ApproximateDateTime', words)}</DateTime>`;
    expect(problem(date + text('Description', 'X'))?.onset).toEqual(onset);
  });

  it('a result that is no number stays in its words', () => {
    const test = `<Test>${text('Description', 'Culture')}<TestResult><Value>no growth</Value></TestResult></Test>`;
    const { statements } = read(
      ccr(`<Results><Result>${text('Description', 'Culture')}${test}</Result></Results>`),
    );
    expect(statements.observation?.[0]).toMatchObject({ status: 'unknown', value: { string: 'no growth' } });
  });

  it('a vital sign of zero is kept and said aloud', () => {
    const code = '<Code><Value>8867-4</Value><CodingSystem>LOINC</CodingSystem></Code>';
    const pulse = `<Description><Text>Heart rate</Text>${code}</Description>`;
    const result = '<TestResult><Value>0</Value><Units><Unit>/min</Unit></Units></TestResult>';
    const { statements, issues } = read(
      ccr(`<VitalSigns><Result><Test>${pulse}${result}</Test></Result></VitalSigns>`),
    );
    expect(statements.observation?.[0]?.value?.quantity?.value).toBe('0');
    expect(issues.map(({ code }) => code)).toContain('vital-sign-zero');
  });

  it('a vital sign in a unit that FHIR does not allow stays as given beside', () => {
    const weight = read(fixture).statements.observation?.find((one) => one.code.text === 'Body weight');
    expect(weight).not.toHaveProperty('value');
    expect(weight?.components?.[0]?.value?.quantity).toEqual({ value: '12', unit: 'stone' });
  });
});
