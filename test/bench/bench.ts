import { Contestant } from './contest.ts';
import { benchDocuments } from './documents.ts';
import { type Stage, type Stages, titleOf } from './ours.ts';
import { loadPeer } from './peer.ts';
import { benchTables } from './tables.ts';

// Speed as ratios of one interleaved, warm run: these figures mean nothing between machines or runs.
//
// Measured is CPU time, all threads of a process, from a document's bytes to the text of a FHIR bundle in JSON. Ours:
// source hash, strict parse, record with narrative, trace, ledger and issues, assembling, resources with the profiles
// that they meet and Provenance, bundle. The peer's: what its own two functions do, from XML to bundle, which has no
// narrative of sections, no trace and no account. Neither reads or writes files. Record paths are kept as source
// elements and made into text by who asks for them: most runs write no records.

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
/** V8 compiles what runs often, and goes on doing so for many rounds: both sides are measured when it is done. */
const warmUp = Number(process.env['BENCH_WARM_UP'] ?? 20);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const fixed = (value: number): string => value.toFixed(1).padStart(8);

const { title, files } = benchDocuments();
const sizes = new Map(files.map(({ name, bytes }) => [name, bytes.length]));
const megabytes = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) / 1e6;

async function measure(): Promise<void> {
  const peer = await loadPeer();
  const ours = await Contestant.start('chartlift');
  const theirs = peer && (await Contestant.start('peer'));
  const all = await ours.ask('takes', [...sizes.keys()]);
  const both = theirs ? await theirs.ask('takes', all) : all;
  console.log(
    `${files.length} documents of ${title}, ${megabytes([...sizes.keys()]).toFixed(1)} MB; converted: Chartlift ${all.length}${peer ? `, ${peer.title} ${both.length} of these` : ''}`,
  );
  const our = { names: both, ms: [] as number[] };
  const their = { names: both, ms: [] as number[] };
  for (let round = 0; round < warmUp + rounds; round++) {
    const pair = [await ours.ask('round', both), (await theirs?.ask('round', both)) ?? 0] as const;
    if (round < warmUp) continue;
    our.ms.push(pair[0]);
    their.ms.push(pair[1]);
  }
  report('Chartlift', our);
  if (peer) {
    report(peer.title, their);
    const ratios = our.ms.map((ms, round) => (their.ms[round] ?? 0) / ms);
    console.log(
      `Chartlift does ${median(ratios).toFixed(2)} times as much a core (from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds} rounds; ${(Math.min(...their.ms) / Math.min(...our.ms)).toFixed(2)} in the best round of each)`,
    );
  }
  await reportStages(ours, both);
  report('Chartlift, all that it converts', { names: all, ms: [await ours.ask('round', all)] });
  console.log(
    `peak memory: Chartlift ${await ours.ask('memory', [])} MB${theirs ? `, ${peer.title} ${await theirs.ask('memory', [])} MB` : ''}`,
  );
  ours.end();
  theirs?.end();
}

function report(name: string, { names, ms }: { names: readonly string[]; ms: readonly number[] }): void {
  const middle = median(ms);
  console.log(
    `${name.padEnd(34)}${fixed((names.length / middle) * 1000)} documents/s${fixed((megabytes(names) / middle) * 1000)} MB/s${fixed(middle / names.length)} ms a document`,
  );
}

/** Where our time goes, how far the strict parse alone would get, and what a megabyte costs in documents of all sizes. */
async function reportStages(ours: Contestant, names: readonly string[]): Promise<void> {
  const runs: Stages[] = [];
  for (let round = 0; round < 7; round++) runs.push(await ours.ask('stages', names));
  const stages = Object.keys(runs[0]?.byStage ?? {}) as Stage[];
  const times = stages.map((stage) => ({ stage, ms: mean(runs.map(({ byStage }) => byStage[stage])) }));
  const whole = times.reduce((sum, { ms }) => sum + ms, 0);
  for (const { stage, ms } of times)
    console.log(`  ${titleOf(stage).padEnd(32)}${fixed((100 * ms) / whole)} %`);
  const parse = times.find(({ stage }) => stage === 'parse')?.ms ?? 0;
  console.log(
    `ceiling, strict parse alone: ${((megabytes(names) / parse) * 1000).toFixed(1)} MB/s; all of it runs at ${((100 * parse) / whole).toFixed(0)} % of that`,
  );
  const byName = names.map((name) => ({
    name,
    ms: mean(runs.map(({ byDocument }) => byDocument.find((one) => one.name === name)?.ms ?? 0)),
  }));
  reportSizes(byName);
}

/** The smaller documents that make half of all bytes, and the larger ones. */
function reportSizes(documents: readonly { readonly name: string; readonly ms: number }[]): void {
  const bySize = documents.toSorted((a, b) => (sizes.get(a.name) ?? 0) - (sizes.get(b.name) ?? 0));
  const half = megabytes(bySize.map(({ name }) => name)) / 2;
  const isSmall = (index: number) => megabytes(bySize.slice(0, index + 1).map(({ name }) => name)) <= half;
  const count = bySize.filter((_, index) => isSmall(index)).length;
  const cost = (some: typeof bySize) => {
    const size = megabytes(some.map(({ name }) => name));
    const ms = some.reduce((sum, one) => sum + one.ms, 0);
    return `${(ms / size).toFixed(1)} ms a MB in ${some.length} documents of ${((size * 1000) / some.length).toFixed(0)} kB on average`;
  };
  console.log(`by size: ${cost(bySize.slice(0, count))}, ${cost(bySize.slice(count))}`);
}

if (!process.argv.includes('--tables')) await measure();
if (!process.argv.includes('--documents')) await benchTables();
