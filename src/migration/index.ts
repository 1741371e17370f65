export type { Mapping } from '../mapping/index.ts';
export type { ColumnProfile, TableProfile } from '../readers/csv/index.ts';
export type { CodeMapping } from '../writers/fhir/index.ts';
export { csvLine } from './csv.ts';
export { linesOfFile } from './file-lines.ts';
export { type FindQuery, type FoundChart, findCharts } from './find-charts.ts';
export { makeFolder, remove } from './folders.ts';
export { fontFiles } from './font-files.ts';
export { type IssueBook, type IssueGroup, openIssueBook } from './issue-book.ts';
export { keptOptions } from './kept-options.ts';
export {
  type CheckedTable,
  checkMapping,
  type MappingCheck,
  rowsChecked,
} from './mapping-check/index.ts';
export { noRun } from './no-run.ts';
export {
  type PilotOptions,
  type PrintOptions,
  type Progress,
  type RunOptions,
  type RunWays,
  type Target,
  targets,
} from './options.ts';
export { type PastResource, type PastRow, resourceOf, rowAt, rowsInto, traceOf } from './past-rows.ts';
export { openPastRun, type PastGroup } from './past-run.ts';
export {
  type ExportProfile,
  type InferredMapping,
  inferExport,
  profileExport,
} from './profile/index.ts';
export { guarded, OutputFailure, Refusal } from './refusal.ts';
export { migrate, type PartialRun, workOn } from './run.ts';
export { openScratch, type ScratchFile } from './scratch.ts';
export { beginSession, endSession, openStageTimes } from './session.ts';
export { giveBackMemory, keepProcessSmall } from './small-heap.ts';
export type { RunSummary } from './summary.ts';
export { openMapping, presetNames } from './tables/index.ts';
