import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../test/mapped-rows.ts';

const rowsOf = (text: string) =>
  mappingOf('lookups: { codes: { file: codes.csv } }', { 'codes.csv': text }).lookups.get('codes')?.rows;

describe('a lookup in a file', () => {
  it('has codes, several of one code, and words', () => {
    const rows = rowsOf('from,system,code,display,to\na,http://s,1,One,\na,http://t,2,Two,\nb,,,,word\n');
    expect(rows?.get('a')).toEqual({
      codings: [
        { system: 'http://s', code: '1', display: 'One' },
        { system: 'http://t', code: '2', display: 'Two' },
      ],
    });
    expect(rows?.get('b')).toEqual({ word: 'word', codings: [] });
  });

  it('may be half filled in, as the unmapped codes of a run are written', () => {
    const rows = rowsOf(
      "from,system,code,display,count,status,approvedBy,fromDisplay\n'-5,http://s,1,One,9,APPROVED,me,\nc,,,,7,,,\nd,http://s,2,Two,1,rejected,me,\n",
    );
    expect([...(rows?.keys() ?? [])]).toEqual(['-5']);
  });

  it('may be a ConceptMap; what has no match is not in it', () => {
    const map = {
      resourceType: 'ConceptMap',
      group: [
        {
          source: 'urn:a',
          target: 'http://s',
          element: [
            { code: 'a', target: [{ code: '1', display: 'One', equivalence: 'equivalent' }] },
            { code: 'b', target: [{ equivalence: 'unmatched' }] },
            { code: 'c', target: [{ code: '3', relationship: 'not-related-to' }] },
          ],
        },
      ],
    };
    expect([...(rowsOf(JSON.stringify(map)) ?? [])]).toEqual([
      ['a', { codings: [{ system: 'http://s', code: '1', display: 'One' }] }],
    ]);
  });
});
