import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../record/index.ts';
import { hasLosses, inOrder, isBalanced, ledgerText, openBook } from './ledger.ts';

const entry = (line: number, state: LedgerLine['state']): LedgerLine => ({
  unit: 'entry',
  place: { file: 'a.xml', line },
  state,
});

describe('openBook', () => {
  it('balances when each unit has one state', () => {
    const book = openBook();
    book.read('entry', 3);
    book.enter([entry(1, 'converted'), entry(2, 'kept-as-text'), entry(3, 'quarantined')]);
    expect(book.balances().entry).toMatchObject({ read: 3, converted: 1, 'kept-as-text': 1, remainder: 0 });
    expect(isBalanced(book.balances())).toBe(true);
    expect(hasLosses(book.balances())).toBe(true);
  });

  it.each([
    ['lost', [entry(1, 'converted')]],
    ['told twice', [entry(1, 'converted'), entry(2, 'converted'), entry(2, 'merged')]],
  ])('does not balance when a unit is %s', (_, lines) => {
    const book = openBook();
    book.read('entry', 2);
    book.enter(lines);
    expect(isBalanced(book.balances())).toBe(false);
    expect(hasLosses(book.balances())).toBe(false);
  });
});

describe('inOrder', () => {
  it('orders by line, then from file to value', () => {
    const lines: LedgerLine[] = [
      entry(9, 'converted'),
      entry(2, 'converted'),
      { ...entry(0, 'converted'), unit: 'file' },
    ];
    expect(inOrder(lines).map(({ place }) => place.line)).toEqual([0, 2, 9]);
  });
});

describe('ledgerText', () => {
  it('writes the place first and leaves out what is not there', () => {
    expect(ledgerText(entry(2, 'merged'))).toBe('{"file":"a.xml","line":2,"unit":"entry","state":"merged"}');
  });
});
