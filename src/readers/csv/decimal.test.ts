import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal } from './decimal.ts';

describe('readDecimal', () => {
  it.each([
    ['1,5', '1.5'],
    ['-0,25', '-0.25'],
    ['1.234', '1234'],
    ['1.234.567,80', '1234567.80'],
    ['1 234,5', '1234.5'],
    ["1'234,5", '1234.5'],
    ['12', '12'],
    ['1,500', '1.500'],
  ])('reads %s with a decimal comma as %s', (text, expected) => {
    expect(readDecimal(text, ',')).toBe(expected);
  });

  it.each(['1.5', '1.23.456', '1,2,3', '1.234 567', '', 'NONREACTIVE', '>90'])(
    'takes %j for no number with a decimal comma',
    (text) => {
      expect(readDecimal(text, ',')).toBeUndefined();
    },
  );

  it('reads a decimal point as all readers do', () => {
    expect(readDecimal(' 1,234.50 ')).toBe('1234.50');
    expect(readDecimal('1,5')).toBeUndefined();
  });

  it('takes what the two decimal marks read differently for no number, unless it is said which is written', () => {
    expect(['1,234', '-12,500', '250,000'].map((text) => readDecimal(text))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([readDecimal('1,234', '.'), readDecimal('1,234', ',')]).toEqual(['1234', '1.234']);
    expect([readDecimal('1,234,567'), readDecimal('1,234.5'), readDecimal('0,123')]).toEqual([
      '1234567',
      '1234.5',
      undefined,
    ]);
  });

  it('reads back every number that is written with a comma', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const [groups, cents] = [whole.toLocaleString('de-DE'), String(part).padStart(2, '0')];
          expect(readDecimal(`${groups},${cents}`, ',')).toBe(`${whole}.${cents}`);
        },
      ),
    );
  });
});
