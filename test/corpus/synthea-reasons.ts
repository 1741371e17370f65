/** How often the two renderings differ in a place, in which way, and why it is right that they do. */
export interface Row {
  /** Synthea's FHIR alone has a value. */
  readonly theirs?: number;
  /** Ours alone has one. */
  readonly ours?: number;
  /** Both have one. */
  readonly both?: number;
  readonly reason: string;
  /** Why Synthea's value stands in that statement of the document all the same; else the test finds it nowhere there. */
  readonly elsewhere?: string;
}

export type Rows = Readonly<Record<string, Row>>;

export const leftOut = 'Synthea’s exporter of documents leaves it out';

export const withoutProfiles = 'the comparison is of the mapping: ours is written without claims of profiles';

const ids =
  'Synthea numbers its resources by its statements; our ids are made of the content, the number is an identifier';

/** What all resources of a type have. */
export const common = (count: number): Rows => ({
  id: {
    both: count,
    reason: ids,
    elsewhere: 'it is the id of the statement, which is an identifier of ours',
  },
  meta: { theirs: count, reason: withoutProfiles },
});

/** Only ours have the source's identifiers. */
export const numbered = (count: number): Rows => ({ identifier: { ours: count, reason: ids } });

/** Only ours have the source's words. */
export const worded = (count: number): Rows => ({
  text: { ours: count, reason: 'the words of the narrative that the statement refers to' },
});

/** The visit, of which no statement of the document says anything. */
export const encounter = (count: number): Rows => ({ encounter: { theirs: count, reason: leftOut } });

export const sameTime = 'Synthea takes the time of the statement, which ours has in its own element';
