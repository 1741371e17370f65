export { alignColumns } from './align-columns.ts';
export { type CheckedRows, checkRows } from './check-rows.ts';
export { convertPatient, convertShared, scanPatient } from './convert-patient.ts';
export {
  faultOfFormat,
  namedFormats,
  type Precision,
  precisionOf,
  readWhen,
  type WhenOptions,
} from './dates.ts';
export { readDecimal } from './decimal.ts';
export type {
  ConvertedRows,
  ExportOptions,
  PatientRows,
  SharedRows,
  UnmappedCode,
  UsedColumns,
} from './patient-rows.ts';
export {
  type ColumnProfile,
  type Hidden,
  LinkFinder,
  type LinkTable,
  leastShown,
  type TableProfile,
  TableProfiler,
} from './profile/index.ts';
export type { Repairs } from './table/decode.ts';
export type { Dialect, GivenDialect, Newline, Quote, TableEncoding } from './table/dialect.ts';
export { headSize, type OpenTable, readTable, type TableOptions } from './table/read-table.ts';
export {
  type BadRow,
  isBad,
  isLeftOut,
  type Layout,
  type LeftOutRow,
  type LeftOutRule,
  type Row,
  type RowFault,
  type TableRow,
} from './table/row.ts';
export { sniff } from './table/sniff.ts';
