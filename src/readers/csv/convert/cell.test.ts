import { describe, expect, it } from 'vitest';
import { observed } from '../../../../test/fact-rows.ts';

describe('a cell', () => {
  it('is text until its place says otherwise: leading zeros stay', () => {
    const [one] = observed('identifiers: [$NUMBER]', 'PERSON|CODE|NUMBER\np1|x|007');
    expect(one?.['identifiers']).toEqual([{ system: 'urn:chartlift:export:test', value: '007' }]);
  });

  it('that means nothing is nothing', () => {
    const head = 'source: { nulls: ["", "NULL", "-9"] }\n';
    const found = observed(
      'value: { string: $VALUE }',
      'PERSON|CODE|VALUE\np1|a|NULL\np1|b|-9\np1|c|0',
      head,
    );
    expect(found.map(({ value }) => value)).toEqual([undefined, undefined, { string: '0' }]);
  });

  it('makes no object of the words of the mapping alone', () => {
    const [one] = observed(
      'performers: [{ who: { to: practitioner, fields: { names: [{ use: usual, family: $WHO }] } } }]',
      'PERSON|CODE|WHO\np1|a|',
    );
    expect(one?.['performers']).toBeUndefined();
  });
});
