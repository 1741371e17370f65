import { describe, expect, it } from 'vitest';
import { explainRows } from './rows.ts';

const resource = {
  resourceType: 'Observation',
  id: 'o-1',
  identifier: [{ value: '7' }],
  status: 'final',
  effectiveDateTime: '2020-01-01',
  note: [{ text: 'a' }],
};
const rows = [
  { file: 'a b.csv', line: 3 },
  { file: 'text.csv', line: 9 },
];
const trace = {
  effective: ['a b.csv:3 Day'],
  identifiers: ['a b.csv:3 No'],
  notes: ['a b.csv:3 No', 'text.csv:9 Words of note'],
};
const told = (element?: string, traced: Record<string, string[]> = trace) =>
  explainRows({ resource, rows, trace: traced }, element).map(({ path, value, way, file, spots }) =>
    [path, value, way, ...spots.map((spot) => `${file}:${spot.line} ${spot.path}`.trim())].join(' | '),
  );

describe('what rows give', () => {
  it('is told by the columns that the record notes', () => {
    expect(told()).toEqual([
      'id | o-1 | id | a b.csv:3',
      'identifier[0].value | 7 | noted | a b.csv:3 No',
      'status | final | rule',
      'effectiveDateTime | 2020-01-01 | noted | a b.csv:3 Day',
      'note[0].text | a | noted | a b.csv:3 No',
      'note[0].text | a | noted | text.csv:9 Words of note',
    ]);
  });

  it('is told by the rows where the run wrote no records', () => {
    expect(told('status', {})).toEqual([
      'status | final | noted | a b.csv:3',
      'status | final | noted | text.csv:9',
    ]);
  });

  it('is nothing for an element that is not there', () => expect(told('value')).toEqual([]));
});
