import { z } from 'zod';
import { concept, participation, quantity, reference, when } from './datatypes.ts';
import { rulesOf, substanceIdentity, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A vaccine that was given, or was not (`status` not-done). */
export const immunization = z.strictObject({
  ...statementFields,
  status: z.enum(['completed', 'entered-in-error', 'not-done']),
  statusReason: concept.optional(),
  code: concept,
  occurrence: when.optional(),
  recorded: when.optional(),
  /** Where the statement comes from, if not from who gave the vaccine. */
  origin: concept.optional(),
  manufacturer: reference.optional(),
  lotNumber: z.string().optional(),
  expiration: when.optional(),
  site: concept.optional(),
  route: concept.optional(),
  dose: quantity.optional(),
  /** Which dose of its series it is. */
  doseNumber: z.number().int().optional(),
  performers: z.array(participation).optional(),
  encounter: reference.optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  /** Observations of what happened after it. */
  reactions: z.array(reference).optional(),
  /** What patients were told. */
  instructions: z.array(concept).optional(),
});

export type Immunization = z.infer<typeof immunization>;

/** What makes two immunization statements the same one. */
const immunizationIdentity = (item: Immunization): unknown[] => [
  ...substanceIdentity(item.code),
  item.status === 'not-done',
  timeIdentity(item.occurrence),
];

export const immunizationRules = rulesOf<Immunization>({
  schema: immunization,
  identity: immunizationIdentity,
  coupled: ['status', 'statusReason', 'lotNumber', 'dose', 'doseNumber'],
  united: ['reactions'],
});
