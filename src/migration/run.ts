import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { indexOf, openBeside } from './beside.ts';
import { type ClaimedRun, claimRun } from './claim-run.ts';
import { bySeverity, convertShards, doneFacts } from './convert-shards.ts';
import { discover, type Found } from './discover.ts';
import { examineAll } from './examine-all.ts';
import { finishRun } from './finish-run.ts';
import { openBook } from './ledger.ts';
import type { Log } from './log.ts';
import type { Progress, RunOptions, RunWays } from './options.ts';
import { planShards } from './parts/plan-shards.ts';
import { type Plan, planRun } from './plan.ts';
import { openPrinter } from './printing.ts';
import { readingOf } from './reading.ts';
import { Refusal } from './refusal.ts';
import { openRunFolder } from './run-folder.ts';
import { identityOf } from './run-identity.ts';
import { openRunLog } from './run-log.ts';
import { totalSize } from './size.ts';
import { Stopped } from './stopped.ts';
import type { RunSummary } from './summary.ts';
import {
  type FoundExports,
  findExports,
  openMapping,
  openRetake,
  type Retake,
  readTables,
  type TableRun,
} from './tables/index.ts';
import { openThresholds, type Thresholds } from './thresholds.ts';
import type { Bench } from './workers/bench.ts';
import type { Crew } from './workers/crew.ts';
import { workHere } from './workers/here.ts';
import { workInThreads } from './workers/pool.ts';

/**
 * One run: the inputs are looked at, grouped by patient and cut into shards; each shard is converted into a part, and
 * the parts are put together in the order of the plan. What is done already is not done again.
 */
export async function migrate(
  asked: RunOptions,
  progress: Progress,
  ways: RunWays = {},
): Promise<RunSummary> {
  const mapping = asked.mapping === undefined ? undefined : openMapping(asked.mapping);
  const retake = asked.onlyQuarantine === undefined ? undefined : await openRetake(asked.onlyQuarantine);
  const found = await discover(asked.inputs);
  const claimed = claimRun({
    out: asked.out,
    identity: identityOf(asked, mapping),
    asOf: ways.isTimed ? asked.asOf : undefined,
    now: asked.asOf,
    force: ways.force === true,
    ledgerName: 'ledger.db',
  });
  const options = { ...asked, asOf: claimed.asOf };
  const inputs = found.filter(({ path }) => path !== claimed.root && !path.startsWith(claimed.root + sep));
  const crew = await openCrew(inputs, { claimed, options, progress, ways });
  const isOver = () => ways.signal?.aborted === true;
  try {
    const files = await examineAll(inputs, {
      ...claimed,
      progress,
      crew,
      isOver,
      reading: readingOf(options),
    });
    refuseToGoOn(isOver);
    const exports = await findExports(files, mapping);
    if (options.bundle === 'document' && exports.exports.length > 0) throw tablesAreNoDocuments;
    return await runAll(exports, { claimed, options, progress, ways, crew, retake, isOver });
  } finally {
    await crew.close();
    claimed.ledger.close();
  }
}

const tablesAreNoDocuments = new Refusal(
  'The input holds tables, and --bundle document holds one document each',
  'Leave --bundle document out, or convert the documents by themselves.',
);

interface Setting {
  readonly claimed: ClaimedRun;
  readonly options: RunOptions;
  readonly progress: Progress;
  readonly ways: RunWays;
}

interface Run extends Setting {
  readonly crew: Crew;
  readonly retake: Retake | undefined;
  readonly isOver: () => boolean;
}

/** Below this a run is done before workers have begun, in bytes. */
const little = 20_000_000;

async function openCrew(
  found: readonly Found[],
  { claimed, options, progress, ways }: Setting,
): Promise<Crew> {
  const { root, ledgerName } = claimed;
  const jobs = ways.jobs ?? availableParallelism();
  if (jobs > 1 && (ways.jobs !== undefined || totalSize(found, little) >= little)) {
    return workInThreads(jobs, { root, ledger: ledgerName, options }, progress.advance);
  }
  const beside = () => {
    throw new RangeError('files are looked at before anything is converted');
  };
  return workHere({ root, options, reading: readingOf(options), printer: undefined, beside, done: breathe });
}

async function runAll({ exports, files }: FoundExports, run: Run): Promise<RunSummary> {
  const { claimed, options, progress, retake, isOver } = run;
  const { root, ledger } = claimed;
  const folder = openRunFolder(root);
  const reading = readingOf(options);
  const beside = openBeside(indexOf(files));
  const runLog = openRunLog(root);
  const documents = files.flatMap(({ state, scan }) => (state === 'document' && scan ? [scan] : []));
  const tables = await readTables(exports, {
    folder,
    log: runLog.log,
    reading: { ...reading, fileBeside: beside.read },
    progress,
    documents,
    retake,
    memory: options.tableMemory,
  });
  try {
    const plan = planRun(files, options.per, tables.idOf);
    const shards = planShards(plan, { run: tables, exports });
    ledger.plan(shards, plan.files);
    const thresholds = thresholdsOf(run.ways, plan, { tables, log: runLog.log });
    const total = shards.reduce((sum, shard) => sum + shard.patients, 0) + tables.countPatients();
    progress.begin('Converting patients', total);
    const checking = { root, beside, hasFiles: options.dryRun !== true };
    const open = shards.filter((shard) => {
      const facts = retake ? undefined : doneFacts(shard, checking);
      if (!facts) return true;
      progress.advance(facts.converted.patients);
      progress.issues?.(bySeverity(facts));
      thresholds.add(facts.log.balances);
      return false;
    });
    thresholds.check();
    const crew = exports.length === 0 && run.crew.size > 1 ? run.crew : await handsFor(tables, run, beside);
    await convertShards(open, { root, ledger, progress, crew, isOver, thresholds });
    progress.end();
    refuseToGoOn(isOver);
    return await finishRun({ options, reading, folder, ledger, plan, shards, runLog, tables });
  } finally {
    tables.close();
    runLog.close();
  }
}

function thresholdsOf(
  { maxQuarantine }: RunWays,
  { files }: Plan,
  { tables, log }: { tables: TableRun; log: Log },
): Thresholds {
  const documents = files.filter(({ format, state }) => format && state !== 'duplicate');
  const thresholds = openThresholds(maxQuarantine, {
    documents: documents.length,
    rows: tables.accounts.rows.total(),
  });
  const book = openBook();
  for (const { name, state } of documents.filter((file) => file.state === 'unreadable')) {
    book.enter([{ unit: 'document', place: { file: name }, state: 'quarantined', rule: state }]);
  }
  thresholds.add(book.balances());
  thresholds.add(log.book.balances());
  return thresholds;
}

/** Rows lie in this process: their patients are converted here. */
async function handsFor(
  tables: TableRun,
  { claimed, options, progress }: Run,
  beside: ReturnType<Bench['beside']>,
): Promise<Crew> {
  return workHere({
    root: claimed.root,
    options,
    reading: readingOf(options),
    printer: await openPrinter(options),
    beside: () => beside,
    tables,
    async done() {
      progress.advance();
      await breathe();
    },
  });
}

function refuseToGoOn(isOver: () => boolean): void {
  if (!isOver()) return;
  throw new Stopped(
    'interrupted',
    'the run was stopped; what is done is kept',
    'Give the same command again to go on.',
  );
}
