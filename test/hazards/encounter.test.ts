import { describe, expect, it } from 'vitest';
import { clinicalDocument, problem, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const id = '<id root="2.16.840.1.113883.19.77.4" extension="V-1"/>';
const visit = '<code code="99213" codeSystem="2.16.840.1.113883.6.12" displayName="Office visit"/>';
const encounter = (inner: string, mood = 'EVN', template = '22.4.49'): string =>
  `<encounter classCode="ENC" moodCode="${mood}"><templateId root="2.16.840.1.113883.10.20.${template}"/>${inner}</encounter>`;
const header = (inner: string): string =>
  `<componentOf><encompassingEncounter>${inner}</encompassingEncounter></componentOf>`;
const convertAll = (entries: string[], head = '') =>
  convert(clinicalDocument({ header: head, sections: [section('encounters', entries)] }));
const only = (inner: string): Json => convertAll([encounter(id + inner)]).only('Encounter');
const span = (low: string, high = ''): string =>
  `<effectiveTime><low ${low}/>${high && `<high ${high}/>`}</effectiveTime>`;

describe('the same id in header and body', () => {
  it('is one encounter, which has what both say', () => {
    const { only: one } = convertAll(
      [encounter(`${id}${visit}${span('value="20150301"')}`)],
      header(id + span('value="20150301"', 'value="20150304"')),
    );
    expect(one('Encounter')).toMatchObject({
      status: 'finished',
      period: { start: '2015-03-01', end: '2015-03-04' },
      class: { code: 'AMB' },
    });
    expect(one('Composition').encounter.reference).toBe(`Encounter/${one('Encounter').id}`);
  });

  it('takes the end from the body where the header leaves it open', () =>
    expect(
      convertAll(
        [encounter(id + span('value="20150301"', 'value="20150304"'))],
        header(id + span('value="20150301"')),
      ).only('Encounter'),
    ).toMatchObject({ status: 'finished', period: { end: '2015-03-04' } }));

  it('several visits under one id stay several', () => {
    const days = ['20150301', '20150402', '20150503'].map((day) =>
      encounter(`${id}<effectiveTime value="${day}"/>`),
    );
    expect(convertAll(days).of('Encounter')).toHaveLength(3);
  });
});

describe('the status of an encounter', () => {
  it.each([
    ['<effectiveTime value="20150301"/>', 'finished'],
    [span('value="20150301"', 'value="20150302"'), 'finished'],
    [span('value="20150301"'), 'unknown'],
    [span('value="20150301"', 'nullFlavor="UNK"'), 'unknown'],
    [`<statusCode code="active"/>${span('value="20150301"')}`, 'in-progress'],
    [`<statusCode code="completed"/>${span('value="20150301"')}`, 'finished'],
    ['<statusCode code="cancelled"/><effectiveTime value="20150301"/>', 'cancelled'],
    ['<statusCode code="nullified"/><effectiveTime value="20150301"/>', 'entered-in-error'],
  ])('%s is %s', (inner, status) => expect(only(visit + inner).status).toBe(status));
});

describe('a planned encounter', () => {
  it.each(['INT', 'RQO', 'ARQ', 'APT', 'PRMS', 'PRP'])('is none that took place (%s)', (mood) => {
    const { of } = convertAll([encounter(`${id}${visit}<effectiveTime value="20300301"/>`, mood, '22.4.40')]);
    expect([of('Encounter').length, of('ServiceRequest').length]).toEqual([0, 1]);
  });

  it('is none either where an activity stands in it', () => {
    const inside = encounter(`${id}${visit}${span('value="20300301"')}`);
    const { of, only: one } = convertAll([
      encounter(`${id}<entryRelationship typeCode="REFR">${inside}</entryRelationship>`, 'ARQ', '22.4.40'),
    ]);
    expect(of('Encounter')).toEqual([]);
    expect(one('ServiceRequest')).toMatchObject({ occurrenceDateTime: '2030-03-01' });
  });
});

describe('the class of an encounter', () => {
  it.each([
    ['<code code="IMP" codeSystem="2.16.840.1.113883.5.4"/>', 'IMP', []],
    ['<code code="99222" codeSystem="2.16.840.1.113883.6.12"/>', 'IMP', ['99222']],
    ['<code code="99283" codeSystem="2.16.840.1.113883.6.12"/>', 'EMER', ['99283']],
    [
      '<code code="99283" codeSystem="2.16.840.1.113883.6.12"><translation code="AMB" codeSystem="2.16.840.1.113883.5.4"/></code>',
      'AMB',
      ['99283'],
    ],
    ['<code code="185349003" codeSystem="2.16.840.1.113883.6.96"/>', undefined, ['185349003']],
  ])('%s', (code, expected, types) => {
    const one = only(`${code}<effectiveTime value="2015"/>`);
    expect(one.class.code).toBe(expected);
    if (expected === undefined) expect(one.class.extension[0].valueCode).toBe('unknown');
    expect(one.type.flatMap(codesOf)).toEqual(types);
  });
});

describe('a diagnosis of an encounter', () => {
  const diagnosis = (inner: string): string =>
    `<entryRelationship typeCode="REFR"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.80"/>
<code code="29308-4" codeSystem="2.16.840.1.113883.6.1"/><entryRelationship typeCode="SUBJ">${inner}</entryRelationship></act></entryRelationship>`;
  const observation = (extension: string, inner: string): string =>
    `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4"/><id root="2.16.840.1.113883.19.77.6" extension="${extension}"/>
<code code="282291009" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>${inner}</observation>`;
  const asthma =
    '<effectiveTime><low value="20150301"/></effectiveTime><value xsi:type="CD" code="195967001" codeSystem="2.16.840.1.113883.6.96" displayName="Asthma"/>';
  const convertBoth = (inner: string) =>
    convert(
      clinicalDocument({
        sections: [
          section('encounters', [
            encounter(`${id}${visit}<effectiveTime value="20150301"/>${diagnosis(inner)}`),
          ]),
          section('problems', [problem()]),
        ],
      }),
    );

  it.each([
    ['the same', asthma],
    ['nothing but its id', '<value xsi:type="CD" nullFlavor="UNK"/>'],
    ['another onset', asthma.replace('20150301', '20150401')],
  ])('whose id is a problem is that problem (it says %s)', (_, inner) => {
    const { only: one } = convertBoth(observation('S-1', inner));
    expect(one('Encounter').diagnosis).toEqual([
      { condition: { reference: `Condition/${one('Condition').id}` } },
    ]);
    expect(one('Condition').onsetDateTime).toBe('2015-03-01');
  });

  it('is an encounter diagnosis of that encounter, wherever the encounter stands', () => {
    const { of, only: one } = convertBoth(observation('D-9', asthma.replace('195967001', '233604007')));
    const found = of('Condition').find(({ code }) => codesOf(code)[0] === '233604007');
    expect(codesOf(found.category[0])).toEqual(['encounter-diagnosis']);
    expect(found.encounter.reference).toBe(`Encounter/${one('Encounter').id}`);
    expect(one('Encounter').diagnosis[0].condition.reference).toBe(`Condition/${found.id}`);
  });
});

describe('a statement that names an encounter', () => {
  const stub = (extension: string): string =>
    `<entryRelationship typeCode="COMP"><encounter classCode="ENC" moodCode="EVN"><id root="2.16.840.1.113883.19.77.4" extension="${extension}"/></encounter></entryRelationship>`;
  const converted = (extension: string) =>
    convert(
      clinicalDocument({
        header: header('<id root="2.16.840.1.113883.19.77.4" extension="V-0"/><effectiveTime value="2010"/>'),
        sections: [
          section('problems', [
            problem({ more: stub(extension) }),
            problem({ id: '<id nullFlavor="UNK"/>' }),
          ]),
          section('encounters', [encounter(`${id}${visit}<effectiveTime value="20150301"/>`)]),
        ],
      }),
    );

  it('belongs to the one that the document describes under its id', () => {
    const { of } = converted('V-1');
    const [named, other] = of('Condition');
    const reference = of('Encounter').find(({ period }) => period.start === '2015-03-01')?.id;
    expect([named, other].map((one) => one.encounter?.reference).filter(Boolean)).toEqual([
      `Encounter/${reference}`,
    ]);
    expect(of('Encounter')).toHaveLength(2);
  });

  it('that nobody describes keeps its id in an encounter of which nothing else is known', () => {
    const unknown = converted('V-7')
      .of('Encounter')
      .find(({ identifier }) => identifier[0].value === 'V-7');
    expect(unknown).toMatchObject({ status: 'unknown' });
  });
});
