/** What the texts of a column look like; a text may look like several things. */
export type Form =
  | 'uuid'
  | 'integer'
  | 'decimal'
  | 'comma'
  | 'comparison'
  | 'pressure'
  | 'phone'
  | 'email'
  | 'ssn'
  | 'zip'
  | 'npi'
  | 'url'
  | 'file'
  | 'mime'
  | 'flag'
  | 'sex'
  | 'race'
  | 'ethnicity'
  | 'marital'
  | 'state'
  | 'unit'
  | 'status'
  | 'severity'
  | 'flagged'
  | 'setting'
  | 'living'
  | 'name'
  | 'drug'
  | 'words'
  | 'prose';

/** A way in which the dates of a column can be read, and the share of its texts that can. */
export interface DateEvidence {
  readonly format: string;
  readonly share: number;
}

/** A code system that the texts of a column may be of. */
export interface CodeEvidence {
  readonly system: string;
  readonly share: number;
  /** What it is told by: `number` is the form of any number, and needs a header that says so. */
  readonly by: 'check digit' | 'form' | 'number';
}

/** What is known of a column without showing what is in it. */
export interface ColumnEvidence {
  readonly name: string;
  /** Cells that hold something. */
  readonly filled: number;
  /** How many different texts, or nearly so. */
  readonly distinct: number;
  /** No text stands there twice. */
  readonly unique: boolean;
  /** Characters of the longest text. */
  readonly longest: number;
  /** The share of the texts looked at that look like it; what less than one in twenty look like is left out. */
  readonly forms: Readonly<Partial<Record<Form, number>>>;
  /** The best first; several where they cannot be told apart. */
  readonly dates: readonly DateEvidence[];
  readonly codes: readonly CodeEvidence[];
  /** Words that deny (`negative`, `refused`) in short texts of the column. */
  readonly denials: readonly string[];
}

/** A column whose texts are the keys of another table. */
export interface LinkEvidence {
  readonly column: string;
  readonly table: string;
  readonly to: string;
  /** The share of different texts that are such keys. */
  readonly share: number;
}

/** What is known of a table. */
export interface TableEvidence {
  readonly name: string;
  /** Its file, from the export's folder. */
  readonly file: string;
  /** The file has no header: the columns are called by their place. */
  readonly headerless?: boolean | undefined;
  readonly rows: number;
  readonly columns: readonly ColumnEvidence[];
  /** Columns that tell its rows apart together; none where none do. */
  readonly key: readonly string[];
  readonly links: readonly LinkEvidence[];
}
