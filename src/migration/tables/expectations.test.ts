import { describe, expect, it } from 'vitest';
import type { Expectation, Mapping } from '../../mapping/index.ts';
import { openExpectations } from './expectations.ts';

const layout = { file: 'a.csv', table: 'people', header: ['SEX'], index: new Map([['SEX', 0]]) };
const rows = (comparator: '>=' | '<=' | '=' | '>' | '<', count: number): Expectation => ({
  table: 'people',
  rows: { comparator, count },
});
function unmet(expected: Expectation[], cells: string[]) {
  const opened = openExpectations({ expect: expected, source: { nulls: ['NULL'] } } as unknown as Mapping);
  for (const [line, cell] of cells.entries()) opened.see({ layout, line, cells: [cell] });
  return opened.unmet('.', () => cells.length).map(({ details }) => `${details?.what}: ${details?.count}`);
}

describe('what a mapping expects', () => {
  it.each([
    ['>=', 2],
    ['<=', 2],
    ['=', 2],
    ['>', 1],
    ['<', 3],
    ['>=', 1],
    ['<=', 3],
  ] as const)('is met by 2 rows: %s %i', (comparator, count) =>
    expect(unmet([rows(comparator, count)], ['M', 'F'])).toEqual([]),
  );

  it.each([
    ['>=', 3],
    ['<=', 1],
    ['=', 3],
    ['>', 2],
    ['<', 2],
  ] as const)('is not met by 2 rows: %s %i', (comparator, count) =>
    expect(unmet([rows(comparator, count)], ['M', 'F'])).toEqual(['the rows of people: 2']),
  );

  it('counts other words, and says none of them', () => {
    const words: Expectation = { table: 'people', column: 'SEX', words: ['M', 'F'] };
    expect(unmet([words], ['M', 'F ', '', 'NULL', 'X', 'Y'])).toEqual(['the words in SEX of people: 2']);
    expect(unmet([words], ['M', 'F'])).toEqual([]);
  });
});
