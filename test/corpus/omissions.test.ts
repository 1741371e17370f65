import { describe, expect, it } from 'vitest';
import { hasCorpus, skipped } from './corpus.ts';
import { type Omission, unread, unwritten } from './omissions.ts';
import { survey, surveyOfExamples } from './survey.ts';
import type { Row } from './tally.ts';

const named = (rows: readonly Omission[]): string[] =>
  rows.map(({ of, path }) => `${of}: ${path}`).toSorted();

const counted = (...tables: readonly (readonly Row[])[]): string[] =>
  [...new Set(tables.flat().map(({ columns }) => columns.join(': ')))].toSorted();

describe('docs/omissions.md', () => {
  it('gives a reason for each line, and has none twice', () => {
    const all = [...unread, ...unwritten];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ reason }) => reason.length < 15)).toEqual([]);
    expect(new Set(named(all)).size).toBe(all.length);
  });

  // What comes up anew is mapped or listed; what is mapped is struck out.
  it.skipIf(!hasCorpus)(`lists exactly what the corpus and HL7's examples leave${skipped}`, () => {
    const [documents, examples] = [survey(), surveyOfExamples()];
    expect(named(unread)).toEqual(counted(documents.unread, examples.unread));
    expect(named(unwritten)).toEqual(counted(documents.unwritten, examples.unwritten));
  });
});
