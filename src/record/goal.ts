import { z } from 'zod';
import { concept, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { observationValue } from './observation.ts';
import { statementFields } from './statement.ts';

/** What is to be reached, by which measure and until when. */
export const goalTarget = z.strictObject({
  measure: concept.optional(),
  detail: observationValue.optional(),
  due: when.optional(),
});

/** Something that is to be reached: an aim, never something that was found. */
export const goal = z.strictObject({
  ...statementFields,
  lifecycleStatus: z.enum([
    'proposed',
    'planned',
    'accepted',
    'active',
    'on-hold',
    'completed',
    'cancelled',
    'entered-in-error',
    'rejected',
  ]),
  achievement: concept.optional(),
  priority: concept.optional(),
  description: concept,
  start: when.optional(),
  targets: z.array(goalTarget).optional(),
  expressedBy: reference.optional(),
  /** The concerns for which it was set. */
  addresses: z.array(reference).optional(),
  /** Observations that say how far it was reached. */
  outcomes: z.array(reference).optional(),
});

export type GoalTarget = z.infer<typeof goalTarget>;
export type Goal = z.infer<typeof goal>;

/** What makes two goals the same one. */
const goalIdentity = (item: Goal): unknown[] => [
  item.description.codings.map(({ system, code }) => [system, code]),
  // Many goals bear one code that says no more than that they are goals.
  item.description.text,
  item.start?.literal ?? item.start?.value,
];

export const goalRules = rulesOf<Goal>({
  schema: goal,
  identity: goalIdentity,
  coupled: ['lifecycleStatus', 'achievement', 'targets'],
  united: ['addresses', 'outcomes'],
});
