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
  /** Its parts are columns of their own; none of them where the cell has another number of parts. */
  readonly split?: { readonly at: string; readonly into: readonly string[] } | undefined;
}
