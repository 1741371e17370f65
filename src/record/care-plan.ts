import { z } from 'zod';
import { concept, period, reference, when } from './datatypes.ts';
import { rulesOf, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** What a patient is to get over some time and why: a plan as a whole, not one of the orders in it. */
export const carePlan = z.strictObject({
  ...statementFields,
  status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
  intent: z.enum(['proposal', 'plan', 'order', 'option']),
  /** What kind of plan it is: the regime that it follows. */
  categories: z.array(concept).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  period: period.optional(),
  created: when.optional(),
  encounter: reference.optional(),
  careTeams: z.array(reference).optional(),
  /** The problems that it is made for. */
  addresses: z.array(reference).optional(),
  /** Why it was made, where that is no problem of the record. */
  reasons: z.array(concept).optional(),
  goals: z.array(reference).optional(),
  /** What is to be done, by its code or in words. */
  activities: z.array(concept).optional(),
});

export type CarePlan = z.infer<typeof carePlan>;

/** What makes two plans the same one. */
const carePlanIdentity = (item: CarePlan): unknown[] => [
  item.categories?.map(({ codings, text }) =>
    codings.length > 0 ? codings.map(({ system, code }) => [system, code]) : text,
  ),
  item.title,
  item.intent,
  timeIdentity(item.period?.start),
];

export const carePlanRules = rulesOf<CarePlan>({
  schema: carePlan,
  identity: carePlanIdentity,
  coupled: ['status', 'period', 'activities'],
  united: ['categories', 'addresses', 'reasons', 'goals', 'careTeams'],
});
