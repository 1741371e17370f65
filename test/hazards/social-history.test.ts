import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const loinc = '2.16.840.1.113883.6.1';
const snomed = '2.16.840.1.113883.6.96';
const actCode = '2.16.840.1.113883.5.4';
const template = (tail: string) => `2.16.840.1.113883.10.20.${tail}`;

interface Parts {
  readonly root?: string;
  readonly attributes?: string;
  readonly mood?: string;
  readonly code?: string;
  readonly time?: string;
  readonly value?: string;
  readonly more?: string;
}

const coded = (code: string, system = snomed, display = '') =>
  `<value xsi:type="CD" code="${code}" codeSystem="${system}" displayName="${display}"/>`;

const observation = (parts: Parts): string =>
  `<observation classCode="OBS" moodCode="${parts.mood ?? 'EVN'}" ${parts.attributes ?? ''}>${parts.root ? `<templateId root="${template(parts.root)}"/>` : ''}
<id root="2.16.840.1.113883.19.77.7" extension="S-1"/>${parts.code ?? `<code code="ASSERTION" codeSystem="${actCode}"/>`}<statusCode code="completed"/>
${parts.time ?? '<effectiveTime value="20200102"/>'}${parts.value ?? ''}${parts.more ?? ''}</observation>`;

const converted = (...all: Parts[]) =>
  convert(clinicalDocument({ sections: [section('socialHistory', all.map(observation))] }));
const only = (parts: Parts): Json => converted(parts).only('Observation');
const extension = (patient: Json, name: string): Json[] =>
  (patient.extension ?? []).filter(({ url }: Json) => url.endsWith(`/us-core-${name}`));

const smoker = coded('449868002', snomed, 'Smokes tobacco daily');

describe('smoking status', () => {
  it.each([
    ['ASSERTION of R1.1', undefined],
    ['the code of later releases', `<code code="72166-2" codeSystem="${loinc}"/>`],
  ])('by %s is 72166-2 with the category social-history', (_, code) => {
    const found = only({ root: '22.4.78', value: smoker, ...(code && { code }) });
    expect(codesOf(found.code)).toEqual(['72166-2']);
    expect(codesOf(found.category[0])).toEqual(['social-history']);
    expect(codesOf(found.valueCodeableConcept)).toEqual(['449868002']);
    expect(found.effectiveDateTime).toBe('2020-01-02');
  });

  it('with an open span is a point, as US Core asks; with an end it stays a span', () => {
    const open = '<effectiveTime><low value="2001"/><high nullFlavor="UNK"/></effectiveTime>';
    expect(only({ root: '22.4.78', value: smoker, time: open }).effectiveDateTime).toBe('2001');
    const closed = '<effectiveTime><low value="2001"/><high value="2009"/></effectiveTime>';
    expect(only({ root: '22.4.78', value: smoker, time: closed }).effectivePeriod).toEqual({
      start: '2001',
      end: '2009',
    });
  });

  it('without a time says that it is unknown, and takes none from elsewhere', () => {
    const found = only({ root: '22.4.78', value: smoker, time: '' });
    expect(found.effectiveDateTime).toBeUndefined();
    expect(found._effectiveDateTime.extension[0].valueCode).toBe('unknown');
  });
});

describe('negation', () => {
  it('a negated smoker is no smoker by any code', () => {
    const conversion = converted({ root: '22.4.78', attributes: 'negationInd="true"', value: smoker });
    const found = conversion.only('Observation');
    expect(found.valueCodeableConcept).toBeUndefined();
    expect(found.valueString).toBe('Negated: Smokes tobacco daily');
    expect(conversion.codes).toContain('negated-value');
  });

  it('a negated topic without a value is answered with no', () => {
    const code = `<code code="11367-0" codeSystem="${loinc}"/>`;
    expect(only({ root: '22.4.38', attributes: 'negationInd="1"', code }).valueBoolean).toBe(false);
  });

  it('a negated birth sex is none of the patient', () => {
    const conversion = converted({
      root: '22.4.200',
      attributes: 'negationInd="true"',
      value: coded('M', '2.16.840.1.113883.5.1'),
    });
    expect(extension(conversion.only('Patient'), 'birthsex')).toEqual([]);
  });
});

it('tobacco use keeps its span, its amount and its unit', () => {
  const time = '<effectiveTime><low value="1990"/><high value="2005"/></effectiveTime>';
  const value = '<value xsi:type="PQ" value="1.5" unit="{pack}/d"/>';
  const found = only({ root: '22.4.85', time, value });
  expect(codesOf(found.code)).toEqual(['11367-0']);
  expect(found.effectivePeriod).toEqual({ start: '1990', end: '2005' });
  expect(found.valueQuantity).toMatchObject({ value: 1.5, code: '{pack}/d' });
});

describe('pregnancy', () => {
  const due = `<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><templateId root="${template('15.3.1')}"/>
<code code="11778-8" codeSystem="${loinc}"/><statusCode code="completed"/><value xsi:type="TS" value="20200911"/></observation></entryRelationship>`;

  it('is 82810-3, and its due date a component and no observation', () => {
    const found = only({ root: '15.3.8', value: coded('77386006'), more: due });
    expect(codesOf(found.code)).toEqual(['82810-3']);
    expect(found.component).toHaveLength(1);
    expect(found.component[0].valueDateTime).toBe('2020-09-11');
  });

  it('UNK is an answer, another null flavor is none', () => {
    const value = (flavor: string) => `<value xsi:type="CD" nullFlavor="${flavor}"/>`;
    expect(codesOf(only({ root: '15.3.8', value: value('UNK') }).valueCodeableConcept)).toEqual(['UNK']);
    expect(codesOf(only({ root: '15.3.8', value: value('NASK') }).valueCodeableConcept)).toEqual([]);
  });

  it('an intention is stated, though its mood is INT', () => {
    const code = `<code code="86645-9" codeSystem="${loinc}"/>`;
    const found = only({ root: '22.4.281', mood: 'INT', code, value: coded('454410003') });
    expect(found.status).toBe('final');
    expect(codesOf(found.code)).toEqual(['86645-9']);
  });
});

it('what is only planned is no finding', () => {
  const code = `<code code="160573003" codeSystem="${snomed}"/>`;
  expect(only({ root: '22.4.38', mood: 'INT', code }).status).toBe('registered');
});

describe('what the patient is told by, and no observation', () => {
  it.each([
    ['birthsex', { root: '22.4.200', value: coded('F', '2.16.840.1.113883.5.1') }, { valueCode: 'F' }],
    ['birthsex', { root: '22.4.200', value: coded('248153007') }, { valueCode: 'M' }],
    [
      'birthsex',
      { root: '22.4.200', value: '<value xsi:type="CD" nullFlavor="UNK"/>' },
      { valueCode: 'UNK' },
    ],
    ['sex', { root: '22.4.507', value: coded('248152002') }, { valueCode: '248152002' }],
    [
      'genderIdentity',
      { root: '34.3.45', value: coded('446151000124109') },
      { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '446151000124109' }] } },
    ],
    [
      'tribal-affiliation',
      { root: '22.4.506', value: coded('338', '2.16.840.1.113883.5.140') },
      {
        extension: [
          {
            url: 'tribalAffiliation',
            valueCodeableConcept: {
              coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-TribalEntityUS', code: '338' }],
            },
          },
        ],
      },
    ],
  ] as [string, Parts, Json][])('%s', (name, parts, expected) => {
    const conversion = converted(parts);
    expect(conversion.of('Observation')).toEqual([]);
    expect(extension(conversion.only('Patient'), name)).toMatchObject([expected]);
    const lines = conversion.ledger.filter(({ unit }) => unit === 'entry');
    expect(lines).toMatchObject([{ state: 'converted', into: [`patient/${conversion.record.patient.id}`] }]);
  });

  it('a birth sex that the extension cannot say stays an observation', () => {
    const conversion = converted({ root: '22.4.200', value: coded('32570691000036108') });
    expect(extension(conversion.only('Patient'), 'birthsex')).toEqual([]);
    expect(codesOf(conversion.only('Observation').valueCodeableConcept)).toEqual(['32570691000036108']);
  });

  it('a sexual orientation is an observation', () => {
    const code = `<code code="76690-7" codeSystem="${loinc}"/>`;
    expect(codesOf(only({ root: '22.4.501', code, value: coded('20430005') }).code)).toEqual(['76690-7']);
  });
});

it('an industry is a component of the occupation', () => {
  const inside = `<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><templateId root="${template('22.4.504')}"/>
<code code="86188-0" codeSystem="${loinc}"/>${coded('811111', '2.16.840.1.114222.4.5.327')}</observation></entryRelationship>`;
  const code = `<code code="11341-5" codeSystem="${loinc}"/>`;
  const found = only({
    root: '22.4.503',
    code,
    value: coded('51-9191', '2.16.840.1.114222.4.5.327'),
    more: inside,
  });
  expect(codesOf(found.component[0].code)).toEqual(['86188-0']);
});

it('the answers of an assessment are observations that it has as members', () => {
  const answer = (code: string) =>
    `<entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN"><templateId root="${template('22.4.86')}"/><code code="${code}" codeSystem="${loinc}"/>
<statusCode code="completed"/>${coded('LA28397-0', loinc)}</observation></entryRelationship>`;
  const code = `<code code="88121-9" codeSystem="${loinc}"/>`;
  const parts = {
    root: '22.4.69',
    code,
    value: '<value xsi:type="INT" value="2"/>',
    more: answer('88122-7') + answer('88123-5'),
  };
  const conversion = converted(parts);
  const panel = conversion.of('Observation').find(({ hasMember }) => hasMember);
  expect(panel.category.flatMap(codesOf)).toEqual(['social-history', 'survey']);
  expect(panel.hasMember).toHaveLength(2);
  expect(conversion.of('Observation')).toHaveLength(3);
});

it('an observation without a template is read by its section', () => {
  const found = only({
    code: `<code code="160573003" codeSystem="${snomed}"/>`,
    value: '<value xsi:type="ST">two glasses a week</value>',
  });
  expect(found.valueString).toBe('two glasses a week');
});

it('a journey is an observation of where and when', () => {
  const journey = `<act classCode="ACT" moodCode="EVN"><templateId root="${template('15.2.3.1')}"/><code code="420008001" codeSystem="${snomed}"/>
<text>by train</text><statusCode code="completed"/><effectiveTime><low value="20200101"/><high value="20200105"/></effectiveTime>
<participant typeCode="LOC"><participantRole classCode="TERR"><addr><city>Larkspur</city><country>US</country></addr></participantRole></participant></act>`;
  const found = convert(clinicalDocument({ sections: [section('socialHistory', [journey])] })).only(
    'Observation',
  );
  expect(codesOf(found.code)).toEqual(['420008001']);
  expect(found.effectivePeriod).toEqual({ start: '2020-01-01', end: '2020-01-05' });
  expect(found.valueString).toBe('by train');
  expect(found.component[0].valueString).toBe('Larkspur, US');
});
