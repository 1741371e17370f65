import { z } from 'zod';
import { concept, participation, period, quantity, reference, when } from './datatypes.ts';
import { dosage, ratio } from './dosage.ts';
import { rulesOf, substanceIdentity, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** What is told of a product beside its code. */
export const product = z.strictObject({
  form: concept.optional(),
  /** What a mixture is made of, and how much of it. */
  ingredients: z.array(z.strictObject({ code: concept, strength: ratio.optional() })).optional(),
  /** What a drug is dissolved or carried in. */
  vehicles: z.array(concept).optional(),
  lotNumber: z.string().optional(),
  expiration: when.optional(),
  manufacturer: reference.optional(),
});

/** How much may be dispensed, how often, until when. */
export const dispenseRequest = z.strictObject({
  validity: period.optional(),
  /** Beside the first time. */
  repeatsAllowed: z.number().int().optional(),
  quantity: quantity.optional(),
  /** How long one supply is to last. */
  supplyDuration: quantity.optional(),
  performer: reference.optional(),
});

export const medicationStatus = z.enum([
  'active',
  'on-hold',
  'cancelled',
  'completed',
  'entered-in-error',
  'stopped',
  'draft',
  'unknown',
]);

/** A medication that somebody takes, took or is to take, or is not to be given (`doNotPerform`). */
export const medication = z.strictObject({
  ...statementFields,
  status: medicationStatus,
  statusReason: concept.optional(),
  /** What the source's mood says: EVN plan, INT and RQO order, PRP proposal, PRMS plan. */
  intent: z.enum(['proposal', 'plan', 'order']),
  doNotPerform: z.boolean().optional(),
  categories: z.array(concept).optional(),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
  code: concept,
  product: product.optional(),
  reported: reference.optional(),
  authored: when.optional(),
  requester: reference.optional(),
  performers: z.array(participation).optional(),
  encounter: reference.optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  dosages: z.array(dosage).optional(),
  dispenseRequest: dispenseRequest.optional(),
});

/** A named medication that somebody is said not to take. */
export const notTaken = z.strictObject({
  ...statementFields,
  code: concept,
  product: product.optional(),
  time: when.optional(),
  period: period.optional(),
  /** Why it is not taken. */
  statusReason: concept.optional(),
  asserted: when.optional(),
  informant: reference.optional(),
  reasons: z.array(concept).optional(),
});

/** That somebody is said to have none of a kind: "takes no medications", "no immunizations known". */
export const noneKnown = z.strictObject({
  ...statementFields,
  /** otherMedications: none of those that its section lists, as those given during a visit or planned. */
  about: z.enum([
    'medications',
    'otherMedications',
    'immunizations',
    'procedures',
    'devices',
    'healthConcerns',
    'goals',
    'orders',
  ]),
});

export type Product = z.infer<typeof product>;
export type DispenseRequest = z.infer<typeof dispenseRequest>;
export type MedicationStatus = z.infer<typeof medicationStatus>;
export type Medication = z.infer<typeof medication>;
export type NotTaken = z.infer<typeof notTaken>;
export type NoneKnown = z.infer<typeof noneKnown>;

/** What makes two medication statements the same one. */
const medicationIdentity = (item: Medication): unknown[] => {
  const timing = item.dosages?.[0]?.timing;
  return [
    ...substanceIdentity(item.code),
    item.intent,
    item.doNotPerform === true,
    timeIdentity(timing?.bounds?.start),
    timing?.events?.map(timeIdentity),
  ];
};

const notTakenIdentity = (item: NotTaken): unknown[] => [
  ...substanceIdentity(item.code),
  timeIdentity(item.period?.start ?? item.time),
];

const noneKnownIdentity = (item: NoneKnown): unknown[] => [item.about];

export const medicationRules = rulesOf<Medication>({
  schema: medication,
  identity: medicationIdentity,
  coupled: ['status', 'statusReason', 'doNotPerform', 'dosages', 'product'],
  united: ['categories', 'reasonReferences'],
});

export const notTakenRules = rulesOf<NotTaken>({
  schema: notTaken,
  identity: notTakenIdentity,
  coupled: ['period'],
});

export const noneKnownRules = rulesOf<NoneKnown>({
  schema: noneKnown,
  identity: noneKnownIdentity,
});
