import { join } from 'node:path';
import type { ReadOptions } from '../readers/index.ts';
import { openTally, type TallyBook } from '../reconciliation/tally/index.ts';
import { indexedCharts } from './chart-keys.ts';
import { openDirectory } from './directory.ts';
import type { Examined } from './examine.ts';
import { withdrawManifest, writeManifest } from './manifest.ts';
import type { Progress, RunOptions } from './options.ts';
import { partFile } from './parts/convert-shard.ts';
import { mergeLines } from './parts/merge-lines.ts';
import { absorbPeople, mergeOutputs } from './parts/merge-outputs.ts';
import { openPart, type PartReader } from './parts/part-reader.ts';
import type { ShardOfPlan } from './parts/plan-shards.ts';
import type { ShardFacts } from './parts/shard-facts.ts';
import type { Plan } from './plan.ts';
import { type InputAside, keepInputs } from './quarantine/keep-inputs.ts';
import { renderPeople } from './render.ts';
import { nowhere, type RunFolder } from './run-folder.ts';
import type { RunLedger } from './run-ledger/run-ledger.ts';
import type { RunLog } from './run-log.ts';
import { type Converted, type RunSummary, sumConverted, summarize } from './summary.ts';
import { sweep } from './sweep.ts';
import type { SetAside, TableRun } from './tables/index.ts';
import { writeTally } from './tally-files.ts';

/** What it takes to make the end of a run of its parts. */
export interface Finishing {
  readonly options: RunOptions;
  readonly progress: Progress;
  readonly reading: ReadOptions;
  readonly folder: RunFolder;
  readonly ledger: RunLedger;
  readonly plan: Plan;
  readonly shards: readonly ShardOfPlan[];
  readonly runLog: RunLog;
  readonly tables: TableRun;
}

type Part = PartReader<undefined>;

/** Makes the files of a whole run of the parts of its shards, in the order of the plan. */
export async function finishRun(run: Finishing): Promise<RunSummary> {
  const { options, progress, reading, folder, ledger, plan, runLog, tables } = run;
  const { log } = runLog;
  const outside = options.dryRun ? nowhere(folder) : folder;
  progress.begin('Putting the parts together', run.shards.length);
  withdrawManifest(folder.path);
  ledger.forgetOutputs();
  const { parts, converted, tally } = takeParts(run);
  const people = openDirectory();
  absorbPeople(parts, people);
  runLog.afterParts();
  tables.settleShared(people.add);
  const shared = renderPeople(people.merged(), options, reading.make);
  log.enter([], shared.issues);
  mergeOutputs(outside, options, { parts, people, shared });
  ledger.indexCharts(options.dryRun ? [] : indexedCharts(linesOf(parts)));
  writeTally(folder, tally, shared);
  // Which files belong to documents is known only now.
  log.accountForFiles(plan);
  keepInputs(
    outside,
    plan.files.flatMap((file) => asideOf(file, run)),
  );
  const settled = await tables.settle();
  tables.close();
  mergeLines(folder, 'ledger', { parts, own: runLog.ledger });
  mergeLines(folder, 'issues', { parts, own: runLog.issues });
  if (outside !== folder) ledger.addOutputs(outside.outputs);
  ledger.addOutputs(folder.outputs);
  converted.resources += shared.resources.length;
  const written = countWritten(ledger);
  const summary = summarize({ options, plan, written, log, converted, tables: settled });
  sweep(folder.path, ledger);
  writeManifest(folder, {
    options,
    files: plan.files,
    patientOf: tables.idOf,
    fateOf: (file) => {
      const state = log.fates.get(file);
      return state === undefined ? ledger.fateOf(file) : { state };
    },
    outputs: ledger.outputs(),
    exports: settled.exports,
    scans: summary.scans,
    ledger: summary.ledger,
    issues: summary.issues,
    unmapped: summary.unmapped,
  });
  progress.end();
  return summary;
}

/** Opens the parts and adds up what they counted; of what they hold only the places stay in memory. */
function takeParts({ options, progress, folder, ledger, shards, runLog, tables }: Finishing): {
  parts: Part[];
  converted: Converted;
  tally: TallyBook;
} {
  const parts: Part[] = [];
  const converted: Converted[] = [];
  const tally = openTally();
  for (const { name } of shards) {
    const part = openPart<ShardFacts>(join(folder.path, partFile(name)));
    if (!part) throw new RangeError('each shard that is done has its part');
    const { facts, ...index } = part.index;
    ledger.finish(name, facts, undefined);
    runLog.log.add(facts.log);
    if (facts.tables) tables.absorb(facts.tables);
    for (const row of part.lines('quarantine')) tables.accounts.keepRow(JSON.parse(row) as SetAside);
    converted.push(facts.converted);
    tally.add(facts.tally);
    parts.push({ ...part, index: { ...index, facts: undefined } });
    progress.advance();
  }
  return { parts, tally, converted: sumConverted(converted, options.per) };
}

/** Whether an input was set aside, and by which rule. */
function asideOf(file: Examined, { runLog: { log }, ledger }: Finishing): InputAside[] {
  const state = log.fates.get(file.name) ?? ledger.fateOf(file.name)?.state;
  if (state !== 'quarantined' || file.state === 'table') return [];
  const rule = log.changed.has(file.name) ? 'changed-while-reading' : (file.rule ?? file.state);
  return [{ file, rule: rule === 'document' ? 'unreadable' : rule }];
}

/** The lines of `patients.ndjson`. */
function* linesOf(parts: readonly Part[]): Generator<string> {
  for (const part of parts) yield* part.lines('patients');
}

/** How many files there are in each folder of the run. */
function countWritten(ledger: RunLedger): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of ledger.outputs()) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
