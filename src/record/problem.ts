import { z } from 'zod';
import { concept, quantity, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

export const problemStatus = z.enum(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);
export const problemCategory = z.enum(['problem-list-item', 'encounter-diagnosis', 'health-concern']);

/** A condition that somebody has, had, or is said not to have (`verificationStatus` refuted). */
export const problem = z.strictObject({
  ...statementFields,
  code: concept,
  verificationStatus: z
    .enum(['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error'])
    .optional(),
  clinicalStatus: problemStatus.optional(),
  categories: z.array(problemCategory).optional(),
  /** The kind of problem as the source names it: symptom, diagnosis, finding … */
  type: concept.optional(),
  severity: concept.optional(),
  bodySites: z.array(concept).optional(),
  onset: when.optional(),
  onsetAge: quantity.optional(),
  abatement: when.optional(),
  asserted: when.optional(),
  recorded: when.optional(),
  recorder: reference.optional(),
  encounter: reference.optional(),
  evidence: z.array(reference).optional(),
});

export type ProblemStatus = z.infer<typeof problemStatus>;
export type ProblemCategory = z.infer<typeof problemCategory>;
export type Problem = z.infer<typeof problem>;

/** What makes two problem statements the same one. */
const problemIdentity = (item: Problem): unknown[] => [
  item.code.codings.map(({ system, code }) => [system, code]),
  item.code.codings.length === 0 ? item.code.text : undefined,
  item.verificationStatus === 'refuted',
  item.onset?.value,
];

export const problemRules = rulesOf<Problem>({
  schema: problem,
  identity: problemIdentity,
  coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'onset', 'onsetAge'],
  united: ['categories', 'evidence'],
});
