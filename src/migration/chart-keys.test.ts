import { describe, expect, it } from 'vitest';
import { indexedCharts, keysOf, nameKeys, numberKey } from './chart-keys.ts';

describe('the keys of a chart', () => {
  it.each([
    ['Ångstrømqvist, Zoë', ['angstromqvist', 'zoe']],
    ["O'Neill-Łukasz", ['o', 'neill', 'lukasz']],
    ['Weiß', ['weiss']],
    ['  ', []],
  ])('takes the words of %j', (name, words) => expect(nameKeys(name)).toEqual(words));

  it.each([
    ['00017', '17'],
    ['MRN-00-17', 'mrn0017'],
    ['000', '0'],
    [' - ', ''],
  ])('takes the number %j', (value, key) => expect(numberKey(value)).toBe(key));

  const line = {
    id: 'a1',
    name: 'Tor Ek',
    family: 'Ek',
    birth: '1948-11',
    identifiers: [['', '007'] as const],
    kinds: {},
    documents: 1,
    resources: 1,
    issues: { error: 0, warning: 0, information: 0 },
    sources: [],
    files: [],
  };

  it('has numbers old and new, each word once, and the birth date as far as it is known', () => {
    expect(keysOf(line)).toEqual([
      ['number', 'a1'],
      ['number', '7'],
      ['name', 'tor'],
      ['name', 'ek'],
      ['birth', '1948-11'],
    ]);
  });

  it('tells where each line stands, in bytes', () => {
    const lines = [{ ...line, name: 'Ö' }, line].map((one) => JSON.stringify(one));
    const file = Buffer.from(`${lines.join('\n')}\n`);
    const places = [...indexedCharts(lines)].map(({ start, length }) => ({ start, length }));
    expect(places.map(({ start, length }) => file.subarray(start, start + length).toString())).toEqual(lines);
  });
});
