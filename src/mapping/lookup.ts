import type { Coding } from '../record/index.ts';

/** What a code of the source means: a word of ours, or a code of a code system. */
export interface LookupRow {
  /** The word, where the row gives one (`to`). */
  readonly word?: string | undefined;
  readonly codings: readonly Coding[];
}

/** A table of codes: inline, a CSV beside the mapping, or a ConceptMap. */
export interface Lookup {
  readonly name: string;
  /** The system of codes that it lacks, where they are kept. */
  readonly system: string;
  /** The columns of its file, in which codes without a row are written to be filled in. */
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, LookupRow>;
}
