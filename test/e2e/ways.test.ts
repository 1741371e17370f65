import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeArchive } from '../archive/make-archive.ts';
import { tryAllWays } from '../archive/same-bytes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-ways-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('gives the same bytes killed and resumed, in shares, in one thread and in two', async () => {
  makeArchive(join(folder, 'in'), 30);
  const ways = await tryAllWays({
    input: join(folder, 'in'),
    work: folder,
    kills: 2,
    seed: 11,
    say: () => undefined,
  });
  expect(ways).toEqual({ two: [], killed: [], shares: [] });
}, 240_000);
