import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from './decimal.ts';

describe('decimals', () => {
  it.each([
    ['1.50', '1.50'],
    ['0.10', '0.10'],
    ['-0', '-0'],
    ['100000000000000000000.0001', '100000000000000000000.0001'],
    ['+01.50', '1.50'],
    ['.5', '0.5'],
    ['-007', '-7'],
    ['000', '0'],
    ['1e3', '1e3'],
  ])('writes %s as %s', (text, written) => {
    expect(JSON.stringify(decimal(text))).toBe(written);
  });

  it.each(['', '.', 'abc', '1,5', '1.', '--1', '1 2', 'Infinity', '0x10'])(
    'takes %j for no number',
    (text) => {
      expect(decimal(text)).toBeUndefined();
    },
  );

  it('never changes the number, and always gives what JSON can read', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?\d{0,12}(\.\d{1,12})?(e[+-]?\d{1,2})?$/), (text) => {
        const digits = decimalText(text);
        if (digits === undefined) return /\d/.test(text.split('e')[0] ?? '') === false;
        return JSON.parse(digits) === Number(text);
      }),
    );
  });
});
