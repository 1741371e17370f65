import type { Issue, Place } from '../issue/index.ts';
import type { Source } from './document.ts';
import type { Kind, Statements } from './kinds.ts';
import type { Patient } from './patient.ts';
import type { PatientRecord } from './patient-record.ts';

/** A point of a source that can say where it stands; finding its path costs, so it is asked for only when shown. */
export interface SourcePoint {
  /** The file that it stands in, where an input is made of several; else that of its contribution. */
  readonly file?: string | undefined;
  readonly line: number;
  path(): string;
  /** What the source says there by name, as it stands: an element's attributes, the text of a cell as its `value`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** An element's name and what stands in it. */
  readonly name?: string | undefined;
  readonly children?: readonly (SourcePoint | string)[] | undefined;
  first?(name: string): SourcePoint | undefined;
  text?(): string;
}

/** Value path → source: for each statement (`kind/id`) and each of its fields, the points that were consumed. */
export type Trace = Map<string, Readonly<Record<string, readonly SourcePoint[]>>>;

/** What became of one unit of the input; each unit has exactly one state. */
export type LedgerState = 'converted' | 'merged' | 'superseded' | 'kept-as-text' | 'left-out' | 'quarantined';

/** What is found in an input and counted there apart from its reading, so that the ledger can be held against it. */
export const countedUnits = ['header', 'narrative', 'embedded', 'entry'] as const;
export type CountedUnit = (typeof countedUnits)[number];

/**
 * The parts of an input of which each gets its line: who is named in its header, the text of each section, content of
 * another format that stands in it or beside it, entries; rows and columns of tables; and values that a later document
 * replaces.
 */
export type LedgerUnit = 'file' | 'document' | CountedUnit | 'row' | 'column' | 'value';

/** One line of the account. It names places and ids and holds no value of the input. */
export interface LedgerLine {
  readonly unit: LedgerUnit;
  readonly place: Place;
  readonly state: LedgerState;
  /** What it became: `kind/id` in a record, the resource's name after writing. */
  readonly into?: readonly string[];
  /** The rule by which it was left out, kept as text or quarantined; for a value the field. */
  readonly rule?: string;
  /** Of a file that went into a document: its hash, and its pages. */
  readonly sha256?: string;
  readonly pages?: number;
  /** How many units the line stands for; one where it is left out. */
  readonly count?: number;
  readonly section?: string;
  readonly template?: string;
}

/** Which of two documents speaks later: version within a set, then time, then the hash, so that the order is total. */
export interface Precedence {
  readonly set?: string | undefined;
  readonly version?: number | undefined;
  readonly time: string;
  readonly hash: string;
}

/** Content of another format (PDF, image, text) that an input holds or that lies beside it. */
export interface Embedded {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType?: string | undefined;
  /** The name of the input file that it is, where it lies beside the document. */
  readonly file?: string | undefined;
  /** How many pages it has. */
  readonly pages?: number | undefined;
  /** How often it is named. */
  readonly times?: number | undefined;
  /** It is named where it is, and not copied. */
  readonly staysThere?: boolean | undefined;
  /** Its bytes in parts, anew at each call: large ones are never held as a whole. */
  parts(): Iterable<Uint8Array>;
}

/** What one input adds to one patient's record; its statements have ids that are unique in it alone. */
export interface Contribution {
  readonly source: Source;
  readonly precedence: Precedence;
  readonly patient: Patient;
  readonly statements: { readonly [K in Kind]?: readonly Statements[K][] };
  readonly people: PatientRecord['people'];
  readonly ledger: readonly LedgerLine[];
  /** How many units of each kind the input holds, counted apart from their reading: the ledger is held against it. */
  readonly units: Readonly<Partial<Record<CountedUnit | 'row', number>>>;
  /** Content of other formats, which the record names by its hash and the run writes out. */
  readonly embedded?: readonly Embedded[] | undefined;
  readonly trace: Trace;
  /** What a source that has keys tells a statement by, by `kind/id`: beside what it says it makes its identity. */
  readonly keys?: ReadonlyMap<string, string> | undefined;
  /** The points from which each part was read as a whole, by `kind/id`: statements, people, the patient. */
  readonly places?: (() => ReadonlyMap<string, readonly SourcePoint[]>) | undefined;
  readonly issues: readonly Issue[];
  /** Its statements have their final ids already: it was a record. */
  readonly settled?: boolean;
}
