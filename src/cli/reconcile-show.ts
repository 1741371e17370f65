import { type Reconciled, reconcile } from '../reconciliation/index.ts';
import { exitCodes } from './exit-codes.ts';

/** Writes the report of a run, says what it found, and sets the exit code. */
export async function showReconciled(run: string, { json }: { json: boolean }): Promise<void> {
  const reconciled = reconcile(run);
  process.exitCode = exitCodes[endingOf(reconciled)].code;
  process.stdout.write(`${json ? JSON.stringify(reconciled.report, null, 2) : reconciledText(reconciled)}\n`);
}

function endingOf({ remainder, report }: Reconciled): 'done' | 'unbalanced' | 'thresholds' {
  if (remainder !== 0) return 'unbalanced';
  return report.checks.some(({ passed }) => !passed) ? 'thresholds' : 'done';
}

/** The verdict as a person reads it. */
function reconciledText({ report, folder }: Reconciled): string {
  const { verdict, sections } = report;
  const marks = { good: '✓', look: '●', bad: '✕', none: ' ' };
  return [
    verdict.headline,
    ...verdict.words.map((words) => `  ${words}`),
    '',
    ...sections.map(({ title, standing }) => `  ${marks[standing]} ${title}`),
    '',
    `Report  ${folder}`,
  ].join('\n');
}
