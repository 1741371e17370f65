import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/make-archive.ts';
import { chartlift, differing } from '../archive/same-bytes.ts';
import { bin } from '../chartlift.ts';

let folder: string;
const convert = (out: string) => [
  ...['convert', join(folder, 'in'), '--out', join(folder, out), '--as-of', '2026-01-01T00:00:00Z'],
  ...['--jobs', '1', '--progress', 'json'],
];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-interrupts-'));
  makeArchive(join(folder, 'in'), 24);
  await chartlift(convert('plain'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs it and presses Ctrl-C so often while patients are converted. */
function interrupted(out: string, times: number): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...convert(out)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let pressed = 0;
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const heard = said.split('Stopping after').length - 1;
      if (pressed < times && pressed === heard && said.includes('"stage":"Converting patients"')) {
        pressed += 1;
        child.kill('SIGINT');
      }
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('Ctrl-C', () => {
  it('lets the run finish what it is at, says how it goes on, and the same command does', async () => {
    const { code, said } = await interrupted('once', 1);
    expect(code).toBe(130);
    expect(said).toContain('Stopping after what is being done; press Ctrl-C again to stop at once.\n');
    expect(said).toMatch(
      /chartlift: the run was stopped; what is done is kept\n {2}→ Give the same command again to go on\.\n$/,
    );
    expect(existsSync(join(folder, 'once', 'manifest.json'))).toBe(false);
    await chartlift(convert('once'));
    expect(differing(join(folder, 'plain'), join(folder, 'once'))).toEqual([]);
  }, 60_000);

  it('ends the run at once when it is pressed twice, and nothing is half written', async () => {
    const { code, said } = await interrupted('twice', 2);
    expect(code).toBe(130);
    expect(said).not.toContain('what is done is kept');
    await chartlift(convert('twice'));
    expect(differing(join(folder, 'plain'), join(folder, 'twice'))).toEqual([]);
  }, 60_000);
});
