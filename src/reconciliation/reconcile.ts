import { join } from 'node:path';
import { fontFiles, keepProcessSmall } from '../migration/index.ts';
import { differenceOf } from './difference/difference.ts';
import type { Facts } from './facts.ts';
import { reportPage } from './html/page.ts';
import type { Report } from './model.ts';
import { printedReport } from './print-document.ts';
import { writeProtectedPart } from './protected-part.ts';
import { patientsOf, readRun } from './read-run.ts';
import { remainderOf, reportOf } from './report.ts';
import { openReportFolder } from './report-folder.ts';
import { csvTables } from './tables-csv.ts';
import { checksOf, type Thresholds, thresholds } from './thresholds.ts';

/** What a reconciliation found, and where it stands. */
export interface Reconciled {
  readonly report: Report;
  readonly remainder: number;
  /** Where the report lies. */
  readonly folder: string;
}

/** How a run is held against what was expected. */
export interface ReconcileOptions {
  /** Limits that were set after the run; those of the run itself hold where none are given. */
  readonly thresholds?: Thresholds | undefined;
  /** The folder of an earlier run, to tell what is not as it was there. */
  readonly previous?: string | undefined;
}

/** Makes the report of a run and writes it into `report/`; an earlier one there is replaced. */
export async function reconcile(run: string, options: ReconcileOptions = {}): Promise<Reconciled> {
  // All files of the run are read again, and little of them is kept.
  keepProcessSmall();
  const { previous } = options;
  const difference = previous === undefined ? undefined : differenceOf(previous, run);
  const facts = { ...readRun(run), difference };
  const limits = options.thresholds ?? ownThresholds(facts);
  const report = reportOf(facts, limits && checksOf(facts, limits));
  const folder = openReportFolder(join(run, 'report'));
  folder.write('report.json', `${JSON.stringify(report, null, 1)}\n`);
  folder.write('index.html', reportPage(report));
  folder.write('report.pdf', await printed(report));
  for (const { file, text } of csvTables(report)) folder.write(file, text);
  writeProtectedPart(folder, facts, () => patientsOf(run));
  return { report, remainder: remainderOf(facts), folder: folder.path };
}

const ownThresholds = ({ manifest }: Facts): Thresholds | undefined =>
  thresholds.optional().catch(undefined).parse(manifest.options['thresholds']);

/** What prints is heavy: it is loaded when a report is made. */
async function printed(report: Report): Promise<Uint8Array> {
  const { openFonts, renderPdf } = await import('../document/index.ts');
  return renderPdf(printedReport(report), { fonts: openFonts(fontFiles()) }).bytes;
}
