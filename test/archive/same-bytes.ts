import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { randomOf } from './make-archive.ts';

// One input, run in every way: in one go, killed again and again, in shares, by one thread and by two. All must give
// the same bytes.
// node test/archive/same-bytes.ts INPUT [KILLS] [SEED] [FLAGS of convert …]

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

/** The stages of a run, and how many of twenty kills hit each. */
const stages = [
  ['Looking at files', 4],
  ['Converting patients', 8],
  ['Putting the parts together', 5],
  ['Writing the report', 3],
] as const;

/** When a run is killed: so long after it began a stage. */
interface Moment {
  readonly stage: string;
  readonly after: number;
}

/** How a run ended, and how long each stage took in milliseconds. */
interface Ending {
  /** The stage in which it was killed. */
  readonly killedIn?: string | undefined;
  readonly times: ReadonlyMap<string, number>;
}

/** Runs the built program, and kills it at a moment where one is given. */
export function chartlift(args: readonly string[], moment?: Moment): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    const clock = openStageClock();
    let said = '';
    let timer: NodeJS.Timeout | undefined;
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      clock.hear(said);
      if (moment && clock.stage() === moment.stage)
        timer ??= setTimeout(() => child.kill('SIGKILL'), moment.after);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const times = clock.times();
      if (signal === 'SIGKILL') resolve({ times, killedIn: clock.stage() });
      // 1: something of the input is set aside, as it should be.
      else if (code === 0 || code === 1) resolve({ times });
      else reject(new Error(`exit ${code}: ${said}`));
    });
  });
}

/** Tells from what a run says of itself (--progress json) in which stage it is. */
function openStageClock() {
  let stage = 'the start';
  let begun = performance.now();
  const times = new Map<string, number>();
  const end = () => times.set(stage, performance.now() - begun);
  return {
    stage: () => stage,
    hear(said: string) {
      const now = /"stage":"([^"]+)"/.exec(said.slice(said.lastIndexOf('{"stage"')))?.[1] ?? stage;
      if (now === stage) return;
      end();
      stage = now;
      begun = performance.now();
    },
    times() {
      end();
      return times;
    },
  };
}

export interface Trial {
  readonly input: string;
  readonly work: string;
  readonly kills: number;
  readonly seed: number;
  /** Flags of convert beside the usual ones. */
  readonly flags?: readonly string[];
  readonly say: (text: string) => void;
}

/** Runs an input in every way; answers by which names each way differs from the plain one. */
export async function tryAllWays({
  input,
  work,
  kills,
  seed,
  flags = [],
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
    'json',
    ...flags,
    ...more,
  ];
  await chartlift(convert('plain', '--jobs', '1'));
  const { times } = await chartlift(convert('two', '--jobs', '2'));
  say(
    `two threads: ${[...times].map(([stage, time]) => `${stage} ${(time / 1000).toFixed(1)} s`).join(', ')}`,
  );
  await killAgainAndAgain({ args: convert('killed', '--jobs', '2'), times, kills, seed, say });
  for (const share of [1, 2, 3]) await chartlift(convert('shares', '--shard', `${share}/3`));
  await chartlift(['merge', join(work, 'shares')]);
  const ways = ['two', 'killed', 'shares'];
  return Object.fromEntries(ways.map((way) => [way, differing(join(work, 'plain'), join(work, way))]));
}

interface Killing extends Pick<Trial, 'kills' | 'seed' | 'say'> {
  readonly args: readonly string[];
  /** How long each stage of a run takes that nobody kills. */
  readonly times: ReadonlyMap<string, number>;
}

async function killAgainAndAgain({ args, times, kills, seed, say }: Killing): Promise<void> {
  const random = randomOf(seed);
  const hits: Record<string, number> = {};
  for (let kill = 0; kill < kills; kill++) {
    const [stage, share] = stageOf((kill + 0.5) / kills);
    // What was looked at or converted is not done again: the stage is killed in pieces.
    const isDoneOnce = stage === stages[0][0] || stage === stages[1][0];
    const after = (random() * (times.get(stage) ?? 0)) / (isDoneOnce ? share * kills : 1);
    const { killedIn = 'its end, before the kill' } = await chartlift(args, { stage, after });
    hits[killedIn] = (hits[killedIn] ?? 0) + 1;
  }
  const told = Object.entries(hits).map(([stage, count]) => `${stage} ${count}`);
  say(`seed ${seed}; killed ${kills} times: ${told.join(', ')}`);
  await chartlift(args);
}

/** The stage at a point of all kills, and its share of them. */
function stageOf(point: number): readonly [stage: string, share: number] {
  const all = stages.reduce((sum, [, count]) => sum + count, 0);
  let end = 0;
  for (const [stage, count] of stages) {
    end += count / all;
    if (point < end) return [stage, count / all];
  }
  return [stages[0][0], 1];
}

if (import.meta.main) {
  const [, , input = '', kills = '20', seed = String(Date.now() % 100_000), ...flags] = process.argv;
  if (!existsSync(input)) throw new Error('name an input: a folder of documents or tables');
  const work = mkdtempSync(join(tmpdir(), 'chartlift-same-'));
  try {
    const ways = await tryAllWays({
      input,
      work,
      kills: Number(kills),
      seed: Number(seed),
      flags,
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
