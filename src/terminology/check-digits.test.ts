import { describe, expect, it } from 'vitest';
import { hasLoincDigit, hasVerhoeffDigit } from './check-digits.ts';

describe('check digits', () => {
  it.each(['2363', '73211009', '22298006', '160244002', '900000000000207008', '999000031000000106'])(
    'holds for SNOMED CT %s, and for no neighbour of it',
    (code) => {
      expect(hasVerhoeffDigit(code)).toBe(true);
      const last = Number(code.at(-1));
      const others = [...Array(10).keys()].filter((digit) => digit !== last);
      expect(others.filter((digit) => hasVerhoeffDigit(code.slice(0, -1) + digit))).toEqual([]);
    },
  );

  it('finds digits that were swapped', () => {
    expect(hasVerhoeffDigit('73211009')).toBe(true);
    expect(hasVerhoeffDigit('72311009')).toBe(false);
  });

  it.each([
    ['8480', '6'],
    ['2093', '3'],
    ['17861', '6'],
    ['85354', '9'],
  ])('holds for LOINC %s-%s', (number, check) => {
    expect(hasLoincDigit(number, check)).toBe(true);
    expect(hasLoincDigit(number, String((Number(check) + 1) % 10))).toBe(false);
  });
});
