import { z } from 'zod';
import { concept, participation, period, quantity, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A sample that results were found in, and how it was taken. */
export const specimen = z.strictObject({
  ...statementFields,
  type: concept.optional(),
  collected: when.optional(),
  collectedPeriod: period.optional(),
  collector: participation.optional(),
  quantity: quantity.optional(),
  method: concept.optional(),
  bodySites: z.array(concept).optional(),
  conditions: z.array(concept).optional(),
});

export type Specimen = z.infer<typeof specimen>;

/** What makes two specimens the same one. */
const specimenIdentity = (item: Specimen): unknown[] =>
  item.identifiers?.length
    ? []
    : [
        item.type?.codings.map(({ system, code }) => [system, code]),
        item.type?.text,
        item.bodySites?.map(({ codings, text }) => [codings.map(({ code }) => code), text]),
        item.collected?.literal ?? item.collected?.value,
        item.collectedPeriod?.start?.literal ?? item.collectedPeriod?.start?.value,
      ];

export const specimenRules = rulesOf<Specimen>({
  schema: specimen,
  identity: specimenIdentity,
  united: ['bodySites', 'conditions'],
});
