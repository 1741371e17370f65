export { alignColumns } from './align-columns.ts';
export { type CheckedRows, checkRows } from './check-rows.ts';
export { convertPatient, convertShared, scanPatient } from './convert-patient.ts';
export { faultOfFormat, namedFormats } from './dates.ts';
export type {
  ConvertedRows,
  ExportOptions,
  PatientRows,
  SharedRows,
  UnmappedCode,
  UsedColumns,
  Wanted,
} from './patient-rows.ts';
export {
  type ColumnProfile,
  LinkFinder,
  type LinkTable,
  type TableProfile,
  TableProfiler,
} from './profile/index.ts';
export type { GivenDialect } from './table/dialect.ts';
export { type OpenTable, readTable, type TableOptions } from './table/read-table.ts';
export {
  isBad,
  isLeftOut,
  type Layout,
  type Row,
  type RowFault,
  type TableRow,
} from './table/row.ts';
