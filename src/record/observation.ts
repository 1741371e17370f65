import { z } from 'zod';
import { attachment, concept, participation, period, quantity, range, reference, when } from './datatypes.ts';
import { statementFields } from './statement.ts';

/** What an observation found; one of these, by the type that the source gave it. */
export const observationValue = z.strictObject({
  quantity: quantity.optional(),
  concept: concept.optional(),
  string: z.string().optional(),
  boolean: z.boolean().optional(),
  integer: z.string().optional(),
  range: range.optional(),
  ratio: z.strictObject({ numerator: quantity.optional(), denominator: quantity.optional() }).optional(),
  time: when.optional(),
  period: period.optional(),
  attachment: attachment.optional(),
  absent: z.string().optional(),
});

export const referenceRange = z.strictObject({
  low: quantity.optional(),
  high: quantity.optional(),
  meaning: concept.optional(),
  text: z.string().optional(),
});

/** A measurement, a finding or an answer. */
export const observation = z.strictObject({
  ...statementFields,
  status: z.enum([
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  categories: z.array(z.string()).optional(),
  code: concept,
  effective: when.optional(),
  effectivePeriod: period.optional(),
  value: observationValue.optional(),
  interpretations: z.array(concept).optional(),
  method: concept.optional(),
  bodySite: concept.optional(),
  referenceRanges: z.array(referenceRange).optional(),
  performers: z.array(participation).optional(),
  members: z.array(reference).optional(),
  components: z.array(z.strictObject({ code: concept, value: observationValue.optional() })).optional(),
  encounter: reference.optional(),
});

export type ObservationValue = z.infer<typeof observationValue>;
export type ReferenceRange = z.infer<typeof referenceRange>;
export type Observation = z.infer<typeof observation>;

/** What makes two observations the same one. */
export const observationIdentity = (item: Observation): unknown[] => [
  item.code.codings.map(({ system, code }) => [system, code]),
  item.code.codings.length === 0 ? item.code.text : undefined,
  item.effective ? (item.effective.literal ?? item.effective.value) : undefined,
  item.effectivePeriod?.start
    ? (item.effectivePeriod.start.literal ?? item.effectivePeriod.start.value)
    : undefined,
];
