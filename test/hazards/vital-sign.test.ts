import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { contributionOf, convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

let number = 0;
const reading = (
  code: string,
  value: string,
  { time = '20200301', attributes = '', more = '' } = {},
): string =>
  `<observation classCode="OBS" moodCode="EVN" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.27"/>
<id root="2.16.840.1.113883.19.77.8" extension="V-${++number}"/><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/>
<statusCode code="completed"/>${time && `<effectiveTime value="${time}"/>`}${value}${more}</observation>`;
const pq = (value: string, unit: string): string => `<value xsi:type="PQ" value="${value}" unit="${unit}"/>`;
const systolic = (value: string, more = {}) => reading('8480-6', pq(value, 'mm[Hg]'), more);
const diastolic = (value: string, more = {}) => reading('8462-4', pq(value, 'mm[Hg]'), more);

const panel = (readings: readonly string[], head = '<effectiveTime value="20200301"/>'): string =>
  `<organizer classCode="CLUSTER" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.26"/>
<id root="2.16.840.1.113883.19.77.8" extension="P-${++number}"/><code code="46680005" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>${head}
${readings.map((one) => `<component>${one}</component>`).join('')}</organizer>`;

const documentOf = (...entries: string[]): string =>
  clinicalDocument({ sections: [section('vitals', entries)] });
const of = (...entries: string[]) => convert(documentOf(...entries));
const coded = (found: ReturnType<typeof of>, code: string): Json[] =>
  found.of('Observation').filter((one) => codesOf(one.code).includes(code));
const numbersOf = (one: Json): unknown[] =>
  one.component.map(({ valueQuantity }: Json) => valueQuantity?.value);

describe('a vital sign of zero', () => {
  it.each([
    ['0', '80'],
    ['120', '0.0'],
  ])('is kept and said aloud: %s over %s', (upper, lower) => {
    const found = of(panel([systolic(upper), diastolic(lower)]));
    expect(numbersOf(coded(found, '85354-9')[0])).toContain(0);
    expect(found.codes.filter((code) => code === 'vital-sign-zero')).toHaveLength(1);
  });

  it('is none where it is above it', () =>
    expect(of(panel([systolic('120'), diastolic('80')])).codes).not.toContain('vital-sign-zero'));
});

describe('blood pressure', () => {
  it('two readings are one observation with both ids, in one panel', () => {
    const conversion = of(panel([systolic('120'), diastolic('80')]));
    const [one] = coded(conversion, '85354-9');
    expect(one.component.map(({ code }: Json) => codesOf(code))).toEqual([['8480-6'], ['8462-4']]);
    expect(numbersOf(one)).toEqual([120, 80]);
    expect(one.identifier).toHaveLength(2);
    expect(one.valueQuantity).toBeUndefined();
    expect(conversion.of('Observation')).toHaveLength(2);
    expect(coded(conversion, '85353-1')[0].hasMember).toEqual([{ reference: `Observation/${one.id}` }]);
  });

  it('readings of different times are not mixed', () => {
    const sitting = { time: '202003010800-0500' };
    const standing = { time: '202003010810-0500' };
    const found = of(
      panel([
        systolic('120', sitting),
        systolic('110', standing),
        diastolic('70', standing),
        diastolic('80', sitting),
      ]),
    );
    expect(coded(found, '85354-9').map(numbersOf)).toEqual([
      [120, 80],
      [110, 70],
    ]);
  });

  it('one reading alone says that the other is not known', () => {
    const [one] = coded(of(panel([systolic('120')])), '85354-9');
    expect(one.component[0].valueQuantity.value).toBe(120);
    expect(codesOf(one.component[1].dataAbsentReason)).toEqual(['unknown']);
  });

  it('a negated reading is no part of a pressure that was taken', () => {
    const found = of(panel([systolic('120', { attributes: 'negationInd="true"' }), diastolic('80')]));
    const taken = coded(found, '85354-9').find((one) =>
      one.component.some(({ valueQuantity }: Json) => valueQuantity),
    );
    expect(numbersOf(taken)).toEqual([undefined, 80]);
  });

  it('two entries without an organizer are one observation, and the ledger counts both', () => {
    const { ledger } = contributionOf(documentOf(systolic('120'), diastolic('80')));
    const entries = ledger.filter(({ unit }) => unit === 'entry');
    expect(entries.map(({ state }) => state)).toEqual(['converted', 'converted']);
    expect(entries[0]?.into).toEqual(entries[1]?.into);
  });

  it('the trace leads to both readings', () => {
    const { trace } = contributionOf(documentOf(panel([systolic('120'), diastolic('80')])));
    const fields = [...trace.values()].find(({ components }) => components);
    const paths = fields?.['components']?.map((point) => point.path()).join() ?? '';
    expect(paths).toContain('component[1]/observation/value');
    expect(paths).toContain('component[2]/observation/value');
  });

  it('in another unit than FHIR’s the readings stay as given', () => {
    const found = of(panel([reading('8480-6', pq('16', 'kPa')), reading('8462-4', pq('10', 'kPa'))]));
    expect(coded(found, '85354-9')).toEqual([]);
    expect(coded(found, '8480-6')[0].component[0].valueQuantity).toMatchObject({ value: 16, code: 'kPa' });
  });

  it('an Average Blood Pressure Organizer is the panel of its means', () => {
    const means = [reading('96608-5', pq('118', 'mm[Hg]')), reading('96609-3', pq('76', 'mm[Hg]'))];
    const organizer = panel(means)
      .replace('22.4.26', '22.4.512')
      .replace('46680005', '96607-7')
      .replace('2.16.840.1.113883.6.96', '2.16.840.1.113883.6.1');
    const one = of(organizer).only('Observation');
    expect(codesOf(one.code)).toEqual(['96607-7']);
    expect(numbersOf(one)).toEqual([118, 76]);
    expect(one.identifier).toHaveLength(3);
  });
});

describe('pulse oximetry', () => {
  const oxygen = [
    reading('59408-5', pq('98', '%')),
    reading('3151-8', pq('6', 'L/min')),
    reading('3150-0', pq('35', '%')),
  ];

  it('has both codes, flow and concentration as components', () => {
    const found = of(panel(oxygen));
    const [one] = coded(found, '2708-6');
    expect(codesOf(one.code)).toEqual(['59408-5', '2708-6']);
    expect(one.valueQuantity.value).toBe(98);
    expect(one.component.map(({ code }: Json) => codesOf(code))).toEqual([['3151-8'], ['3150-0']]);
    expect(found.of('Observation')).toHaveLength(2);
  });

  it('a concentration under the code that many write for it has the right one beside', () => {
    const misspelt = reading('3150-6', pq('35', '%'));
    const [one] = coded(of(panel([oxygen[0]!, misspelt])), '2708-6');
    expect(codesOf(one.component[0].code)).toEqual(['3150-6', '3150-0']);
  });

  it('a flow without a value is no component', () => {
    const none = reading('3151-8', '<value xsi:type="PQ" nullFlavor="NI"/>');
    expect(coded(of(panel([oxygen[0]!, none])), '2708-6')[0].component).toBeUndefined();
  });

  it('oxygen without a saturation is an observation of its own', () =>
    expect(coded(of(panel([oxygen[1]!])), '3151-8')[0].valueQuantity.value).toBe(6));
});

describe('vital signs', () => {
  it('keep the digits and the unit of the source', () => {
    const [one] = coded(of(panel([reading('29463-7', pq('150.50', '[lb_av]'))])), '29463-7');
    expect(one.valueQuantity).toMatchObject({ unit: '[lb_av]', code: '[lb_av]', value: 150.5 });
    expect(one.category.flatMap(codesOf)).toEqual(['vital-signs']);
  });

  it('without a unit invent none: the number stands in a component', () => {
    const found = of(panel([reading('29463-7', '<value xsi:type="PQ" value="150"/>')]));
    const [one] = coded(found, '29463-7');
    expect(one.valueQuantity).toBeUndefined();
    expect(one.component).toEqual([{ code: one.code, valueQuantity: { value: 150 } }]);
    expect(found.codes).toContain('vital-sign-unit');
  });

  it('a body mass index without a unit is in kg/m2, by its definition', () => {
    const found = of(panel([reading('39156-5', pq('27.4', '1'))]));
    expect(coded(found, '39156-5')[0].valueQuantity).toMatchObject({ value: 27.4, code: 'kg/m2' });
    expect(found.codes).toContain('unit-implied');
  });

  it('without a time of their own have that of the panel', () =>
    expect(
      coded(of(panel([reading('8867-4', pq('70', '/min'), { time: '' })])), '8867-4')[0].effectiveDateTime,
    ).toBe('2020-03-01'));

  it('without any time say that it is not known', () => {
    const [one] = coded(of(reading('8867-4', pq('70', '/min'), { time: '' })), '8867-4');
    expect(one.effectiveDateTime).toBeUndefined();
    expect(one._effectiveDateTime.extension[0].valueCode).toBe('unknown');
  });

  it('an older code has FHIR’s beside it', () =>
    expect(codesOf(coded(of(panel([reading('3141-9', pq('70', 'kg'))])), '29463-7')[0].code)).toEqual([
      '3141-9',
      '29463-7',
    ]));

  it('CCD’s result observation in the section of vital signs is one', () => {
    const entry = panel([reading('8867-4', pq('70', '/min'))])
      .replace('22.4.26', '1.35')
      .replace('22.4.27', '1.31');
    expect(coded(of(entry), '8867-4')[0].category.flatMap(codesOf)).toEqual(['vital-signs']);
  });

  it('an assessment has its answers as members', () => {
    const answer = reading('44250-9', '<value xsi:type="INT" value="2"/>').replace('22.4.27', '22.4.86');
    const scale = reading('44249-1', '<value xsi:type="INT" value="12"/>', {
      more: `<entryRelationship typeCode="COMP">${answer}</entryRelationship>`,
    });
    const found = of(scale.replace('22.4.27', '22.4.69'));
    const [whole] = coded(found, '44249-1');
    expect(whole.valueInteger).toBe(12);
    expect(whole.hasMember).toEqual([{ reference: `Observation/${coded(found, '44250-9')[0].id}` }]);
    expect(whole.category.flatMap(codesOf)).toEqual(['survey']);
  });
});
