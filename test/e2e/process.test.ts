import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differing } from '../archive/same-bytes.ts';
import { bin, shell, workplace } from '../chartlift.ts';

let folder: string;
beforeAll(() => {
  folder = workplace();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The system's own Node, where it is too old for Chartlift. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  if (!existsSync(path)) return false;
  const version = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout;
  return Number.parseInt(version, 10) < 22;
});

const advice =
  /^chartlift needs Node\.js 22\.18, or 24\.2 and newer, this is [\d.]+: install Node\.js 24 from https:\/\/nodejs\.org\n$/;
const pretend = (version: string) =>
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;

describe('the process', () => {
  it.each(['12.22.12', '20.20.2', '22.17.1', '23.11.1', '24.1.0'])(
    'says under Node %s what to install',
    (version) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', pretend(version), bin, '--version'],
        {
          encoding: 'utf8',
        },
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(advice);
    },
  );

  it.each(['22.18.0', '24.2.0', '26.0.0'])('runs under Node %s', (version) => {
    const ran = spawnSync(process.execPath, ['--import', pretend(version), bin, '--version'], {
      encoding: 'utf8',
    });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.skipIf(!oldNode)('says so under a real old Node', () => {
    const { status, stderr } = spawnSync(oldNode ?? '', [bin, 'convert'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(advice);
  });

  it('goes on when nobody listens', () => {
    const { stdout, stderr } = shell(
      folder,
      'chartlift convert fixtures/ccda --out piped | true; echo $PIPESTATUS',
    );
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
    expect(existsSync(join(folder, 'piped', 'manifest.json'))).toBe(true);
  });

  it('refuses a place where no folder can be made', () => {
    const { exit, stderr } = shell(folder, 'chartlift convert fixtures/ccda --out /proc/chartlift');
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^chartlift: The folder \/proc\/chartlift cannot be written: [a-z ]+ \(E[A-Z]+\)\n/,
    );
  });

  it('stops with a code of its own when the folder cannot be written to the end, and goes on when it can', () => {
    const convert = (out: string) =>
      `chartlift convert fixtures/ccda/c32-v25.xml --out ${out} --as-of 2026-01-01T00:00:00Z`;
    // Blocks of 1024 bytes: the ledger fits, a bundle does not.
    const { exit, stderr } = shell(folder, `ulimit -f 120; trap "" XFSZ; ${convert('full')} --jobs 2`);
    expect(stderr).toMatch(
      /^chartlift: the run folder full cannot be written: [a-z ]+ \(E[A-Z]+\)\n {2}→ Free space/,
    );
    expect(exit).toBe(74);
    expect(existsSync(join(folder, 'full', 'manifest.json'))).toBe(false);
    expect(shell(folder, convert('full')).exit).toBe(0);
    expect(shell(folder, convert('roomy')).exit).toBe(0);
    expect(differing(join(folder, 'roomy'), join(folder, 'full'))).toEqual([]);
  });

  it('leaves nothing of the rows behind when it fails on the way', () => {
    const { exit } = shell(
      folder,
      'ulimit -f 4; trap "" XFSZ; chartlift convert fixtures/csv/synthea/2024 --out full-tables',
    );
    expect(exit).toBe(74);
    expect(readdirSync(join(folder, 'full-tables')).filter((name) => /^(rows|keys)/.test(name))).toEqual([]);
  });
});
