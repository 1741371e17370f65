import { catalogue, type IssueCode, type Severity } from './catalogue/index.ts';

/** Where in the input: a file's name inside the input, a line from 1, an element's path. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly path?: string;
}

/** Something to be said about an input: data first, its words stand in the catalogue. */
export interface Issue {
  readonly code: IssueCode;
  readonly place: Place;
  /** What fills the gaps of the words: counts, names of elements, codes of standards; never a value of the input. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The severity that the catalogue gives an issue. */
export const severityOf = (issue: Issue): Severity => catalogue[issue.code].severity;

/** The words of an issue, without its place. */
export function wordsOf({ code, details = {} }: Issue): string {
  return catalogue[code].text.replace(/\{(\w+)\}/g, (gap, name: string) => String(details[name] ?? gap));
}
