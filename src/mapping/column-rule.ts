/** How the cells of one column are read, where that differs from the others. */
export interface ColumnRule {
  /** Of these the first that fits: `iso`, tokens as `M/d/yyyy h:mm:ss a`, `excel-serial`, `fileman`, `epoch`, `epoch-ms`. */
  readonly date?: readonly string[] | undefined;
  readonly timezone?: string | undefined;
  /** The last two digits of the year from which on two digits mean the last century. */
  readonly pivot?: number | undefined;
  readonly nulls?: readonly string[] | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly format?: 'icd9' | 'icd10' | 'phone' | 'ssn' | undefined;
  readonly encoding?: 'base64' | undefined;
  /** Its parts are columns of their own, which may be split again; none where the cell has another number of parts. */
  readonly split?: Split | undefined;
}

export interface Split {
  readonly at: string;
  readonly into: readonly string[];
  /** Fewer parts are the first ones. */
  readonly fewer?: boolean | undefined;
}
