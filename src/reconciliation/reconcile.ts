import { join } from 'node:path';
import { reportPage } from './html/page.ts';
import type { Report } from './model.ts';
import { writeProtectedPart } from './protected-part.ts';
import { patientsOf, readRun } from './read-run.ts';
import { remainderOf, reportOf } from './report.ts';
import { openReportFolder } from './report-folder.ts';
import { csvTables } from './tables-csv.ts';

/** What a reconciliation found, and where it stands. */
export interface Reconciled {
  readonly report: Report;
  readonly remainder: number;
  /** Where the report lies. */
  readonly folder: string;
}

/** Makes the report of a run and writes it into `report/`; an earlier one there is replaced. */
export function reconcile(run: string): Reconciled {
  const facts = readRun(run);
  const report = reportOf(facts);
  const folder = openReportFolder(join(run, 'report'));
  folder.write('report.json', `${JSON.stringify(report, null, 1)}\n`);
  folder.write('index.html', reportPage(report));
  for (const { file, text } of csvTables(report)) folder.write(file, text);
  writeProtectedPart(folder, facts, () => patientsOf(run));
  return { report, remainder: remainderOf(facts), folder: folder.path };
}
