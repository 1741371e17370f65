import { CountBook, type Counts, noCounts } from './counts.ts';

/** The format of `tally.json`. */
export const tallyFormat = 'chartlift-tally/2';

/** What is counted, each with the parts of its keys and how many keys are held at most. */
export const tallied = {
  /** What charts are made of: chart, document, rows, bytes … */
  charts: 500,
  /** kind, `read` or `kept`: statements of the sources and of the records. */
  statements: 500,
  /** kind, resource type: where each statement of the records went. */
  written: 2000,
  /** resource type: how many were written. */
  resources: 500,
  /** resource type: a sum over their ids, equal where they are the same. */
  keys: 500,
  /** kind, `source` or `target`: charts that have one at least. */
  having: 500,
  /** field, `source` or `target`: what charts say of the patient. */
  patientFields: 500,
  /** resource type, element: resources that have it. */
  elements: 4000,
  /** kind, how its code is known: standard, local, no-system, text, absent, none. */
  coded: 1000,
  /** code system: all codings of the records. */
  systems: 2000,
  /** kind, code system, code: codes that are of no system that others know. */
  localCodes: 20_000,
  /** The same: charts that have it. */
  localCodeCharts: 20_000,
  /** kind, the source's word for its status, the status that was written. */
  statuses: 2000,
  /** kind, the source's word for its status: charts that have it. */
  statusCharts: 2000,
  /** the source's unit, the UCUM code that was written. */
  units: 2000,
  /** The same: charts that have it. */
  unitCharts: 2000,
  /** kind, the source's own word, the code that it became: where these are not the same. */
  translations: 20_000,
  /** code, what: values, their sum in whole ones and millionths, and how far the written sum is off. */
  sums: 20_000,
  /** what kind of value observations have. */
  values: 500,
  /** kind, precision: year, month, day, instant, local, words, absent. */
  precisions: 1000,
  /** year, `source` or `target`. */
  years: 1000,
  /** the year of the source's text, the year that was written: statements in which they differ. */
  yearMoves: 1000,
  /** kind, what is odd: before-birth, after-death, end-before-start, outside-visit. */
  chronology: 1000,
  /** how a reference stands: own, people, missing. */
  references: 100,
  /** media type: content of another format. */
  embedded: 500,
  /** resource type, profile that it claims. */
  profiles: 1000,
} as const satisfies Record<string, number>;

export type Tallied = keyof typeof tallied;

/** What was counted of charts: sums of sums are the same in any order, and small whatever the archive. */
export type Tally = { readonly format: typeof tallyFormat } & { readonly [K in Tallied]: Counts };

const names = Object.keys(tallied) as Tallied[];

/** What counts one thing more. */
export interface Counter {
  count(what: Tallied, key: string, times?: number): void;
}

/** A tally that grows in place. */
export interface TallyBook extends Counter {
  add(tally: Tally): void;
  tally(): Tally;
}

/** Opens a tally, for the sum over a run or a shard. */
export function openTally(): TallyBook {
  const books = Object.fromEntries(names.map((name) => [name, new CountBook(tallied[name])])) as Record<
    Tallied,
    CountBook
  >;
  return {
    count: (what, key, times) => books[what].add(key, times),
    add(tally) {
      for (const name of names) books[name].addAll(tally[name]);
    },
    tally: () =>
      ({
        format: tallyFormat,
        ...Object.fromEntries(names.map((name) => [name, books[name].counts()])),
      }) as Tally,
  };
}

/** The tally of nothing. */
export const emptyTally = {
  format: tallyFormat,
  ...Object.fromEntries(names.map((name) => [name, noCounts])),
} as Tally;

/** The tally of two parts together. */
export function addTallies(a: Tally, b: Tally): Tally {
  const book = openTally();
  book.add(a);
  book.add(b);
  return book.tally();
}
