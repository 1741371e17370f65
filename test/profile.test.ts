import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileText } from '../src/cli/profile-report.ts';
import { profileJson } from '../src/cli/profile-result.ts';
import { inferExport, profileExport } from '../src/migration/index.ts';
import { root } from './chartlift.ts';

const canaries: string[] = JSON.parse(readFileSync(join(root, 'fixtures', 'canaries.json'), 'utf8'));
const quiet = { begin() {}, advance() {}, end() {} };
const csv = join(root, 'fixtures', 'csv');
const exports = readdirSync(csv)
  .map((name) => join(csv, name))
  .filter((folder) => existsSync(folder));

describe('a profile of the fixtures', () => {
  it.each(exports)('says nothing of anybody, nor does the mapping that is inferred: %s', async (folder) => {
    const profile = await profileExport(folder, quiet);
    const { text } = await inferExport(folder, 'x', quiet);
    const told = [profileText('x', profile), JSON.stringify(profileJson('x', profile)), text].join('\n');
    expect(canaries.filter((canary) => told.includes(canary))).toEqual([]);
    for (const { columns } of profile.tables) {
      for (const { top } of columns) expect(Math.min(...top.map(({ count }) => count), 5)).toBe(5);
    }
  });
});
