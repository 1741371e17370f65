import { describe, expect, it } from 'vitest';
import type { LedgerLine, LedgerState } from '../../record/index.ts';
import { openRowBook } from './row-book.ts';

const row = (line: number, state: LedgerState = 'converted', file = 'a.csv'): LedgerLine => ({
  unit: 'row',
  place: { file, line },
  state,
});
const book = (read: number[], lines: LedgerLine[]) => {
  const opened = openRowBook();
  for (const line of read) opened.read('a.csv', line);
  opened.enter(lines);
  return opened;
};

describe('the account of rows', () => {
  it('balances when each row has one line', () => {
    const opened = book([2, 3, 5], [row(5), row(2), row(3, 'quarantined')]);
    expect(opened.unbalanced()).toEqual([]);
    expect(opened.tallyOf('a.csv')).toEqual({ read: 3, converted: 2, quarantined: 1 });
  });

  it.each([
    ['a row without a line', [row(2), row(3)]],
    ['a row with two lines', [row(2), row(3), row(4), row(4)]],
    ['two lines for one row and none for another', [row(2), row(3), row(3)]],
    ['a line for a row that is not there', [row(2), row(3), row(9)]],
    ['a line in another file', [row(2), row(3), row(4, 'converted', 'b.csv')]],
  ])('does not balance with %s', (_, lines) =>
    expect(book([2, 3, 4], lines).unbalanced()).toContain('a.csv'),
  );

  it('counts what is told of as one', () => {
    const opened = openRowBook();
    opened.readInBulk('c.csv', 7);
    opened.enter([{ unit: 'row', place: { file: 'c.csv' }, state: 'left-out', rule: 'ignored', count: 7 }]);
    expect(opened.unbalanced()).toEqual([]);
    expect(opened.tallyOf('c.csv')).toEqual({ read: 7, 'left-out': 7 });
  });

  it('has other lines than entries and documents to mind', () =>
    expect(book([], [{ unit: 'entry', place: { file: 'a.csv' }, state: 'converted' }]).unbalanced()).toEqual(
      [],
    ));
});
