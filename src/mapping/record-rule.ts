import type { Kind, People } from '../record/index.ts';
import type { FieldType } from './field-type.ts';
import type { Lookup, LookupRow } from './lookup.ts';

/** A column, reached from a row by links: the last name is the column, those before it are columns that are links. */
export interface ColumnRef {
  readonly path: readonly string[];
}

/** A text with columns in it; one that is a column alone keeps what its column rule says of it. */
export type Template = readonly (string | ColumnRef)[];

/** What a cell must be for a condition to hold. */
export type Test =
  | { readonly is: 'present' | 'absent' }
  | { readonly in: ReadonlySet<string>; readonly not: boolean }
  /** One of these words stands in the text, in lower case. */
  | { readonly has: readonly string[] };

/** All of these must hold. */
export type Condition = readonly { readonly column: ColumnRef; readonly test: Test }[];

/** Rows of another table that belong to a row: those whose column (of theirs) equals the column (of the row's). */
export interface Join {
  readonly table: string;
  readonly on: readonly { readonly theirs: string; readonly ours: ColumnRef }[];
  readonly where: Condition;
  readonly orderBy: readonly { readonly column: string; readonly descending: boolean }[];
  /** No more than so many, the first ones. */
  readonly limit?: number;
}

/** What happens to a code that a lookup does not have. */
export type Otherwise =
  | { readonly do: 'keep' | 'quarantine' | 'omit' | 'list' }
  | { readonly row: LookupRow };

/** How a value is made of a row. */
export type Expression =
  | { readonly do: 'text'; readonly type: FieldType; readonly template: Template; readonly date?: DateWords }
  | {
      readonly do: 'lookup';
      readonly type: FieldType;
      readonly from: Template;
      readonly lookup: Lookup;
      readonly otherwise: Otherwise;
      /** What the source calls it. */
      readonly display?: Template;
    }
  | { readonly do: 'first'; readonly of: readonly Expression[] }
  | { readonly do: 'when'; readonly condition: Condition; readonly then: Expression }
  | { readonly do: 'row'; readonly condition: Condition; readonly then: Expression }
  | { readonly do: 'object'; readonly type: FieldType; readonly fields: ReadonlyMap<string, Expression> }
  | { readonly do: 'list'; readonly of: readonly Expression[] }
  | {
      readonly do: 'many';
      readonly join: Join | 'group';
      /** Of a group: rows that have the same here make one item together. */
      readonly by: readonly Template[];
      readonly then: Expression;
    }
  | { readonly do: 'one'; readonly join: Join; readonly then: Expression }
  | { readonly do: 'lines'; readonly join: Join; readonly column: string; readonly separator: string }
  | {
      readonly do: 'reference';
      readonly to: readonly string[];
      readonly key: readonly Template[];
      /** The table whose rows the key tells apart, where the column is a link. */
      readonly link?: string;
    }
  | { readonly do: 'new'; readonly rule: RecordRule };

/** What a rule says of a date that its column does not say. */
export interface DateWords {
  readonly format?: string | undefined;
  readonly timezone?: string | undefined;
  /** A column or word that says how exact the date is. */
  readonly precision?: Template | undefined;
  /** The last day that it may have been, where the date is the first one. */
  readonly until?: Template | undefined;
}

/** What a rule can make: a kind of statement, somebody of the directory, the patient, or nothing on purpose. */
export type TargetName = Kind | keyof People | 'patient' | 'leftOut';

/** How records of one kind are made of the rows of one table. */
export interface RecordRule {
  /** Its name, by which the report speaks of it. */
  readonly name: string;
  readonly from: string;
  readonly where: Condition;
  /** Only rows in which one of these columns holds something. */
  readonly any?: readonly ColumnRef[];
  /** Only rows to which such rows of another table belong. */
  readonly with?: Join;
  /** Only rows to which no such row of another table belongs. */
  readonly without?: Join;
  readonly groupBy: readonly ColumnRef[];
  readonly to: TargetName;
  /** What tells its records apart, and what others refer to them by. */
  readonly id: readonly Template[];
  readonly fields: ReadonlyMap<string, Expression>;
  /** Whose it is, where the rule says it: the key of the patient. */
  readonly patient?: Template;
  /** The row goes on to the rules after it. */
  readonly also: boolean;
}
