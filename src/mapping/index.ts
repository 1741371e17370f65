export { type CheckedColumns, checkColumns } from './check-columns.ts';
export type { ColumnRule } from './column-rule.ts';
export type { MappingFault } from './fault.ts';
export type { FieldType, ObjectType } from './field-type.ts';
export {
  type Fingerprint,
  readFingerprint,
  scorePreset,
  sureScore,
  tablesKnown,
} from './fingerprint.ts';
export type {
  CodeEvidence,
  ColumnEvidence,
  DateEvidence,
  Form,
  LinkEvidence,
  TableEvidence,
} from './infer/evidence.ts';
export { type InferredMapping, inferMapping } from './infer/infer-mapping.ts';
export { loadMapping, type MappingPlace, type MappingText } from './load.ts';
export type { LookupRow } from './lookup.ts';
export type { Expectation, Mapping, TableRule } from './mapping.ts';
export type {
  ColumnRef,
  Condition,
  DateWords,
  Expression,
  Join,
  RecordRule,
  Template,
} from './record-rule.ts';
export { jsonSchema } from './schema/index.ts';
export { isShared, type Target, targets } from './targets/index.ts';
export { wordsOf } from './words.ts';
