import { sep } from 'node:path';
import { indexOf, openBeside } from './beside.ts';
import { type ClaimedRun, claimRun, ledgerNameOf } from './claim-run.ts';
import { convertShards, openShards } from './convert-shards.ts';
import { discover } from './discover.ts';
import type { Examined } from './examine.ts';
import { examineAll } from './examine-all.ts';
import { finishRun } from './finish-run.ts';
import { keepOptions } from './kept-options.ts';
import { isAsItWas } from './look-at.ts';
import { withdrawManifest } from './manifest.ts';
import type { Progress, RunOptions, RunWays } from './options.ts';
import { planShards } from './parts/plan-shards.ts';
import { openPilot } from './pilot.ts';
import { type Group, type Plan, planRun } from './plan.ts';
import { type PlanTotals, writePlan } from './plan-file.ts';
import { readingOf } from './reading.ts';
import { Refusal } from './refusal.ts';
import { nowhere, openRunFolder, type RunFolder } from './run-folder.ts';
import { identityOf, type RunIdentity } from './run-identity.ts';
import { openRunLog } from './run-log.ts';
import { withPatternIndex } from './scans/index.ts';
import { giveBackMemory } from './small-heap.ts';
import { Stopped } from './stopped.ts';
import type { RunSummary } from './summary.ts';
import {
  type FoundExports,
  findExports,
  openMapping,
  openRetake,
  type Retake,
  readTables,
} from './tables/index.ts';
import { thresholdsFor } from './thresholds.ts';
import type { Crew } from './workers/crew.ts';
import { crewFor, crewForRows } from './workers/open-crew.ts';

/** What came of a part of a run: its plan, and how many of its shards are done. */
export interface PartialRun {
  readonly out: string;
  readonly asOf: string;
  readonly plan: PlanTotals;
  /** How many shards were to be done, and are. */
  readonly share: number;
}

/**
 * One run: the inputs are looked at, grouped by patient and cut into shards; each shard is converted into a part, and
 * the parts are put together in the order of the plan. What is done already is not done again.
 */
export async function migrate(
  options: RunOptions,
  progress: Progress,
  ways: RunWays = {},
): Promise<RunSummary> {
  const summary = await workOn(options, progress, { ...ways, planOnly: false, share: undefined });
  if ('share' in summary) throw new RangeError('a whole run has an end');
  return summary;
}

/** The same, or only its plan, or a share of it. */
export async function workOn(
  asked: RunOptions,
  progress: Progress,
  ways: RunWays,
): Promise<RunSummary | PartialRun> {
  const mapping = asked.mapping === undefined ? undefined : openMapping(asked.mapping);
  const retake = asked.onlyQuarantine === undefined ? undefined : await openRetake(asked.onlyQuarantine);
  const found = await discover(asked.inputs);
  const identity = identityOf(asked, mapping);
  const claimed = claim(asked, identity, ways);
  const options = { ...asked, asOf: claimed.asOf };
  keepOptions(claimed.ledger, options);
  const inputs = found.filter(({ path }) => path !== claimed.root && !path.startsWith(claimed.root + sep));
  const isOver = () => ways.signal?.aborted === true;
  const run = { claimed, identity, options, progress, ways, retake, isOver };
  const crew = await crewFor(inputs, run);
  try {
    const reading = readingOf(options);
    const looked = await examineAll(inputs, { ...claimed, progress, crew, isOver, reading });
    refuseToGoOn(isOver);
    const files = (await retake?.inputs.mended(looked, options.from, reading)) ?? looked;
    const folder = openRunFolder(claimed.root, suffixOf(ways));
    const all = withPatternIndex(files, options.scans, folder);
    const exports = await exportsIn(all, { claimed, mapping, options });
    // Rows are converted here: threads that have looked at the files have nothing more to do.
    if (exports.exports.length > 0) await crew.close();
    return await runAll(exports, { ...run, folder, crew });
  } finally {
    await crew.close();
    claimed.close();
  }
}

type Mapping = Parameters<typeof findExports>[1];

/** Finds the exports; where the command does not suit what is there, the folder that it named is free again. */
async function exportsIn(
  files: readonly Examined[],
  { claimed, mapping, options }: Pick<Run, 'claimed' | 'options'> & { mapping: Mapping },
): Promise<FoundExports> {
  try {
    const found = await findExports(files, mapping, options.scans);
    if (options.bundle === 'document' && found.exports.length > 0) throw tablesAreNoDocuments;
    return found;
  } catch (error) {
    if (error instanceof Refusal) claimed.giveBack();
    throw error;
  }
}

/** Keeps what shares write at the same time apart. */
const suffixOf = ({ share }: RunWays): string => (share ? `.${share.number}-of-${share.of}` : '');

function claim(asked: RunOptions, identity: RunIdentity, ways: RunWays): ClaimedRun {
  const { share, isTimed, force, session } = ways;
  const claimed = claimRun({
    out: asked.out,
    identity,
    asOf: isTimed ? asked.asOf : undefined,
    now: share ? undefined : asked.asOf,
    force: force === true,
    ledgerName: ledgerNameOf(ways),
  });
  if (session) claimed.ledger.keepSession(session);
  return claimed;
}

const tablesAreNoDocuments = new Refusal(
  'The input holds tables, and --bundle document holds one document each',
  'Leave --bundle document out, or convert the documents by themselves.',
);

/** A run on its way. */
interface Run {
  readonly claimed: ClaimedRun;
  readonly identity: RunIdentity;
  readonly options: RunOptions;
  readonly progress: Progress;
  readonly ways: RunWays;
  readonly retake: Retake | undefined;
  readonly isOver: () => boolean;
  readonly folder: RunFolder;
  readonly crew: Crew;
}

async function runAll({ exports, files }: FoundExports, run: Run): Promise<RunSummary | PartialRun> {
  const { claimed, options, progress, retake, ways, folder } = run;
  const { root } = claimed;
  const suffix = suffixOf(ways);
  const reading = readingOf(options);
  const beside = openBeside(indexOf(files), options.attachments === 'url');
  const runLog = openRunLog(root, suffix);
  const pilot = openPilot(options.pilot);
  const documents = files.flatMap(({ state, scan }) => (state === 'document' && scan ? [scan] : []));
  const tables = await readTables(exports, {
    // What is set aside is written once, by the run that ends.
    folder: ways.share || ways.planOnly ? nowhere(folder) : folder,
    suffix,
    log: runLog.log,
    reading: { ...reading, fileBeside: beside.read, scanBeside: beside.scan },
    progress,
    documents,
    isAsLookedAt({ path }) {
      const known = claimed.lookedAt(path);
      return known === undefined || isAsItWas({ path }, known);
    },
    retake,
    pilot,
    memory: options.tableMemory,
  });
  try {
    const plan = chosen(pilot.choose(planRun(files, options.per, tables.idOf), tables), retake);
    const shards = planShards(plan, { run: tables, exports, pilot, taken: retake?.inputs.patientsIn(plan) });
    claimed.ledger.plan(shards, plan.files);
    const planned = writePlan(folder, { ...run, asOf: options.asOf, plan, shards, exports, tables });
    const part = { out: options.out, asOf: options.asOf, plan: planned };
    if (ways.planOnly) return { ...part, share: 0 };
    const mine = shards.filter((_, at) => !ways.share || at % ways.share.of === ways.share.number - 1);
    await convertAll(mine, { ...run, plan, tables, beside, log: runLog.log });
    if (ways.share) return { ...part, share: mine.length };
    // What the threads hold is given back before the parts are put together.
    await run.crew.close();
    if (tables.exports.length > 0) giveBackMemory();
    return await finishRun({
      options,
      progress,
      reading,
      folder,
      ledger: claimed.ledger,
      plan,
      shards,
      runLog,
      tables,
    });
  } finally {
    tables.close();
    runLog.close();
  }
}

/** Of an earlier run's quarantine only the patients of what was set aside are converted. */
function chosen(plan: Plan, retake: Retake | undefined): Plan {
  const taken = retake?.inputs.patientsIn(plan);
  if (!taken) return plan;
  const marked = (group: Group): Group =>
    taken.has(group.id) || group.leftOut ? group : { ...group, leftOut: 'not-in-quarantine' };
  return { ...plan, groups: plan.groups.map(marked) };
}

interface Work extends Run {
  readonly plan: ReturnType<typeof planRun>;
  readonly tables: Awaited<ReturnType<typeof readTables>>;
  readonly beside: ReturnType<typeof openBeside>;
  readonly log: ReturnType<typeof openRunLog>['log'];
}

/** Converts the shards that are not done yet. */
async function convertAll(shards: ReturnType<typeof planShards>, work: Work): Promise<void> {
  const { claimed, options, progress, isOver, ways, plan, tables, beside, log, retake } = work;
  const thresholds = thresholdsFor(ways.maxQuarantine, { plan, log, rows: tables.accounts.rows.total() });
  const patients = shards.reduce((sum, shard) => sum + shard.patients, 0) + tables.countPatients();
  progress.begin('Converting patients', patients);
  const checking = {
    root: claimed.root,
    beside,
    hasFiles: options.dryRun !== true,
    again: retake !== undefined || tables.isPassing,
  };
  const open = openShards(shards, { ...checking, progress, thresholds });
  if (ways.mergeOnly && open.length > 0) throw notDone(open.length);
  if (open.length > 0) withdrawManifest(claimed.root);
  const crew = tables.exports.length === 0 && work.crew.areThreads ? work.crew : await crewForRows(work);
  await convertShards(open, { ...claimed, progress, crew, isOver, thresholds });
  progress.end();
  refuseToGoOn(isOver);
}

const notDone = (count: number) =>
  new Refusal(
    `${count} of the shards of the plan are not done`,
    'Let every share come to its end: give the command of the one that did not again.',
  );

function refuseToGoOn(isOver: () => boolean): void {
  if (!isOver()) return;
  throw new Stopped(
    'interrupted',
    'the run was stopped; what is done is kept',
    'Give the same command again to go on.',
  );
}
