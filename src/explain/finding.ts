import type { SourceLiteral } from '../readers/index.ts';
import type { SourcePoint } from '../record/index.ts';

/** How a value comes from its source. */
export const ways = {
  literal: 'the literal of the source',
  converted: "the literal in FHIR's form",
  composed: 'made of these literals',
  narrative: 'rendered from the narrative',
  follows: 'written because this is there',
  kind: 'given by the kind of statement: its templates and its code',
  section: 'given by the section',
  noted: 'read here; nothing narrower is certain',
  reference: 'refers to what was read here',
  id: 'made by Chartlift for what was read here',
  rule: 'written by rule: no literal of the source gives it',
} as const;

export type Way = keyof typeof ways;

/** A spot of the source: an element, or one literal of it. */
export interface Spot {
  readonly line: number;
  readonly path: string;
  readonly literal?: string;
}

/** What was found for one value. */
export interface Finding {
  readonly way: Way;
  readonly spots: readonly Spot[];
}

/** The spot of a literal, as `/path/@code`. */
export const spotOf = ({ at, name, text, line }: SourceLiteral): Spot => ({
  line,
  path: `${at.path()}/${name}`,
  literal: text.trim(),
});

/** The spot of an element as a whole. */
export const spotAt = (point: SourcePoint): Spot => ({ line: point.line, path: point.path() });
