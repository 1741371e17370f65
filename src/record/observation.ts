import { z } from 'zod';
import { attachment, concept, participation, period, quantity, range, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
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

/** A part of an observation that says nothing without it: the systolic pressure, the flow of the oxygen. */
export const observationComponent = z.strictObject({
  code: concept,
  value: observationValue.optional(),
  interpretations: z.array(concept).optional(),
  referenceRanges: z.array(referenceRange).optional(),
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
  components: z.array(observationComponent).optional(),
  encounter: reference.optional(),
  /** When it was made known, after it was verified. */
  issued: when.optional(),
  specimen: reference.optional(),
  device: reference.optional(),
  /** The observations that it rests on. */
  derivedFrom: z.array(reference).optional(),
  /** What it is about, where that is not the patient alone: a goal, a problem. */
  focus: z.array(reference).optional(),
  /** Who made sure that it holds, and who keeps what it speaks of. */
  verifiers: z.array(participation).optional(),
  custodians: z.array(participation).optional(),
  /** The procedure that found it. */
  partOf: reference.optional(),
});

export type ObservationValue = z.infer<typeof observationValue>;
export type ObservationComponent = z.infer<typeof observationComponent>;
export type ReferenceRange = z.infer<typeof referenceRange>;
export type Observation = z.infer<typeof observation>;

/** What makes two observations the same one. */
const observationIdentity = (item: Observation): unknown[] => [
  item.code.codings.map(({ system, code }) => [system, code]),
  item.code.codings.length === 0 ? item.code.text : undefined,
  item.effective ? (item.effective.literal ?? item.effective.value) : undefined,
  item.effectivePeriod?.start
    ? (item.effectivePeriod.start.literal ?? item.effectivePeriod.start.value)
    : undefined,
];

/** A count is the same as a number, and as a quantity whose unit only names what was counted: 2, "2 {score}". */
function observationEssence(field: string, value: unknown): unknown {
  if (field !== 'value') return value;
  const { integer, quantity: amount } = value as ObservationValue;
  const isCount =
    amount?.value !== undefined &&
    !amount.comparator &&
    /^(\{.*\}|1)?$/.test(amount.code ?? amount.unit ?? '');
  const count = integer ?? (isCount ? amount.value : undefined);
  return count === undefined ? value : { count: Number(count) };
}

export const observationRules = rulesOf<Observation>({
  schema: observation,
  identity: observationIdentity,
  coupled: ['status', 'value', 'interpretations', 'components', 'members', 'effectivePeriod'],
  united: ['categories', 'focus'],
  essence: observationEssence,
});
