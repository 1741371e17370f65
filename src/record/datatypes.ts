import { z } from 'zod';

/** Why a value is not there, in FHIR's words. */
export const dataAbsentReason = z.enum([
  'unknown',
  'asked-unknown',
  'temp-unknown',
  'not-asked',
  'asked-declined',
  'masked',
  'not-applicable',
  'unsupported',
  'as-text',
  'error',
  'not-a-number',
  'negative-infinity',
  'positive-infinity',
  'not-performed',
  'not-permitted',
]);

/** A code of a code system; `system` is a URI. */
export const coding = z.strictObject({
  system: z.string().optional(),
  version: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});

/** A meaning: its codes, first the one the source chose, and the source's own words. */
export const concept = z.strictObject({
  codings: z.array(coding),
  text: z.string().optional(),
  absent: dataAbsentReason.optional(),
});

/**
 * A point in time, as precise as the source.
 *
 * `value` is a FHIR date or dateTime (2010, 2010-03, 2010-03-01, 2010-03-01T10:00:00-05:00); `literal` keeps the
 * source's own text where `value` says less than it.
 */
export const when = z.strictObject({
  value: z.string().optional(),
  literal: z.string().optional(),
  absent: dataAbsentReason.optional(),
});

/** A span of time; a missing end is an end that the source does not state. */
export const period = z.strictObject({ start: when.optional(), end: when.optional() });

/** A measured amount; `value` keeps the digits of the source ("1.50"), `code` is UCUM when `system` says so. */
export const quantity = z.strictObject({
  value: z.string().optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
  absent: dataAbsentReason.optional(),
});

export const range = z.strictObject({ low: quantity.optional(), high: quantity.optional() });

/** A business identifier; `system` is a URI. */
export const identifier = z.strictObject({
  system: z.string().optional(),
  value: z.string().optional(),
  type: concept.optional(),
  assigner: z.string().optional(),
  /** What may be shown of a value that is masked. */
  shown: z.string().optional(),
  absent: dataAbsentReason.optional(),
});

export const humanName = z.strictObject({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
  prefix: z.array(z.string()).optional(),
  suffix: z.array(z.string()).optional(),
  period: period.optional(),
});

export const address = z.strictObject({
  use: z.string().optional(),
  type: z.enum(['postal', 'physical', 'both']).optional(),
  text: z.string().optional(),
  line: z.array(z.string()).optional(),
  city: z.string().optional(),
  district: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
  period: period.optional(),
});

export const telecom = z.strictObject({
  system: z.string().optional(),
  value: z.string().optional(),
  use: z.string().optional(),
  period: period.optional(),
});

/** Points at another part of the record: `problem/<id>`, `practitioner/<id>`, `patient/<id>`. */
export const reference = z.strictObject({ ref: z.string(), display: z.string().optional() });

/** Who did something, in which role, and when. */
export const participation = z.strictObject({
  who: reference.optional(),
  time: when.optional(),
  /** CDA's participation type or function, e.g. PPRF, ATND. */
  roles: z.array(concept).optional(),
  period: period.optional(),
});

export const annotation = z.strictObject({
  text: z.string(),
  author: reference.optional(),
  time: when.optional(),
});

/** Text for people: `xhtml` is one `div` in the XHTML namespace. */
export const narrative = z.strictObject({ xhtml: z.string(), status: z.enum(['generated', 'additional']) });

/** Content that is not text: base64 in `data`, bytes kept in the run folder under their SHA-256, or a URL elsewhere. */
export const attachment = z.strictObject({
  contentType: z.string().optional(),
  language: z.string().optional(),
  data: z.string().optional(),
  sha256: z.string().optional(),
  /** FHIR's Attachment.hash is SHA-1, in base64. */
  sha1: z.string().optional(),
  url: z.string().optional(),
  size: z.number().optional(),
  title: z.string().optional(),
});

export type DataAbsentReason = z.infer<typeof dataAbsentReason>;
export type Coding = z.infer<typeof coding>;
export type Concept = z.infer<typeof concept>;
export type When = z.infer<typeof when>;
export type Period = z.infer<typeof period>;
export type Quantity = z.infer<typeof quantity>;
export type Range = z.infer<typeof range>;
export type Identifier = z.infer<typeof identifier>;
export type HumanName = z.infer<typeof humanName>;
export type Address = z.infer<typeof address>;
export type Telecom = z.infer<typeof telecom>;
export type Reference = z.infer<typeof reference>;
export type Participation = z.infer<typeof participation>;
export type Annotation = z.infer<typeof annotation>;
export type Narrative = z.infer<typeof narrative>;
export type Attachment = z.infer<typeof attachment>;
