import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidNpi } from './npi.ts';

describe('isValidNpi', () => {
  it.each(['1234567893', '1245319599', '2000000002'])('takes %s', (npi) =>
    expect(isValidNpi(npi)).toBe(true),
  );

  it.each([
    '',
    '1234567890',
    '123456789',
    '12345678933',
    '0000000000',
    '1111111111',
    '9999999999',
    ' 1234567893',
  ])('refuses %j', (npi) => expect(isValidNpi(npi)).toBe(false));

  it('of the ten last digits one fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), (nine) => {
        const valid = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).filter(isValidNpi);
        expect(valid).toHaveLength(1);
      }),
    );
  });
});
