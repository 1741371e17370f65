export { assemble } from './assemble/index.ts';
export {
  catalogue,
  type Issue,
  type IssueCode,
  type Place,
  type Severity,
  severityOf,
  wordsOf,
} from './issue/index.ts';
export {
  migrate,
  OutputFailure,
  type Progress,
  Refusal,
  type RunOptions,
  type RunSummary,
} from './migration/index.ts';
export { readers } from './readers/index.ts';
export { reconcile } from './reconciliation/index.ts';
export { idMaker, type PatientRecord, patientRecord } from './record/index.ts';
export { bundlesOf, patientResources, peopleResources } from './writers/fhir/index.ts';
