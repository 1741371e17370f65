import { Command, Flags } from '@oclif/core';
import { isOutputFailure, OutputFailure } from '../migration/failures.ts';
import type { PartialRun, Progress, RunOptions, RunSummary, RunWays } from '../migration/index.ts';
import { type ExitName, exitCodes } from './exit-codes.ts';
import { exitCodeOf, failedBy, failureText } from './failure.ts';
import type { Failure, Result } from './result.ts';
import type { ProgressForm } from './run-flags.ts';
import { listenToInterrupts } from './signals.ts';

interface HowToRun {
  readonly ways?: RunWays;
  readonly progress?: ProgressForm | undefined;
}

/** A run, and whether it is within the limits that were set before it. */
interface ReconciledRun extends RunSummary {
  readonly isMet: boolean;
}

/** What every command does alike: `--json`, exit codes, and errors that quote nothing. */
export abstract class BaseCommand extends Command {
  static override readonly baseFlags = {
    json: Flags.boolean({ summary: 'print the result as one JSON object' }),
  };

  /** Runs the migration with progress on stderr, and writes its report. */
  protected async migrate(options: RunOptions, how: HowToRun = {}): Promise<ReconciledRun> {
    const summary = await this.work(options, how);
    if ('share' in summary) throw new RangeError('a whole run has an end');
    return summary;
  }

  /** The same, or a part of it. */
  protected async work(options: RunOptions, how: HowToRun): Promise<ReconciledRun | PartialRun> {
    const [{ beginSession, endSession, openStageTimes, workOn }, { openProgress }] = await Promise.all([
      import('../migration/index.ts'),
      import('./progress.ts'),
    ]);
    const { progress, times } = openStageTimes(await openProgress(how.progress ?? 'auto'));
    const session = beginSession([this.id ?? '', ...this.argv], this.config.version);
    const { signal, close } = listenToInterrupts();
    const ways = { ...how.ways, signal, session };
    const end = (ending: string) => endSession(session, { out: options.out, ways, ending, stages: times() });
    try {
      const done = await workOn(options, progress, ways);
      const run = 'share' in done ? done : await this.reconciled(done, progress);
      end('share' in run ? 'done' : run.ending);
      return run;
    } catch (error) {
      // What cannot be written any more is told by the error itself.
      attempt(() => end(failedBy(error).exit));
      throw isOutputFailure(error) ? new OutputFailure(error.code, options.out) : error;
    } finally {
      progress.end();
      close();
    }
  }

  /** Writes the report of a run. */
  private async reconciled(done: RunSummary, progress: Progress): Promise<ReconciledRun> {
    const [{ giveBackMemory }, { reconcile }] = await Promise.all([
      import('../migration/index.ts'),
      import('../reconciliation/index.ts'),
    ]);
    if (done.exports.length > 0) giveBackMemory();
    progress.begin('Writing the report', 1);
    const { report, remainder } = await reconcile(done.out);
    const isMet = report.checks.every(({ passed }) => passed);
    return { ...done, ending: remainder === 0 ? done.ending : 'unbalanced', isMet };
  }

  /** Prints what a part of a run did. */
  protected async tellPart(part: PartialRun, isPlan: boolean, json: boolean): Promise<void> {
    const { planText, planResult } = await import('./plan-report.ts');
    process.stdout.write(json ? planResult(part, isPlan) : `${planText(part, isPlan)}\n`);
  }

  /** Prints what a run did and sets the exit code. */
  protected async conclude(
    summary: ReconciledRun,
    { json, failOn }: { json: boolean; failOn?: string | undefined },
  ): Promise<void> {
    const exit = exitOf(summary, failOn);
    process.exitCode = exitCodes[exit].code;
    if (json) return this.print(resultOf(summary, exit, this.config.version));
    const { reportText } = await import('./report.ts');
    process.stdout.write(`${reportText(summary)}\n`);
  }

  protected print(value: Result | Failure): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  protected override async catch(error: unknown): Promise<void> {
    const failed = failedBy(error, this.id);
    process.exitCode = exitCodeOf(failed);
    if (!this.argv.includes('--json')) {
      process.stderr.write(failureText(failed));
      return;
    }
    const { text, hint } = failed;
    const { code, meaning } = exitCodes[failed.exit];
    this.print({
      format: 'chartlift-result/1',
      exitCode: code,
      meaning,
      error: { text, ...(hint ? { hint } : {}) },
    });
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nobody depends on it.
  }
}

function exitOf({ ending, issues, isMet }: ReconciledRun, failOn: string | undefined): ExitName {
  // Limits were set to be heard: a loss within them is told by the report.
  if (!isMet && (ending === 'done' || ending === 'losses')) return 'thresholds';
  if (ending !== 'done' || failOn === undefined) return ending;
  return issues.some(({ severity }) => severity !== 'information') ? 'warnings' : 'done';
}

/** The same without what nobody may change. */
const plainExport = (one: RunSummary['exports'][number]): Result['exports'][number] => ({
  ...one,
  tables: one.tables.map(({ columns, rows, ...table }) => ({
    ...table,
    rows: { ...rows },
    columns: { ...columns, withoutRule: [...columns.withoutRule] },
  })),
  others: one.others.map((table) => ({ ...table })),
});

function resultOf(summary: RunSummary, exit: ExitName, version: string): Result {
  const { code, meaning } = exitCodes[exit];
  const { out, asOf, read, dryRun, made, scans, ledger, exports, issues, unmapped } = summary;
  return {
    format: 'chartlift-result/1',
    version,
    exitCode: code,
    meaning,
    out,
    asOf,
    read,
    dryRun,
    made,
    ...(scans && { scans }),
    ledger,
    exports: exports.map(plainExport),
    issues: issues.map((group) => ({ ...group, examples: [...group.examples] })),
    unmapped: unmapped.map((one) => ({ ...one })),
  };
}
