import { describe, expect, it } from 'vitest';
import type { Issue } from '../issue/index.ts';
import { byPlace, issueText, openIssueBook } from './issue-book.ts';

const unreadable = (file: string, line?: number): Issue => ({
  code: 'file-unreadable',
  place: line ? { file, line } : { file },
  details: { reason: 'EACCES' },
});
const unknown: Issue = { code: 'file-unknown-kind', place: { file: 'z' }, details: { kind: 'PDF' } };

describe('openIssueBook', () => {
  it('counts by code, the most frequent first, with the first three places', () => {
    const book = openIssueBook();
    book.enter([unknown, unreadable('d'), unreadable('b', 9), unreadable('b', 2), unreadable('a')]);
    const groups = book.groups();
    expect(groups.map(({ code, count }) => [code, count])).toEqual([
      ['file-unreadable', 4],
      ['file-unknown-kind', 1],
    ]);
    expect(groups[0]?.examples.map(({ file, line }) => [file, line])).toEqual([
      ['a', undefined],
      ['b', 2],
      ['b', 9],
    ]);
  });
});

describe('unmapped', () => {
  it('lists code systems without a URI, the most frequent first', () => {
    const book = openIssueBook();
    const of = (system: string): Issue => ({
      code: 'code-system-unknown',
      place: { file: 'a' },
      details: { system },
    });
    book.enter([of('1.2.3'), unknown, of('1.2.4'), of('1.2.4')]);
    expect(book.unmapped()).toEqual([
      { system: '1.2.4', count: 2 },
      { system: '1.2.3', count: 1 },
    ]);
  });
});

describe('byPlace', () => {
  it('is a total order: file, line, code', () => {
    const sorted = [
      unreadable('a'),
      { ...unreadable('a', 3), code: 'file-duplicate' as const },
      unreadable('a', 3),
    ];
    expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
  });
});

describe('issueText', () => {
  it('holds the place, the severity, the words and the data', () => {
    expect(JSON.parse(issueText(unknown))).toMatchObject({
      file: 'z',
      severity: 'warning',
      code: 'file-unknown-kind',
      details: { kind: 'PDF' },
    });
  });
});
