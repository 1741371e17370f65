import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chartlift, differing } from '../archive/same-bytes.ts';
import { bin, workplace } from '../chartlift.ts';
import { mrnSystem } from '../scans/archive.ts';
import { pdf } from '../scans/pages.ts';

let folder: string;
beforeAll(() => {
  folder = workplace();
  writeScans(join(folder, 'in'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Six patients with two scans of four megabytes each: the copying of one can be cut short. */
function writeScans(input: string): void {
  const numbers = [1, 2, 3, 4, 5, 6];
  for (const number of numbers) {
    mkdirSync(join(input, `M${number}`), { recursive: true });
    for (const kind of [1, 2]) {
      const bytes = pdf(4, { fill: 1_000_000 + number * 10 + kind });
      writeFileSync(join(input, `M${number}`, `letter ${kind}.pdf`), bytes);
    }
  }
  const rows = numbers.map(
    (number) => `${number},M${number},Given${number},Family${number},1950-01-0${number}`,
  );
  writeFileSync(
    join(input, 'patients.csv'),
    `${['patient_id,mrn,given_name,family_name,birth_date', ...rows].join('\n')}\n`,
  );
}

const argumentsOf = (out: string): string[] => [
  ...['convert', join(folder, 'in'), '--out', join(folder, out), '--as-of', '2026-01-01T00:00:00Z'],
  ...['--scan-pattern', '{mrn}/{kind}.pdf', '--scan-system', mrnSystem, '--to', 'bundle', '--to', 'ndjson'],
];

const copiesIn = (out: string): string[] =>
  existsSync(join(folder, out, 'documents')) ? readdirSync(join(folder, out, 'documents')) : [];

/** Runs the program and kills it as soon as it has begun to copy; answers whether it was still at work. */
async function killedWhileCopying(out: string): Promise<boolean> {
  const child = spawn(process.execPath, [bin, ...argumentsOf(out)], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => {
    child.on('close', (_, signal) => resolve(signal === 'SIGKILL'));
  });
  while (child.exitCode === null && copiesIn(out).length < 2) await pause(1);
  child.kill('SIGKILL');
  return ended;
}

it('gives the same bytes where it was killed while it copied, and the same command is given again', async () => {
  expect(await chartlift(argumentsOf('plain'))).not.toHaveProperty('killedIn');
  expect(copiesIn('plain')).toHaveLength(12);
  expect(await killedWhileCopying('killed')).toBe(true);
  expect(existsSync(join(folder, 'killed', 'manifest.json'))).toBe(false);
  // What has its name is whole.
  for (const name of copiesIn('killed').filter((one) => /^[0-9a-f]{64}\.pdf$/.test(one))) {
    expect(hash('sha256', readFileSync(join(folder, 'killed', 'documents', name)), 'hex')).toBe(
      name.replace('.pdf', ''),
    );
  }
  expect(await chartlift(argumentsOf('killed'))).not.toHaveProperty('killedIn');
  expect(differing(join(folder, 'plain'), join(folder, 'killed'))).toEqual([]);
}, 120_000);
