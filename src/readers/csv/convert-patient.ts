import type { Mapping } from '../../mapping/index.ts';
import type { PatientScan } from '../reader.ts';
import type { ConvertedRows, ConvertedShared, ExportOptions, PatientRows, SharedRows } from './patient-rows.ts';
import type { Row } from './table/row.ts';

/** Turns the rows of one patient into what they add to the patient's record. */
export function convertPatient(
  _mapping: Mapping,
  _rows: PatientRows,
  _shared: SharedRows,
  _options: ExportOptions,
): ConvertedRows {
  throw new Error('not yet');
}

/** What identifies the patient of a row of the patient table; undefined where the row names nobody (it is quarantined). */
export function scanPatient(_mapping: Mapping, _row: Row, _options: ExportOptions): PatientScan | undefined {
  throw new Error('not yet');
}

/** Turns rows of tables that belong to no patient into people and organisations. */
export function convertShared(
  _mapping: Mapping,
  _rows: ReadonlyMap<string, readonly Row[]>,
  _shared: SharedRows,
  _options: ExportOptions,
): ConvertedShared {
  throw new Error('not yet');
}
