import type { ColumnRule } from './column-rule.ts';
import type { Lookup } from './lookup.ts';
import type { RecordRule } from './record-rule.ts';

/** Whose export it is, and what holds for all of its tables. */
export interface MappingSource {
  /** The system of the identifiers that the tables' keys are. */
  readonly system: string;
  /** The site's zone, for date-times that carry no offset. */
  readonly timezone?: string | undefined;
  /** The decimal mark of columns that say nothing of it; where nobody says, a number that may be two is none. */
  readonly decimal?: '.' | ',' | undefined;
  /** Texts of cells that mean that nothing is there. */
  readonly nulls: readonly string[];
  /** `one`: rows that name nobody are the only patient's; `known`: other sources of the run say who the patients are. */
  readonly patients?: 'one' | 'known' | undefined;
}

/** A foreign key: the columns that hold it, and the table whose key (or other columns) it is. */
export interface Link {
  readonly columns: readonly string[];
  readonly table: string;
  /** The columns of that table; its key where none are named. */
  readonly to: readonly string[];
}

/** How the files of a table are written, where that is not to be found out. */
export interface DialectRules {
  readonly delimiter?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | undefined;
  readonly quote?: 'double' | 'backslash' | 'none' | undefined;
  readonly header?: readonly string[] | undefined;
  readonly widths?: readonly number[] | undefined;
}

/** One table of an export. */
export interface TableRule {
  readonly name: string;
  /** Names or globs of its files, from the export's folder. */
  readonly files: readonly string[];
  readonly dialect: DialectRules;
  readonly key: readonly string[];
  readonly links: readonly Link[];
  /** Columns that some releases lack. */
  readonly optional: ReadonlySet<string>;
  /** Columns that are left out on purpose. */
  readonly ignore: ReadonlySet<string>;
  /** Why the whole table is left out, where it is: the name of the rule. */
  readonly leftOut?: string | undefined;
  /** The system of the identifiers that its key is, where that is not the source's. */
  readonly system?: string | undefined;
  /** Texts of cells that mean that nothing is there, where they are not those of the source. */
  readonly nulls?: readonly string[] | undefined;
  /** How dates are written in columns that say nothing of it. */
  readonly date?: readonly string[] | undefined;
  readonly columns: ReadonlyMap<string, ColumnRule>;
  /** Columns that a rule, a key or a link names. */
  readonly mapped: ReadonlySet<string>;
}

/** What an export is expected to hold. */
export interface Expectation {
  /** `patients.rows` or `patients.$GENDER`. */
  readonly table: string;
  readonly column?: string | undefined;
  /** `>= 12000` for rows, the only words that a column may hold. */
  readonly rows?: { readonly comparator: '>=' | '<=' | '=' | '>' | '<'; readonly count: number } | undefined;
  readonly words?: readonly string[] | undefined;
}

/** A mapping as it is used: all that it extends and names is in it. */
export interface Mapping {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: MappingSource;
  readonly tables: ReadonlyMap<string, TableRule>;
  /** In the order in which they are tried. */
  readonly rules: readonly RecordRule[];
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly expect: readonly Expectation[];
}
