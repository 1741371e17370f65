/** The format of `report.json`. */
export const reportFormat = 'chartlift-report/1';

/** How something stands: nothing to do, something to look at, not to be signed, or nothing to say. */
export type Standing = 'good' | 'look' | 'bad' | 'none';

/** A part of a whole, shown in per cent. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export type Cell = string | number | Share;

/** A column: `code` is set in fixed letters, counts and shares stand right. */
export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'count' | 'share' | 'code' | 'standing';
}

/** A table. All its rows go into a CSV file. */
export interface TablePart {
  readonly part: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string | undefined;
  /** How many rows a page shows, where it does not show all. */
  readonly shown?: number | undefined;
}

/** Bars, each made of parts that add up. */
export interface BarsPart {
  readonly part: 'bars';
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly words: string;
  readonly series: readonly Series[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** Each bar as long as the others, to compare shares; else as long as its number. */
  readonly scale: 'share' | 'count';
  /** Whether a table that follows has the same numbers; else one is made of them. */
  readonly hasTable?: boolean | undefined;
}

export interface Series {
  readonly label: string;
  readonly tone: Tone;
}

export type Tone = 'good' | 'quiet' | 'text' | 'superseded' | 'out' | 'bad' | 'source' | 'target';

/** Two rows of columns over the years, the source's and the target's. */
export interface YearsPart {
  readonly part: 'years';
  readonly title: string;
  readonly words: string;
  readonly years: readonly { readonly year: string; readonly source: number; readonly target: number }[];
}

/** Words between the parts; `loud` ones stand out. */
export interface TextPart {
  readonly part: 'text';
  readonly text: string;
  readonly tone: 'plain' | 'loud' | 'code';
}

/** Empty lines for people to fill in by hand. */
export interface SignaturesPart {
  readonly part: 'signatures';
  readonly roles: readonly string[];
}

export type Part = TablePart | BarsPart | YearsPart | TextPart | SignaturesPart;

/** One of the report's items. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What was found, in a sentence. */
  readonly lead: string;
  readonly standing: Standing;
  readonly parts: readonly Part[];
}

/** A limit that was set, and whether it holds. */
export interface Check {
  readonly name: string;
  readonly words: string;
  readonly limit: string;
  readonly value: string;
  readonly passed: boolean;
}

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly note?: string | undefined;
}

/** The report: the verdict first, then its items. Nothing in it is patient data. */
export interface Report {
  readonly format: typeof reportFormat;
  readonly title: string;
  readonly program: string;
  readonly asOf: string;
  readonly verdict: {
    readonly standing: Standing;
    readonly headline: string;
    readonly words: readonly string[];
  };
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
  readonly sections: readonly Section[];
}

export const text = (title: string): Column => ({ title, kind: 'text' });
export const code = (title: string): Column => ({ title, kind: 'code' });
export const count = (title: string): Column => ({ title, kind: 'count' });
export const share = (title: string): Column => ({ title, kind: 'share' });
