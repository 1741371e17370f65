import { describe, expect, it } from 'vitest';
import { differing, isKept, isWithin, leavesOf, pathIn } from './leaves.ts';

// Node has it since 21.
const raw = (text: string) => (JSON as unknown as { rawJSON(text: string): object }).rawJSON(text);

describe('leaves of a resource', () => {
  it('takes a resource apart into paths and values', () => {
    const resource = { resourceType: 'X', a: [{ b: 'one' }, { b: 'two', c: false }], d: raw('1.50') };
    expect([...leavesOf(resource)]).toEqual([
      ['a[0].b', 'one'],
      ['a[1].b', 'two'],
      ['a[1].c', 'false'],
      ['d', '1.50'],
    ]);
  });

  it.each([
    ['reaction[0].severity', 'reaction[0].severity', true],
    ['reaction[0].severity', 'reaction[0]', true],
    ['reaction[0].severity', 'reaction', true],
    ['reaction[0].severity', 'reaction.severity', true],
    ['reaction[0].severity', 'reaction[1]', false],
    ['reaction[0].severity', 'react', false],
    ['onsetDateTime', 'onset', false],
  ])('%s is within %s: %s', (path, element, within) => expect(isWithin(path, element)).toBe(within));

  it('tells what differs', () => {
    const one = new Map([
      ['a', '1'],
      ['b', '2'],
    ]);
    const other = new Map([
      ['a', '1'],
      ['b', '3'],
      ['c', '4'],
    ]);
    expect([...differing(one, other)]).toEqual(['b', 'c']);
  });

  it('finds a value in a longer list at the path most like it', () => {
    const leaves = new Map([
      ['x[0].y[0].z', 'v'],
      ['x[2].y[1].z', 'v'],
      ['x[3].z', 'v'],
    ]);
    expect(pathIn(leaves, { path: 'x[1].y[1].z', value: 'v' })).toBe('x[2].y[1].z');
    expect(pathIn(leaves, { path: 'x[1].q', value: 'v' })).toBeUndefined();
  });

  it('holds a value that moved in its list for kept', () => {
    const before = new Map([
      ['a[0].v', 'one'],
      ['a[1].v', 'two'],
    ]);
    expect(isKept(before, new Map([['a[0].v', 'two']]), 'a[1].v')).toBe(true);
    expect(isKept(before, new Map([['a[0].v', 'two']]), 'a[0].v')).toBe(false);
  });
});
