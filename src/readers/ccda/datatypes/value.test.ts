import { describe, expect, it } from 'vitest';
import { element, reading } from '../../../../test/reading.ts';
import { readValue, typeOf } from './value.ts';

const read = (xml: string) => reading(xml, readValue);

describe('readValue', () => {
  it.each([
    [
      '<value xsi:type="CD" code="A" codeSystem="2.16.840.1.113883.6.96"/>',
      { concept: { codings: [{ system: 'http://snomed.info/sct', code: 'A' }] } },
    ],
    ['<value xsi:type="CS" code="A"/>', { concept: { codings: [{ code: 'A' }] } }],
    ['<value xsi:type="PQ" value="4.10"/>', { quantity: { value: '4.10' } }],
    ['<value xsi:type="hl7:PQ" value="4.10"/>', { quantity: { value: '4.10' } }],
    ['<value xsi:type="REAL" value="7.0"/>', { quantity: { value: '7.0' } }],
    ['<value xsi:type="INT" value="7"/>', { integer: '7' }],
    ['<value xsi:type="INT" value="-007"/>', { integer: '-7' }],
    ['<value xsi:type="BL" value="false"/>', { boolean: false }],
    ['<value xsi:type="ST">two words</value>', { string: 'two words' }],
    ['<value xsi:type="ED">words</value>', { string: 'words' }],
    [
      '<value xsi:type="ED" mediaType="application/pdf" representation="B64">JVBE\nRi0=</value>',
      { attachment: { contentType: 'application/pdf', data: 'JVBERi0=' } },
    ],
    ['<value xsi:type="IVL_PQ"><low value="1"/></value>', { quantity: { value: '1', comparator: '>=' } }],
    [
      '<value xsi:type="RTO"><numerator value="1"/><denominator value="128"/></value>',
      { ratio: { numerator: { value: '1' }, denominator: { value: '128' } } },
    ],
    ['<value xsi:type="TS" value="201003"/>', { time: { value: '2010-03' } }],
    ['<value xsi:type="IVL_TS"><low value="2010"/></value>', { period: { start: { value: '2010' } } }],
    ['<value xsi:type="CD" nullFlavor="ASKU"/>', { concept: { codings: [], absent: 'asked-unknown' } }],
    ['<value xsi:type="BL" nullFlavor="NI"/>', { absent: 'unknown' }],
    ['<value xsi:type="PQ"/>', undefined],
    ['<value/>', undefined],
  ])('%s', (xml, expected) => expect(read(xml)).toEqual({ value: expected, codes: [] }));

  it.each([
    ['a type that does not allow it', '<value xsi:type="INT" value="3.5"/>', '3.5'],
    ['a type that nobody knows', '<value xsi:type="XYZ" value="3.5"/>', '3.5'],
    ['a type named like a property of every object', '<value xsi:type="constructor" value="3.5"/>', '3.5'],
    ['a truth that is none', '<value xsi:type="BL" value="maybe"/>', 'maybe'],
  ])('keeps the literal of %s, with an issue', (_, xml, string) =>
    expect(read(xml)).toEqual({ value: { string }, codes: ['value-type-unread'] }),
  );

  it('keeps the words of an unknown type', () =>
    expect(read('<value xsi:type="XYZ">words</value>')).toEqual({ value: { string: 'words' }, codes: [] }));
});

it.each([
  ['<value code="A"/>', 'CD'],
  ['<value value="1" unit="mg"/>', 'PQ'],
  ['<value><low value="1"/></value>', 'IVL_PQ'],
  ['<value>words</value>', 'ST'],
])('the type of %s is %s', (xml, type) => expect(typeOf(element(xml))).toBe(type));
