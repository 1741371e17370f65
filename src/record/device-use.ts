import { z } from 'zod';
import { concept, period, quantity, reference, when } from './datatypes.ts';
import { rulesOf, substanceIdentity, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** That a patient has, had or uses a piece of equipment. */
export const deviceUse = z.strictObject({
  ...statementFields,
  status: z.enum(['active', 'completed', 'entered-in-error', 'stopped', 'on-hold']),
  device: reference,
  /** How many. */
  quantity: quantity.optional(),
  used: when.optional(),
  period: period.optional(),
  recorded: when.optional(),
  source: reference.optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  bodySites: z.array(concept).optional(),
});

/** That goods were handed over: what is used up, and has no number of its own. */
export const supplyDelivery = z.strictObject({
  ...statementFields,
  status: z.enum(['in-progress', 'completed', 'abandoned', 'entered-in-error']).optional(),
  item: concept,
  quantity: quantity.optional(),
  delivered: when.optional(),
  period: period.optional(),
  supplier: reference.optional(),
  locations: z.array(reference).optional(),
});

export type DeviceUse = z.infer<typeof deviceUse>;
export type SupplyDelivery = z.infer<typeof supplyDelivery>;

/** What makes two uses the same one; the device is told from others by itself. */
const deviceUseIdentity = (item: DeviceUse): unknown[] => [
  item.text?.xhtml,
  timeIdentity(item.used),
  timeIdentity(item.period?.start),
];

const supplyDeliveryIdentity = (item: SupplyDelivery): unknown[] => [
  ...substanceIdentity(item.item),
  timeIdentity(item.delivered),
  timeIdentity(item.period?.start),
];

export const deviceUseRules = rulesOf<DeviceUse>({
  schema: deviceUse,
  identity: deviceUseIdentity,
  coupled: ['status', 'device', 'quantity', 'period'],
});

export const supplyDeliveryRules = rulesOf<SupplyDelivery>({
  schema: supplyDelivery,
  identity: supplyDeliveryIdentity,
  coupled: ['status', 'quantity', 'period'],
});
