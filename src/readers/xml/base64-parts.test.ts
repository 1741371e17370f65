import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlob } from './base64.ts';
import { base64Parts } from './base64-parts.ts';

/** All parts as one, or undefined where the body is no base64. */
function decoded(text: string, size: number): Buffer | undefined {
  const bytes = Buffer.from(`<a>${text}</a>`, 'latin1');
  const walk = base64Parts(bytes, { offset: 3, length: text.length }, size);
  const parts: Uint8Array[] = [];
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return step.value ? Buffer.concat(parts) : undefined;
    parts.push(step.value);
  }
}

describe('base64Parts', () => {
  it('gives the bytes back whatever the window, line breaks included', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 90 }), (bytes, size) => {
        const body = Buffer.from(bytes)
          .toString('base64')
          .replace(/(.{7})/g, '$1\r\n ');
        expect(decoded(body, size)).toEqual(Buffer.from(bytes));
      }),
    ));

  it('agrees with reading it whole on what is no base64', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', 'b', '+', '/', '=', ' ', '\n', '*'), maxLength: 24 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          const whole = readBlob(Buffer.from(text), { offset: 0, length: text.length });
          expect(decoded(text, size) === undefined).toBe('code' in whole);
        },
      ),
      { numRuns: 2000 },
    ));
});
