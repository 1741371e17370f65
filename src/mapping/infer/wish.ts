import type { ColumnEvidence } from './evidence.ts';
import type { TableKind } from './kind.ts';
import type { LookupName } from './lookups.ts';

/** What texts must look like for a column to be what a wish wants. */
export type Proof = (column: ColumnEvidence) => number;

/** A field that a record would like to have, and how columns that hold it are called. */
export interface Wish {
  /** Where it stands in the record: `names[official].given[1]`. */
  readonly path: string;
  /** What columns are called, the usual first: each a list of words that must all be there. */
  readonly names: readonly (readonly string[])[];
  /** How well the texts fit, 0 to 1; a column without texts fits as well as any. */
  readonly proof: Proof;
  /** A column that fits so well that its name does not matter. */
  readonly byTexts?: Proof;
  /** Words of the source that stand for words of the record. */
  readonly lookup?: LookupName;
  /** Several columns may say it; the first one that has something does. */
  readonly several?: true;
  /** The column points at a row of a table of this kind. */
  readonly refersTo?: TableKind;
  /** Where such a column says nothing else of itself, it is this that it means. */
  readonly usual?: true;
}

const always: Proof = () => 1;

/** A wish, its names as `birth date|date birth`. */
export function wish(path: string, names: string, proof: Proof = always, more: Partial<Wish> = {}): Wish {
  return { path, names: names.split('|').map((name) => name.split(' ')), proof, ...more };
}

/** A date; a column whose texts are no dates is none. */
export const aDate: Proof = ({ filled, dates }) => (filled === 0 ? 1 : dates.length > 0 ? 1 : 0);

/** A number. */
export const aNumber: Proof = ({ filled, forms }) =>
  filled === 0 ? 0.8 : (forms.decimal ?? 0) >= 0.5 ? 1 : 0.2;

/** Words, no number and no date. */
export const someWords: Proof = ({ filled, forms, dates }) => {
  if (filled === 0) return 1;
  if (dates.length > 0) return 0;
  return (forms.words ?? 0) + (forms.drug ?? 0) >= 0.3 ? 1 : (forms.decimal ?? 0) > 0.5 ? 0.3 : 0.7;
};

/** Short texts that are no dates. */
export const aCode: Proof = ({ filled, codes, dates, longest, forms }) => {
  if (filled === 0) return 1;
  if (dates.length > 0 || (forms.prose ?? 0) > 0.2) return 0;
  if (codes.length > 0) return 1;
  return longest <= 20 ? 0.9 : 0.4;
};

/** Texts that look like something. */
export const looksLike =
  (...forms: (keyof ColumnEvidence['forms'])[]): Proof =>
  (column) => {
    if (column.filled === 0) return 1;
    const share = Math.max(...forms.map((form) => column.forms[form] ?? 0));
    return share >= 0.5 ? 1 : 0.4;
  };

/** Texts that are neither dates nor a yes or no. */
export const noFlag: Proof = (column) => ((column.forms.flag ?? 0) >= 0.9 ? 0.3 : noDate(column));

/** Texts that are no dates. */
export const noDate: Proof = ({ dates }) => (dates.length > 0 ? 0 : 1);
