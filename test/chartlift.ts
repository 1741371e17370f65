import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository. */
export const root = join(import.meta.dirname, '..');
export const bin = join(root, 'bin', 'run.js');

/** What a program said and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

/** An empty folder with a copy of the fixtures; `chartlift` is on the path of what is run there. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
  cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  mkdirSync(join(folder, '.bin'));
  symlinkSync(bin, join(folder, '.bin', 'chartlift'));
  symlinkSync(process.execPath, join(folder, '.bin', 'node'));
  return folder;
}

/** Runs a command line in a workplace, as a user's shell would, without a terminal. */
export function shell(folder: string, line: string): Outcome {
  const { NODE_ENV, NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const path = `${join(folder, '.bin')}:${env.PATH}`;
  const ran = spawnSync('bash', ['-c', line], {
    cwd: folder,
    env: { ...env, PATH: path },
    encoding: 'utf8',
    input: '',
    timeout: 60_000,
  });
  return { stdout: ran.stdout, stderr: ran.stderr, exit: ran.status };
}
