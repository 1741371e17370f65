import { type Reconciled, reconcile, type Thresholds } from '../reconciliation/index.ts';
import { exitCodes } from './exit-codes.ts';

/** How the report is made and told. */
interface Asked {
  readonly json: boolean;
  readonly thresholds?: Thresholds | undefined;
  readonly previous?: string | undefined;
}

/** Writes the report of a run, says what it found, and sets the exit code. */
export async function showReconciled(run: string, { json, ...asked }: Asked): Promise<void> {
  const reconciled = await reconcile(run, asked);
  process.exitCode = exitCodes[endingOf(reconciled) ?? 'done'].code;
  process.stdout.write(`${json ? JSON.stringify(reconciled.report, null, 2) : reconciledText(reconciled)}\n`);
}

/** What a report says of a run beyond what the run says of itself. */
export function endingOf({ remainder, report }: Reconciled): 'unbalanced' | 'thresholds' | undefined {
  if (remainder !== 0) return 'unbalanced';
  return report.checks.some(({ passed }) => !passed) ? 'thresholds' : undefined;
}

const marks = { good: '✓', look: '●', bad: '✕', none: ' ' } as const;

/** The verdict as a person reads it. */
function reconciledText({ report, folder }: Reconciled): string {
  const { verdict, sections, checks } = report;
  return [
    verdict.headline,
    ...verdict.words.map((words) => `  ${words}`),
    ...(checks.length > 0 ? ['', 'Thresholds'] : []),
    ...checks.map(
      ({ words, value, limit, passed }) =>
        `  ${passed ? marks.good : marks.bad} ${words}: ${value}, limit ${limit}`,
    ),
    '',
    'Items',
    ...sections.map(({ title, standing }) => `  ${marks[standing]} ${title}`.trimEnd()),
    '',
    `Report  ${folder}`,
  ].join('\n');
}
