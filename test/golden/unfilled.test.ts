import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../chartlift.ts';
import { unfilled } from './unfilled.ts';

/** The rows of the document: a type, its elements, and why none of them is filled. */
function told(): Map<string, Set<string>> {
  const text = readFileSync(join(root, 'docs', 'rules', 'elements.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([A-Z]\w+) \| (.*?) \| (.*?) \|$/gm)];
  const found = new Map<string, Set<string>>();
  for (const [, type = '', elements = '', why = ''] of rows.filter(([, type]) => type !== 'Type')) {
    expect(why, type).not.toBe('');
    const own = found.get(type) ?? new Set();
    found.set(type, own);
    for (const one of elements.matchAll(/`([^`]+)`/g)) own.add(one[1] ?? '');
  }
  return found;
}

it('tells of every element that no golden fills, and why', () => {
  const sorted = (all: Iterable<readonly [string, Iterable<string>]>) =>
    Object.fromEntries(
      [...all].map(([type, own]) => [type, [...own].sort()] as const).filter(([, own]) => own.length),
    );
  expect(sorted(told())).toEqual(sorted(unfilled()));
});
