import { availableParallelism } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FilesBeside } from '../beside.ts';
import type { ClaimedRun } from '../claim-run.ts';
import type { Found } from '../discover.ts';
import { looksLikeArchive } from '../open-archive.ts';
import type { Progress, RunOptions, RunWays } from '../options.ts';
import { openPrinter } from '../printing.ts';
import { readingOf } from '../reading.ts';
import { totalSize } from '../size.ts';
import type { TableRun } from '../tables/index.ts';
import type { Crew } from './crew.ts';
import { workHere } from './here.ts';
import { workInThreads } from './pool.ts';

interface Setting {
  readonly claimed: ClaimedRun;
  readonly options: RunOptions;
  readonly progress: Progress;
  readonly ways: RunWays;
}

/** Below this a run is done before workers have begun, in bytes. */
const little = 20_000_000;

/**
 * Those who do a run's work: threads where there is enough for them. One thread holds less memory than this process would,
 * as its young generation can be bounded.
 */
export async function crewFor(found: readonly Found[], setting: Setting): Promise<Crew> {
  const { claimed, options, progress, ways } = setting;
  const { root, ledgerName } = claimed;
  const jobs = ways.jobs ?? availableParallelism();
  if ((jobs > 1 && ways.jobs !== undefined) || (await isMuch(found))) {
    return workInThreads(jobs, { root, ledger: ledgerName, options }, () => progress.advance());
  }
  return workHere({ ...benchOf(setting), printer: undefined, beside: notYet, done: breathe });
}

/** One document is one piece of work, however large: a thread would only hold it a second time. */
const isMuch = async (found: readonly Found[]): Promise<boolean> =>
  totalSize(found, little) >= little &&
  (found.length > 1 || (found[0] !== undefined && (await mayHoldMany(found[0]))));

/** A file that cannot be opened holds nothing; why, a look at it tells. */
const mayHoldMany = (found: Found): Promise<boolean> => looksLikeArchive(found).catch(() => false);

const notYet = (): never => {
  throw new RangeError('files are looked at before anything is converted');
};

interface WithRows extends Setting {
  readonly tables: TableRun;
  readonly beside: FilesBeside;
}

/** Rows lie in this process: their patients are converted here, and all others where there are few. */
export async function crewForRows({ tables, beside, ...setting }: WithRows): Promise<Crew> {
  return workHere({
    ...benchOf(setting),
    printer: await openPrinter(setting.options),
    beside: () => beside,
    tables: tables.exports.length > 0 ? tables : undefined,
    async done() {
      setting.progress.advance();
      await breathe();
    },
  });
}

const benchOf = ({ claimed, options }: Setting) => ({
  root: claimed.root,
  options,
  reading: readingOf(options),
});
