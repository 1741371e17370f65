import { describe, expect, it } from 'vitest';
import type { SourcePoint } from '../../record/index.ts';
import { countSums } from './sums.ts';
import { openTally } from './tally.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const point = (value: string): SourcePoint => ({ line: 1, path: () => 'value', attributes: { value } });

/** Sums over observations, each with the texts of the source and what was written. */
function sumsOf(...all: (readonly [texts: readonly string[], written: object])[]) {
  const book = openTally();
  for (const [texts, written] of all) {
    const trace = new Map([['observation/1', { value: texts.map(point) }]]);
    const first = { from: { trace } as never, ref: 'observation/1' };
    const resource = { resourceType: 'Observation', code: loinc('8302-2'), ...written };
    countSums({ kind: 'observation', first, resource }, book);
  }
  return book.tally().sums.keys;
}
const key = (what: string) => `http://loinc.org 8302-2\t${what}`;
const amount = (value: unknown) => ({ valueQuantity: { value } });
const raw = (digits: string) => (JSON as unknown as { rawJSON(text: string): object }).rawJSON(digits);

describe('countSums', () => {
  it('adds digits up without rounding', () => {
    expect(sumsOf([['0.1'], amount(raw('0.1'))], [['0.20'], amount(0.2)], [['-3'], amount(-3)])).toEqual({
      [key('values')]: 3,
      [key('whole')]: -3,
      [key('millionths')]: 300_000,
    });
  });

  it('tells a number that was written as another one, and by how much', () =>
    expect(sumsOf([['71.5'], amount(raw('715'))])).toMatchObject({
      [key('other number')]: 1,
      [key('off whole')]: 644,
      [key('off millionths')]: -500_000,
    }));

  it('tells a number that stands in words alone', () =>
    expect(sumsOf([['71'], { dataAbsentReason: {} }])).toMatchObject({ [key('not a number')]: 1 }));

  it.each<readonly [string, readonly string[], object]>([
    ['a code', ['266919005'], { valueCodeableConcept: {} }],
    ['a number with its unit in one text', ['71 kg'], amount(71)],
    ['two numbers', ['71', '72'], amount(71)],
    ['no number', ['tall'], { valueString: 'tall' }],
  ])('leaves out %s', (_, texts, written) => expect(sumsOf([texts, written])).toEqual({}));

  it('adds up what only one source knows by one name', () => {
    const [name] = Object.keys(
      sumsOf([['5'], { code: { coding: [{ system: 'urn:oid:1.2', code: 'Orla' }] }, ...amount(5) }]),
    );
    expect(name).toBe('\tvalues');
  });
});
