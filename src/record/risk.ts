import { z } from 'zod';
import { concept, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** What a patient may come to have: never something that the patient has. */
export const risk = z.strictObject({
  ...statementFields,
  status: z.enum(['registered', 'final', 'cancelled', 'entered-in-error', 'unknown']),
  code: concept.optional(),
  /** When it was first watched. */
  since: when.optional(),
  outcomes: z.array(concept).optional(),
  /** What makes it likely. */
  basis: z.array(reference).optional(),
});

export type Risk = z.infer<typeof risk>;

/** What makes two risks the same one. */
const riskIdentity = (item: Risk): unknown[] => [
  item.outcomes?.map(({ codings, text }) => (codings.length > 0 ? codings.map(({ code }) => code) : text)),
  item.since?.literal ?? item.since?.value,
];

export const riskRules = rulesOf<Risk>({
  schema: risk,
  identity: riskIdentity,
  coupled: ['status'],
  united: ['basis'],
});
