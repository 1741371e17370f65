import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { randomOf } from './make-archive.ts';

// One input, run in every way: in one go, killed again and again, in shares, by one thread and by two. All must give
// the same bytes.
// node test/archive/same-bytes.ts INPUT [KILLS] [SEED]

const bin = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
const asOf = '2026-01-01T00:00:00Z';
const targets = ['--to', 'bundle', '--to', 'ndjson', '--to', 'record'];

/** What a run may write differently: its own account of times. */
const own = /^(ledger[-\w]*\.db(-\w+)?|report\/run\.json)$/;

/** The hash of each file of a run folder, by name. */
export function hashesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(
    names
      .filter((name) => !own.test(name))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** The names by which two run folders differ. */
export function differing(a: string, b: string): string[] {
  const [one, other] = [hashesOf(a), hashesOf(b)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => one.get(name) !== other.get(name))
    .sort();
}

/** Runs the built program; killed after so many milliseconds, where they are given. Answers whether it came to its end. */
export function chartlift(args: readonly string[], killAfter?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(false);
      // 1: something of the input is set aside, as it should be.
      else if (code === 0 || code === 1) resolve(true);
      else reject(new Error(`exit ${code}: ${said}`));
    });
  });
}

export interface Trial {
  readonly input: string;
  readonly work: string;
  readonly kills: number;
  readonly seed: number;
  readonly say: (text: string) => void;
}

/** Runs an input in every way; answers by which names each way differs from the plain one. */
export async function tryAllWays({
  input,
  work,
  kills,
  seed,
  say,
}: Trial): Promise<Record<string, string[]>> {
  const convert = (out: string, ...more: string[]) => [
    'convert',
    input,
    '--out',
    join(work, out),
    ...targets,
    '--as-of',
    asOf,
    '--progress',
    'none',
    ...more,
  ];
  const start = performance.now();
  await chartlift(convert('plain', '--jobs', '1'));
  const time = performance.now() - start;
  say(`one thread: ${(time / 1000).toFixed(1)} s`);
  await chartlift(convert('two', '--jobs', '2'));
  await killAgainAndAgain({ args: convert('killed', '--jobs', '2'), time, kills, seed, say });
  for (const share of [1, 2, 3]) await chartlift(convert('shares', '--shard', `${share}/3`));
  await chartlift(['merge', join(work, 'shares')]);
  const ways = ['two', 'killed', 'shares'];
  return Object.fromEntries(ways.map((way) => [way, differing(join(work, 'plain'), join(work, way))]));
}

interface Killing extends Pick<Trial, 'kills' | 'seed' | 'say'> {
  readonly args: readonly string[];
  /** How long a run takes that nobody kills. */
  readonly time: number;
}

async function killAgainAndAgain({ args, time, kills, seed, say }: Killing): Promise<void> {
  const random = randomOf(seed);
  const moments: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    // A start takes a while; each run is killed somewhere in what follows, the last ones while parts are put together.
    const moment = Math.round(200 + random() * Math.max(800, time * 0.6));
    moments.push(moment);
    if (await chartlift(args, moment)) break;
  }
  say(`seed ${seed}; killed ${moments.length} times, after ${moments.join(', ')} ms`);
  await chartlift(args);
}

if (import.meta.main) {
  const [, , input = '', kills = '20', seed = String(Date.now() % 100_000)] = process.argv;
  if (!existsSync(input)) throw new Error('name an input: a folder of documents or tables');
  const work = mkdtempSync(join(tmpdir(), 'chartlift-same-'));
  try {
    const ways = await tryAllWays({
      input,
      work,
      kills: Number(kills),
      seed: Number(seed),
      say: console.log,
    });
    console.log(`${hashesOf(join(work, 'plain')).size} files`);
    for (const [way, names] of Object.entries(ways)) {
      console.log(
        `${way}: ${names.length === 0 ? 'the same bytes' : `differs in ${names.slice(0, 5).join(', ')}`}`,
      );
      if (names.length > 0) process.exitCode = 1;
    }
  } finally {
    if (process.exitCode) console.log(`kept: ${work}`);
    else rmSync(work, { recursive: true });
  }
}
