/**
 * How a piece of text looks: `term` is what a reader looks for, `quiet` what stands beside it, `alert` what may harm,
 * `struck` what its writer crossed out.
 */
export type Tone = 'normal' | 'term' | 'quiet' | 'alert' | 'accent' | 'small' | 'struck';

/** A piece of text in one tone. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One paragraph's words. */
export type Text = string | readonly Span[];

/** A heading; level 1 stands once, and levels do not skip. */
export interface Heading {
  readonly block: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** It begins a page. */
  readonly startsPage?: boolean | undefined;
  /** By what name other places tell its page. */
  readonly place?: string | undefined;
  readonly tone?: Tone | undefined;
}

export interface Paragraph {
  readonly block: 'paragraph';
  readonly text: Text;
  readonly size?: 'title' | 'large' | 'small' | undefined;
}

/**
 * A line in which `{page}` stands for a page: that of the heading which has this place, or the one that many behind the
 * last of the document's own; `{last}` for the last of so many pages.
 */
export interface PageReference {
  readonly block: 'page-reference';
  readonly text: string;
  readonly place: string | number;
  readonly pages?: number | undefined;
}

export interface List {
  readonly block: 'list';
  readonly ordered?: boolean | undefined;
  readonly items: readonly (readonly Block[])[];
}

/** Text whose line breaks and spaces mean something. */
export interface Preformatted {
  readonly block: 'preformatted';
  readonly text: string;
}

/** A few numbers over time, drawn small. */
export interface Trend {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** What it shows, in words. */
  readonly words: string;
}

/** What stands in one cell: paragraphs, and under them a trend. */
export interface Cell {
  readonly text: readonly Text[];
  /** Paragraphs of it that take the whole width, under the row. */
  readonly below?: readonly Text[] | undefined;
  readonly trend?: Trend | undefined;
  /** How many columns it spans. */
  readonly span?: number | undefined;
  readonly header?: boolean | undefined;
}

export interface Column {
  readonly title: string;
  /** Its part of the width, in proportion to the others. */
  readonly share: number;
  readonly align?: 'right' | undefined;
}

export interface Table {
  readonly block: 'table';
  readonly columns: readonly Column[];
  /** Header rows of a table that has others than its columns' titles. */
  readonly head?: readonly (readonly Cell[])[] | undefined;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Values over time; `x` are days. */
export interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
  /** What stands under its ends. */
  readonly from: string;
  readonly to: string;
  /** What it shows, for those who do not see it. */
  readonly words: string;
}

/** Charts side by side. */
export interface Charts {
  readonly block: 'charts';
  readonly charts: readonly Chart[];
}

/** A picture: its bytes in base64, or their hash. */
export interface Picture {
  readonly block: 'picture';
  readonly data?: string | undefined;
  readonly sha256?: string | undefined;
  /** Which of its pages, where it has several. */
  readonly page?: number | undefined;
  /** It fills what is left of a page, or one of its own. */
  readonly fills?: 'rest' | 'page' | undefined;
  readonly words: string;
}

/** A part of a document, as JSON. */
export type Block = Heading | Paragraph | PageReference | List | Preformatted | Table | Charts | Picture;

/** A document to print. */
export interface PrintDocument {
  readonly title: string;
  readonly language: string;
  readonly paper: 'letter' | 'a4';
  /** 1 is the usual size of the letters. */
  readonly scale: number;
  /** The instant that is written into the file. */
  readonly created: string;
  readonly producer: string;
  /** Who it is about, on each page from the second. */
  readonly running: { readonly name: Text; readonly alert: Text };
  readonly footer: string;
  /** `{page}` and `{pages}` stand for numbers. */
  readonly pageWords: string;
  /** How many pages others will put behind those of this document: they are counted in, and bear no number. */
  readonly pagesBehind?: number | undefined;
  readonly blocks: readonly Block[];
}
