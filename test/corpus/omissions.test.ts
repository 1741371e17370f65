import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasCorpus, skipped } from './corpus.ts';
import { survey } from './survey.ts';
import type { Row } from './tally.ts';

const page = readFileSync(new URL('../../docs/omissions.md', import.meta.url), 'utf8');

/** The lines of the table under a heading: what it is of, a path, the reason. */
function tableUnder(heading: string): { of: string; path: string; reason: string }[] {
  const part = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = part.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).flatMap((line) => {
    const [of = '', paths = '', reason = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => ({ of, path, reason }));
  });
}

const named = (rows: readonly { of: string; path: string }[]): string[] =>
  rows.map(({ of, path }) => `${of}: ${path}`).toSorted();
const counted = (rows: readonly Row[]): string[] => rows.map(({ columns }) => columns.join(': ')).toSorted();

const unread = tableUnder('Parts of statements that are not read');
const unwritten = tableUnder('Fields of the record that are not written');

describe('docs/omissions.md', () => {
  it('gives a reason for each line, and has none twice', () => {
    const all = [...unread, ...unwritten];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ reason }) => reason.length < 15)).toEqual([]);
    expect(new Set(named(all)).size).toBe(all.length);
  });

  // What comes up anew is mapped or listed; what is mapped is struck out.
  it.skipIf(!hasCorpus)(`lists exactly what the corpus leaves${skipped}`, () => {
    const found = survey();
    expect(named(unread)).toEqual(counted(found.unread));
    expect(named(unwritten)).toEqual(counted(found.unwritten));
  });
});
