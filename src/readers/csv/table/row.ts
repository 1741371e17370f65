/** The columns of one file of a table. */
export interface Layout {
  readonly file: string;
  readonly table: string;
  /** The names as the file has them, trimmed and made unique. */
  readonly header: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

/** One row; `line` is the line in the file at which it begins, 1 = the header line where there is one. */
export interface Row {
  readonly layout: Layout;
  readonly line: number;
  /** As many as the header has. Where a cell outlives its row, copy it: it may hold on to the block of the file it was cut from. */
  readonly cells: readonly string[];
}

/** Why a row cannot be taken as it stands. */
export type RowFault = 'ragged' | 'quote' | 'encoding' | 'too-large';

/** A row that cannot be taken as it stands: what was legible of it is kept for the quarantine. */
export interface BadRow {
  readonly layout: Layout;
  readonly line: number;
  readonly fault: RowFault;
  /** Cut at the delimiter, quotes left in, where the quotes are what is wrong. */
  readonly cells: readonly string[];
}

/** Why a line is no row of the table. */
export type LeftOutRule = 'preamble' | 'header-underline' | 'repeated-header' | 'empty-row' | 'total-line';

/** A line that is no row of the table. */
export interface LeftOutRow {
  readonly layout: Layout;
  readonly line: number;
  readonly rule: LeftOutRule;
  readonly cells: readonly string[];
}

export type TableRow = Row | BadRow | LeftOutRow;

export const isBad = (row: TableRow): row is BadRow => 'fault' in row;
export const isLeftOut = (row: TableRow): row is LeftOutRow => 'rule' in row;
