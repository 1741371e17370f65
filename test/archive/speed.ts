import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../src/migration/run-ledger/sessions.ts';
import { makeArchive } from './make-archive.ts';

// How fast an archive of invented documents is migrated, by one thread and by two in turn, and how much memory that takes.
// node test/archive/speed.ts [DOCUMENTS] [ROUNDS] [SEED]

const bin = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
const [, , documents = '2000', rounds = '5', seed = '1'] = process.argv;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** What one run took: wall time from outside, the rest as the run tells it itself. */
interface Took extends Session {
  readonly seconds: number;
}

function migrate(input: string, out: string, jobs: number): Took {
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  execFileSync(process.execPath, [bin, 'convert', input, '--out', out, '--jobs', String(jobs)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  const { sessions } = JSON.parse(readFileSync(join(out, 'report', 'run.json'), 'utf8')) as {
    sessions: [Session];
  };
  return { ...sessions[0], seconds };
}

function report(jobs: number, runs: readonly Took[], bytes: number): void {
  const seconds = median(runs.map((run) => run.seconds));
  const peak = Math.max(...runs.map(({ peakMegabytes = 0 }) => peakMegabytes));
  const cpu = median(runs.map(({ cpuSeconds = 0 }) => cpuSeconds));
  console.log(
    `--jobs ${jobs}: ${seconds.toFixed(1)} s, ${(Number(documents) / seconds).toFixed(0)} documents/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${cpu.toFixed(1)} s of CPU time, peak memory ${peak} MB`,
  );
  const stages = runs[0]?.stages ?? [];
  for (const [at, { stage }] of stages.entries()) {
    const time = median(runs.map((run) => run.stages?.[at]?.seconds ?? 0));
    console.log(
      `  ${stage.padEnd(30)} ${time.toFixed(1).padStart(7)} s ${((100 * time) / seconds).toFixed(1).padStart(5)} %`,
    );
  }
}

interface Peer {
  readonly title: string;
  readonly documents: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** The peer's whole run: it reads, converts and writes each document, and accounts for nothing. */
function runPeer(input: string, out: string): Peer | undefined {
  const script = join(import.meta.dirname, 'peer-run.ts');
  // It says something of most documents.
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const { stdout } = spawnSync(process.execPath, [script, input, out], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: [...stdio],
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return line.startsWith('{') ? (JSON.parse(line) as Peer) : undefined;
}

function reportPeer(peer: Peer, ours: readonly Took[], bytes: number): void {
  const own = bytes / median(ours.map(({ cpuSeconds = 0 }) => cpuSeconds));
  const its = peer.bytes / peer.cpuSeconds;
  console.log(
    `${peer.title}: ${peer.documents} of ${documents} documents, ${(its / 1e6).toFixed(1)} MB a second of CPU time; Chartlift ${(own / 1e6).toFixed(1)}: ${(own / its).toFixed(2)} times as much in the whole run`,
  );
}

const work = mkdtempSync(join(tmpdir(), 'chartlift-speed-'));
try {
  const input = join(work, 'in');
  const bytes = makeArchive(input, Number(documents), Number(seed));
  console.log(`${documents} documents, ${(bytes / 1e6).toFixed(1)} MB, ${rounds} rounds`);
  const one: Took[] = [];
  const two: Took[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    one.push(migrate(input, join(work, 'out'), 1));
    two.push(migrate(input, join(work, 'out'), 2));
    console.log(
      `round ${round + 1}: ${one.at(-1)?.seconds.toFixed(1)} s and ${two.at(-1)?.seconds.toFixed(1)} s`,
    );
  }
  report(1, one, bytes);
  report(2, two, bytes);
  const ratios = one.map(({ seconds }, round) => seconds / (two[round]?.seconds ?? seconds));
  console.log(
    `--jobs 2 is ${median(ratios).toFixed(2)} times as fast as --jobs 1 (from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  );
  const peer = runPeer(input, join(work, 'peer'));
  if (peer) reportPeer(peer, one, bytes);
} finally {
  rmSync(work, { recursive: true, force: true });
}
