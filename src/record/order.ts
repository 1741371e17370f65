import { z } from 'zod';
import { concept, participation, period, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** Something that is intended, requested, promised or proposed: never something that was done. */
export const order = z.strictObject({
  ...statementFields,
  status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
  intent: z.enum(['proposal', 'plan', 'order']),
  /** The order is not to do it. */
  doNotPerform: z.boolean().optional(),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
  categories: z.array(concept).optional(),
  code: concept.optional(),
  occurrence: when.optional(),
  occurrencePeriod: period.optional(),
  authored: when.optional(),
  requester: reference.optional(),
  performers: z.array(participation).optional(),
  locations: z.array(reference).optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  bodySites: z.array(concept).optional(),
  methods: z.array(concept).optional(),
  instructions: z.array(concept).optional(),
  /** How it is to be done: whether care is taken over or shared. */
  details: z.array(concept).optional(),
  /** Who is to pay for it. */
  insurances: z.array(reference).optional(),
  encounter: reference.optional(),
});

export type Order = z.infer<typeof order>;

/** What makes two orders the same one. */
const orderIdentity = (item: Order): unknown[] => [
  item.code?.codings.map(({ system, code }) => [system, code]),
  item.code?.codings.length === 0 ? item.code.text : undefined,
  item.intent,
  item.doNotPerform === true,
  item.occurrence?.literal ?? item.occurrence?.value,
  item.occurrencePeriod?.start?.literal ?? item.occurrencePeriod?.start?.value,
];

export const orderRules = rulesOf<Order>({
  schema: order,
  identity: orderIdentity,
  coupled: ['status', 'occurrencePeriod'],
  united: ['performers', 'locations', 'reasons', 'reasonReferences'],
});
