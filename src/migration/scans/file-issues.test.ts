import { describe, expect, it } from 'vitest';
import type { Examined } from '../examine.ts';
import { fileIssues, hasScanIndex } from './file-issues.ts';

const pdf: Examined = {
  name: 'scans/a.pdf',
  path: '/in/scans/a.pdf',
  size: 1,
  sha256: '',
  state: 'unknown-kind',
  issues: [{ code: 'file-unknown-kind', place: { file: 'scans/a.pdf' }, details: { kind: 'PDF' } }],
};
const codesOf = (hasIndex: boolean) =>
  fileIssues(pdf, { attached: new Map(), hasIndex }).map(({ code }) => code);

describe('a PDF that went to nobody', () => {
  it('is a scan that nobody names where an index lies there, though all its rows were set aside', () => {
    expect(codesOf(true)).toEqual(['scan-not-referenced']);
  });

  it('is a file of no kind that is read where nothing speaks of scans', () => {
    expect(codesOf(false)).toEqual(['file-unknown-kind']);
  });
});

describe('an index of scans', () => {
  it('is known by its name, wherever it lies', () => {
    const named = (name: string) => hasScanIndex([{ ...pdf, name }]);
    expect(['scan-index.csv', 'old/Scan-Index.csv', 'scan-pattern.csv'].map(named)).toEqual([
      true,
      true,
      true,
    ]);
    expect(named('my-scan-index.csv')).toBe(false);
  });
});
