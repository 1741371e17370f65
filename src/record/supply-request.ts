import { z } from 'zod';
import { concept, participation, period, quantity, reference, when } from './datatypes.ts';
import { rulesOf, substanceIdentity, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

const plan = {
  ...statementFields,
  status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
  intent: z.enum(['proposal', 'plan', 'order']),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
  item: concept,
  quantity: quantity.optional(),
  /** How often, the first time counted. */
  repeats: z.number().int().optional(),
  occurrence: when.optional(),
  occurrencePeriod: period.optional(),
  authored: when.optional(),
  requester: reference.optional(),
  performers: z.array(participation).optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  instructions: z.array(concept).optional(),
  insurances: z.array(reference).optional(),
};

/** A piece of equipment that a patient is to get. */
export const deviceRequest = z.strictObject({
  ...plan,
  device: reference.optional(),
  encounter: reference.optional(),
});

/** Goods of which nothing says that they are a drug or a device. */
export const supplyRequest = z.strictObject(plan);

export type DeviceRequest = z.infer<typeof deviceRequest>;
export type SupplyRequest = z.infer<typeof supplyRequest>;

/** What makes two of them the same one. */
const supplyRequestIdentity = (item: SupplyRequest): unknown[] => [
  ...substanceIdentity(item.item),
  item.intent,
  timeIdentity(item.occurrence),
  timeIdentity(item.occurrencePeriod?.start),
];

export const deviceRequestRules = rulesOf<DeviceRequest>({
  schema: deviceRequest,
  identity: supplyRequestIdentity,
  coupled: ['status', 'quantity', 'occurrencePeriod'],
  united: ['performers', 'reasons', 'reasonReferences'],
});

export const supplyRequestRules = rulesOf<SupplyRequest>({
  schema: supplyRequest,
  identity: supplyRequestIdentity,
  coupled: ['status', 'quantity', 'occurrencePeriod'],
  united: ['performers', 'reasons', 'reasonReferences'],
});
