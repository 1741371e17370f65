import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpill } from './spill.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text));
const entries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), line), { maxLength: 60 });

describe('a spill', () => {
  it('gives the same from memory and from disk', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 200 }), (all, bound) => {
        const spill = openSpill(folder, 'rows', bound);
        for (const [list, text] of all) spill.add(list, text);
        const lists = Object.fromEntries(['a', 'b', 'c'].map((list) => [list, [...spill.lines(list)]]));
        spill.close();
        for (const list of ['a', 'b', 'c']) {
          expect(lists[list]).toEqual(all.filter(([name]) => name === list).map(([, text]) => text));
        }
      }),
    );
  });

  it('reads lines that are longer than a block', () => {
    const spill = openSpill(folder, 'rows', 10);
    const long = 'ü'.repeat(400_000);
    for (const text of ['a', long, 'z']) spill.add('one', text);
    expect([...spill.lines('one')]).toEqual(['a', long, 'z']);
    expect(spill.sizeOf('one')).toBe(400_005);
    spill.close();
  });

  it('goes on after a list was read, and forgets what is dropped', () => {
    const spill = openSpill(folder, 'rows', 4);
    spill.add('one', 'abcd');
    spill.add('two', 'x');
    expect([...spill.lines('one')]).toEqual(['abcd']);
    spill.add('one', 'e');
    expect([...spill.lines('one')]).toEqual(['abcd', 'e']);
    spill.drop('one');
    expect(spill.names()).toEqual(['two']);
    expect([...spill.lines('one')]).toEqual([]);
    spill.close();
  });

  it('leaves no file behind, closed or not', () => {
    const spill = openSpill(folder, 'rows', 1);
    spill.add('one', 'abcd');
    if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
    spill.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});
