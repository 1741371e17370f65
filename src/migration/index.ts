export type { CodeMapping } from '../writers/fhir/index.ts';
export { type IssueGroup, openIssueBook } from './issue-book.ts';
export type { Balance } from './ledger.ts';
export { type PrintOptions, type Progress, type RunOptions, type Target, targets } from './options.ts';
export { openPastRun, type PastGroup } from './past-run.ts';
export { OutputFailure, Refusal } from './refusal.ts';
export { migrate } from './run.ts';
export type { RunSummary } from './summary.ts';
