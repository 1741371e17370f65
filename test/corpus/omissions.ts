import { readFileSync } from 'node:fs';

/** A line of docs/omissions.md: what it is of, a path in it, and why it is left out. */
export interface Omission {
  readonly of: string;
  readonly path: string;
  readonly reason: string;
}

const page = readFileSync(new URL('../../docs/omissions.md', import.meta.url), 'utf8');

/** The lines of the table under a heading. */
function tableUnder(heading: string): Omission[] {
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

/** Parts of statements that are not read. */
export const unread = tableUnder('Parts of statements that are not read');

/** Fields of the record that are not written. */
export const unwritten = tableUnder('Fields of the record that are not written');
