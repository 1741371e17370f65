import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openEncoder } from './encoder.ts';

it('gives the bytes of every text, one after the other', () => {
  const encode = openEncoder();
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 1, max: 2000 }),
      (text, times) => {
        const long = text.repeat(times);
        expect(Buffer.from(encode(long)).equals(Buffer.from(long))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
