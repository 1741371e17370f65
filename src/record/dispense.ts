import { z } from 'zod';
import { concept, participation, quantity, reference, when } from './datatypes.ts';
import { rulesOf, substanceIdentity, timeIdentity } from './kind-rules.ts';
import { product } from './medication.ts';
import { statementFields } from './statement.ts';

/** A medication that was handed out, or is about to be. */
export const dispense = z.strictObject({
  ...statementFields,
  status: z.enum([
    'preparation',
    'in-progress',
    'cancelled',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'unknown',
  ]),
  code: concept,
  product: product.optional(),
  handedOver: when.optional(),
  quantity: quantity.optional(),
  /** How long it lasts if it is taken as ordered. */
  daysSupply: quantity.optional(),
  /** Which fill of the order it is; 1 is the first. */
  fillNumber: z.number().int().optional(),
  performers: z.array(participation).optional(),
  medication: reference.optional(),
});

export type Dispense = z.infer<typeof dispense>;

/** What makes two dispenses the same one. */
const dispenseIdentity = (item: Dispense): unknown[] => [
  ...substanceIdentity(item.code),
  timeIdentity(item.handedOver),
];

export const dispenseRules = rulesOf<Dispense>({
  schema: dispense,
  identity: dispenseIdentity,
  coupled: ['status', 'quantity', 'fillNumber', 'medication'],
});
