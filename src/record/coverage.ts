import { z } from 'zod';
import { concept, identifier, participation, period, reference } from './datatypes.ts';
import { rulesOf, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A group or a plan of an insurer, by its number and its name. */
export const coverageClass = z.strictObject({
  kind: z.enum(['group', 'plan']),
  value: z.string().optional(),
  name: z.string().optional(),
});

/** That somebody pays, wholly or in part, for the care of a patient. */
export const coverage = z.strictObject({
  ...statementFields,
  status: z.enum(['active', 'cancelled', 'draft', 'entered-in-error']),
  type: concept.optional(),
  subscriber: reference.optional(),
  /** The numbers by which the insurer knows the subscriber. */
  subscriberIds: z.array(identifier).optional(),
  /** Those by which it knows the patient. */
  memberIds: z.array(identifier).optional(),
  /** What the patient is to the subscriber. */
  relationship: concept.optional(),
  period: period.optional(),
  payors: z.array(reference).optional(),
  classes: z.array(coverageClass).optional(),
  /** Which of several pays first. */
  order: z.number().int().positive().optional(),
});

/** Who stands for what no insurer pays. */
export const account = z.strictObject({
  ...statementFields,
  status: z.enum(['active', 'unknown']),
  guarantors: z.array(participation).optional(),
  coverage: reference.optional(),
});

export type CoverageClass = z.infer<typeof coverageClass>;
export type Coverage = z.infer<typeof coverage>;
export type Account = z.infer<typeof account>;

/** What makes two coverages the same one. */
const coverageIdentity = (item: Coverage): unknown[] => [
  item.type?.codings.map(({ system, code }) => [system, code]),
  item.memberIds?.map(({ system, value }) => [system, value]),
  item.subscriberIds?.map(({ system, value }) => [system, value]),
  item.payors?.map(({ ref }) => ref),
  item.status === 'draft',
  timeIdentity(item.period?.start),
];

/** What makes two accounts the same one: who stands for it. */
const accountIdentity = (item: Account): unknown[] => [item.guarantors?.map(({ who }) => who?.ref)];

export const coverageRules = rulesOf<Coverage>({
  schema: coverage,
  identity: coverageIdentity,
  coupled: ['status', 'period', 'order', 'relationship', 'classes'],
});

export const accountRules = rulesOf<Account>({
  schema: account,
  identity: accountIdentity,
  coupled: ['coverage'],
  united: ['guarantors'],
});
