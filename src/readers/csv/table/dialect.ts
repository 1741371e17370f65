/** What a table's bytes are written in. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

/** What ends a row; `lf` takes CRLF as well, `crlf` takes nothing else, so that a bare LF is content. */
export type Newline = 'lf' | 'crlf' | 'cr';

/** How quotes are written inside of quotes: doubled, after a backslash; `none` = a quote is a character like others. */
export type Quote = 'double' | 'backslash' | 'none';

/** How a table is written down. */
export interface Dialect {
  readonly encoding: TableEncoding;
  /** Nothing where the columns have fixed widths. */
  readonly delimiter: string;
  readonly quote: Quote;
  readonly newline: Newline;
  /** Lines before the header (or before the first row, where there is no header). */
  readonly skip: number;
  /** Whether empty cells at the end of a row are left out. */
  readonly trimmed: boolean;
  /** The columns' names, for a file without a header. */
  readonly header?: readonly string[] | undefined;
  /** Characters of each column, for a file of fixed widths. */
  readonly widths?: readonly number[] | undefined;
}

/** What is known of a dialect before the file is looked at; what is left out is found out. */
export type GivenDialect = { readonly [K in keyof Dialect]?: Dialect[K] | undefined };

/** RFC 4180, which is what files are that show nothing else. */
export const plainDialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: 'double',
  newline: 'lf',
  skip: 0,
  trimmed: false,
};
