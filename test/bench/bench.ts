import { execFileSync } from 'node:child_process';
import { benchDocuments } from './documents.ts';
import { convertOurs, measureStages, noTime } from './ours.ts';
import { loadPeer } from './peer.ts';
import { benchTables } from './tables.ts';

// Speed as ratios of one interleaved, warm run: these figures mean nothing between machines or runs.

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 9);
/** V8 compiles what runs often, and goes on doing so for some rounds: both sides are measured when it is done. */
const warmUp = 4;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const fixed = (value: number): string => value.toFixed(1).padStart(8);

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The child's job: convert everything twice and tell the greatest memory. */
function measureMemory(): void {
  const { files } = benchDocuments();
  for (const file of [...files, ...files]) convertOurs(file);
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}

async function measure(): Promise<void> {
  const { title, files } = benchDocuments();
  const peer = await loadPeer();
  const taken = files.filter((file) => convertOurs(file));
  const both = peer ? taken.filter((file) => succeeds(() => peer.convert(file.bytes))) : taken;
  const megabytes = (some: typeof files) => some.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  console.log(
    `${files.length} documents of ${title}, ${megabytes(files).toFixed(1)} MB; converted: Chartlift ${taken.length}${peer ? `, ${peer.title} ${both.length}` : ''}`,
  );

  const [ours, all, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < warmUp + rounds; round++) {
    const pair = interleave(both, round, {
      ours: convertOurs,
      theirs: (file) => peer?.convert(file.bytes),
    });
    const whole = timed(() => taken.forEach((file) => void convertOurs(file)));
    if (round >= warmUp) [ours.push(pair.ours), theirs.push(pair.theirs), all.push(whole)];
  }
  const row = (name: string, some: typeof files, ms: number) =>
    console.log(
      `${name.padEnd(34)}${fixed((some.length / ms) * 1000)} documents/s${fixed((megabytes(some) / ms) * 1000)} MB/s${fixed(ms / some.length)} ms a document`,
    );
  row('Chartlift, all it converts', taken, median(all));
  if (peer) {
    row('Chartlift, what both convert', both, median(ours));
    row(peer.title, both, median(theirs));
    console.log(
      `Chartlift is ${(median(theirs) / median(ours)).toFixed(2)} times as fast on the documents that both convert`,
    );
  }
  reportStages(taken);
  const memory = execFileSync(process.execPath, [import.meta.filename, '--memory'], { encoding: 'utf8' });
  console.log(`peak memory of a process that converts all twice: ${memory.trim()} MB`);
}

type Work = (file: ReturnType<typeof benchDocuments>['files'][number]) => unknown;

/** Both on each document in turn; who comes first changes from round to round. */
function interleave(
  files: ReturnType<typeof benchDocuments>['files'],
  round: number,
  work: { ours: Work; theirs: Work },
) {
  const sums = { ours: 0, theirs: 0 };
  const order = round % 2 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
  for (const file of files) for (const who of order) sums[who] += timed(() => void work[who](file));
  return sums;
}

function reportStages(files: ReturnType<typeof benchDocuments>['files']): void {
  const stages = noTime();
  for (const file of files) measureStages(file, stages);
  const whole = Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  const shares = Object.entries(stages).map(([stage, ms]) => `${stage} ${((100 * ms) / whole).toFixed(0)} %`);
  console.log(`shares: ${shares.join(', ')}`);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  console.log(
    `ceiling, strict parse alone: ${((megabytes / stages.parse) * 1000).toFixed(1)} MB/s; we reach ${((100 * stages.parse) / whole).toFixed(0)} % of it`,
  );
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

if (process.argv.includes('--memory')) measureMemory();
else {
  if (!process.argv.includes('--tables')) await measure();
  await benchTables();
}
