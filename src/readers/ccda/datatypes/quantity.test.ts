import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { decimalOf } from '../../decimal-of.ts';
import { readInterval, readQuantity } from './quantity.ts';

const system = 'http://unitsofmeasure.org';
const mg = { unit: 'mg', system, code: 'mg' };

describe('decimalOf', () => {
  it.each([
    ['1.50', '1.50'],
    ['+2', '2'],
    ['.5', '0.5'],
    ['-0.50', '-0.50'],
    ['007', '7'],
    ['1e3', '1e3'],
    ['150,000', '150000'],
    ['1,234,567.5', '1234567.5'],
  ])('%s is %s', (literal, value) => expect(decimalOf(literal)).toBe(value));

  // A decimal comma that is dropped makes a dose tenfold.
  it.each([
    '1,5',
    '0,125',
    '1,23,456',
    '1,',
    '',
    '.',
    '-',
    'abc',
    '1 mg',
    '1.2.3',
    '> 5',
    'e5',
    'Infinity',
    'NaN',
  ])('%j is none', (literal) => expect(decimalOf(literal)).toBeUndefined());

  it('keeps the value and the digits of every decimal', () => {
    fc.assert(
      fc.property(fc.integer(), fc.stringMatching(/^\d{0,6}$/), (whole, fraction) => {
        const literal = fraction ? `${whole}.${fraction}` : String(whole);
        expect(decimalOf(literal)).toBe(literal);
      }),
    );
  });
});

describe('readQuantity', () => {
  it.each([
    ['<value value="1.50" unit="mg"/>', { value: '1.50', ...mg }],
    ['<value value="2"/>', { value: '2' }],
    ['<value value="2" unit="tablets of it"/>', { value: '2', unit: 'tablets of it' }],
    [
      '<value value="2"><translation code="SC" displayName="scoops of it"/></value>',
      { value: '2', unit: 'scoops of it' },
    ],
    ['<value nullFlavor="NASK" unit="mg"/>', { ...mg, absent: 'not-asked' }],
    ['<value/>', undefined],
  ])('%s', (xml, expected) => expect(reading(xml, readQuantity).value).toEqual(expected));

  it('says what is no number', () =>
    expect(reading('<value value="1,5" unit="mg"/>', readQuantity)).toEqual({
      value: undefined,
      codes: ['number-invalid'],
    }));
});

describe('readInterval', () => {
  it.each([
    [
      '<v><low value="1" unit="mg"/><high value="2" unit="mg"/></v>',
      { range: { low: { value: '1', ...mg }, high: { value: '2', ...mg } } },
    ],
    ['<v><high value="2"/></v>', { quantity: { value: '2', comparator: '<=' } }],
    ['<v><high value="2" inclusive="false"/></v>', { quantity: { value: '2', comparator: '<' } }],
    ['<v><low value="2"/></v>', { quantity: { value: '2', comparator: '>=' } }],
    [
      '<v><low value="2" inclusive="false"/><high nullFlavor="PINF"/></v>',
      { quantity: { value: '2', comparator: '>' } },
    ],
    ['<v><center value="2"/></v>', { quantity: { value: '2' } }],
    ['<v/>', undefined],
  ])('%s', (xml, expected) => expect(reading(xml, readInterval).value).toEqual(expected));
});
