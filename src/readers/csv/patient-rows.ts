import type { Contribution, Precedence, Source } from '../../record/index.ts';
import type { OffsetAt, ReadOptions } from '../reader.ts';
import type { Row } from './table/row.ts';

/** The rows of one patient, by table: file after file, line after line. */
export interface PatientRows {
  /** The patient's key in the patient table. */
  readonly key: string;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** Tables that belong to no patient: providers, organisations, dictionaries. */
export interface SharedRows {
  find(table: string, key: string): Row | undefined;
}

/** A record that is referred to. */
export interface Wanted {
  readonly to: readonly string[];
  readonly key: string;
  /** The table whose row the key is of. */
  readonly link: string | undefined;
}

/** What a run tells of an export, beside what it tells all readers. */
export interface ExportOptions extends ReadOptions {
  /** The export as one source: its name, and a hash of all of it. */
  readonly source: Source;
  /** Its time is told by the rows. */
  readonly precedence: Precedence;
  /** The patient, by the id of the record: of all that is known of them, documents too. */
  readonly patient?: { readonly id: string } | undefined;
  /** Whether a key that leads to no row of the patient leads to a row of another one. */
  readonly isOfAnother?: ((reference: Wanted) => boolean) | undefined;
  /** The offsets of a zone that the mapping names. */
  readonly offsetIn?: ((zone: string) => OffsetAt) | undefined;
}

/** A code that a lookup does not have, once for each time that it was met. */
export interface UnmappedCode {
  readonly lookup: string;
  readonly code: string;
  readonly display?: string | undefined;
}

/** A row that nothing was made of, by a rule that the report names; the reason holds no value of the row. */
export interface QuarantinedRow {
  readonly row: Row;
  readonly rule: string;
  readonly reason: string;
}

/** The columns of each table that a rule read and that held something. */
export type UsedColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** What came of the rows of one patient. */
export interface ConvertedRows {
  readonly contribution: Contribution;
  readonly unmapped: readonly UnmappedCode[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly used: UsedColumns;
}

/** What came of rows that belong to no patient. */
export interface ConvertedShared extends Omit<ConvertedRows, 'contribution'> {
  readonly contribution: Pick<Contribution, 'people' | 'ledger' | 'issues' | 'places'>;
}
