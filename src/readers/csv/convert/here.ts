import type { Issue } from '../../../issue/index.ts';
import type { ColumnRule, Mapping } from '../../../mapping/index.ts';
import type { Embedded, When } from '../../../record/index.ts';
import type { CodeSystems } from '../../../terminology/index.ts';
import type { ExportOptions, UnmappedCode, Wanted } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import type { Cells } from './cells.ts';
import type { CellPoint } from './point.ts';
import type { RowIndex } from './row-index.ts';

/** What reading the rows of one patient needs at every depth. */
export interface Work {
  readonly mapping: Mapping;
  readonly options: ExportOptions;
  readonly cells: Cells;
  readonly index: RowIndex;
  readonly systems: CodeSystems;
  readonly issues: Issue[];
  readonly unmapped: UnmappedCode[];
  /** Dates that were read, by what their columns say of them: rows of one visit repeat them. */
  readonly dates: Map<ColumnRule | undefined, Map<string, When | undefined>>;
  /** Content of other formats, by its hash. */
  readonly embedded: Map<string, Embedded>;
  /** What a key of another record leads to; false where there is nothing under that key. */
  resolve(reference: Wanted): string | false | undefined;
  /** Makes what a rule says beside the record that refers to it. */
  make(rule: Mapping['rules'][number], here: Here): string | undefined;
}

/** The row that an expression is read at. */
export interface Here {
  readonly row: Row;
  /** The rows that make one record together. */
  readonly group: readonly Row[];
  readonly work: Work;
  /** The cells that were read for the field. */
  readonly points: CellPoint[];
  /** What could not be said as the field wants it, in the source's own words, by field. */
  readonly kept: KeptWords[];
  /** Rows of other tables that went into the record. */
  readonly joined: Row[];
  /** The field that is being read. */
  readonly field: string;
}

/** Words of the source that have no place where they were to stand, and what is to be said about it. */
export interface KeptWords {
  readonly field: string;
  readonly words: string;
  readonly issue?: Issue | undefined;
}

/** A row that nothing can be made of: by which rule, and why in words without values. */
export class Unusable extends Error {
  readonly rule: string;

  constructor(rule: string, reason: string) {
    super(reason);
    this.rule = rule;
  }
}
