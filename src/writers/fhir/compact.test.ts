import { describe, expect, it } from 'vitest';
import { compact, copyOf, resource } from './compact.ts';
import { decimal } from './decimal.ts';
import type { Observation } from './fhir-types.ts';

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

describe('resource', () => {
  it('has the elements of its parts in their order, and none that is empty', () => {
    const made = resource<Observation>(
      { resourceType: 'Observation', id: 'a', contained: [] },
      { valueString: 'x', valueQuantity: undefined },
      {},
      { note: [{ text: ' ' }], status: 'final' },
    );
    expect(JSON.stringify(made)).toBe(
      '{"resourceType":"Observation","id":"a","valueString":"x","status":"final"}',
    );
    expect(Object.keys(made)).toHaveLength(4);
  });
});

it('copies what is there, and leaves the original as it is', () => {
  const original = { a: 1, b: undefined, c: null };
  const copy = copyOf(original);
  expect(Object.entries(copy)).toEqual([
    ['a', 1],
    ['c', null],
  ]);
  expect(copy).not.toBe(original);
});
