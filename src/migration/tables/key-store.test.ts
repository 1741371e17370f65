import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyStore } from './key-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in memory', 1_000_000],
  ['on disk', 0],
  ['from memory to disk', 450],
])('a key store %s', (_, bound) => {
  it('finds what was put, by space', () => {
    const store = openKeyStore(folder, 'keys', bound);
    store.set('one', '007', 'a');
    store.set('two', '007', 'b');
    store.set('one', '7', 'ü\u0000');
    for (let index = 0; index < 20; index++) store.set('many', `${index}`, `${index * index}`);
    store.set('one', '007', 'c');
    expect(store.get('one', '007')).toBe('c');
    expect(store.get('two', '007')).toBe('b');
    expect(store.get('one', '7')).toBe('ü\u0000');
    expect(store.get('many', '19')).toBe('361');
    expect(store.get('many', '20')).toBeUndefined();
    store.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('leaves no file behind when it is not closed', () => {
  const store = openKeyStore(folder, 'keys', 0);
  store.set('one', 'a', 'b');
  if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
  store.close();
});
