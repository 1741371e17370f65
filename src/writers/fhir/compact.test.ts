import { describe, expect, it } from 'vitest';
import { compact } from './compact.ts';
import { decimal } from './decimal.ts';

describe('compact', () => {
  it('takes out what is empty, from the inside out, and keeps the order', () => {
    const value = { b: '', z: 1, a: [{ c: undefined, d: [] }, ' '], y: { x: [{ w: 'v' }, {}] } };
    expect(JSON.stringify(compact(value))).toBe('{"z":1,"y":{"x":[{"w":"v"}]}}');
  });

  it('keeps false, zero and the digits of decimals', () => {
    expect(JSON.stringify(compact({ a: false, b: 0, c: decimal('1.50') }))).toBe(
      '{"a":false,"b":0,"c":1.50}',
    );
  });
});
