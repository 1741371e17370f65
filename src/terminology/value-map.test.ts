import { describe, expect, it } from 'vitest';
import { valueMap } from './value-map.ts';

const map = valueMap({
  canonical: 'http://example.org/map',
  version: '1',
  source: 'http://example.org/source',
  target: 'http://example.org/target',
  rows: [
    ['A', 'one', 'equivalent'],
    ['B', 'one', 'wider'],
    ['C', undefined, 'unmatched'],
    ['D', 'two', 'narrower'],
    ['D', 'three', 'narrower'],
    ['E', 'four', 'inexact'],
    ['F', 'four', 'inexact'],
  ],
  unmapped: 'other',
});

describe('valueMap', () => {
  it('gives the first target, none where unmatched, the fixed one outside the rows', () => {
    expect(['A', 'B', 'C', 'D', 'Z', 'constructor'].map(map.to)).toEqual([
      'one',
      'one',
      undefined,
      'two',
      'other',
      'other',
    ]);
  });

  it('goes back where one source stands for the target', () => {
    expect(map.from('one')).toBe('A');
    expect(map.from('three')).toBe('D');
    expect(map.from('four')).toBeUndefined();
    expect(map.from('nine')).toBeUndefined();
  });

  it('iterates over its rows', () => expect([...map]).toHaveLength(7));
});
