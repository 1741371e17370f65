import type { Conversion, Json } from '../conversion.ts';

/** One difference that remains, and why it is right that it does. */
export interface Listed {
  readonly expected?: Json;
  readonly actual?: Json;
  readonly reason: string;
}

/** One example of the guide: its two files, how it is wrapped, which resource answers to it, and what differs. */
export interface Example {
  readonly source: string;
  readonly expected: string;
  document(example: string): string;
  resource(conversion: Conversion): Json;
  readonly listed: Readonly<Record<string, Listed>>;
}

const idReason = 'the id of the guide’s own server; ours is made of the content';

/** A resource's own id. */
export const id = (expected?: string): Listed => ({
  ...(expected && { expected }),
  actual: '{id}',
  reason: idReason,
});

/** A reference to a resource of another server. */
export const reference = (expected: string, type: string): Listed => ({
  expected,
  actual: `${type}/{id}`,
  reason: idReason,
});

/** Words of a code that the source does not give. */
export const addedDisplay = (expected: string): Listed => ({
  expected,
  reason: 'the guide’s example adds a display by hand; the source gives none',
});

/** A concept's text, for which the guide takes the display in some of its examples and not in others. */
export const displayAsText = (actual: string): Listed => ({
  actual,
  reason: 'we take the display for the text throughout, as the guide does for code and manifestation',
});

export const byHand = 'the guide’s example adds it by hand; the source does not say it';
