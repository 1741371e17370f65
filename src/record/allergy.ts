import { z } from 'zod';
import { concept, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

export const allergyStatus = z.enum(['active', 'inactive', 'resolved']);
export const reactionSeverity = z.enum(['mild', 'moderate', 'severe']);

/** One thing that happened on exposure. */
export const reaction = z.strictObject({
  manifestation: concept,
  severity: reactionSeverity.optional(),
  /** The severity in the source's own code, where FHIR's three words say less. */
  severityConcept: concept.optional(),
  onset: when.optional(),
  notes: z.array(z.string()).optional(),
});

/** A propensity to react to a substance, or the statement that there is none. */
export const allergy = z.strictObject({
  ...statementFields,
  /** The substance, or a "no known … allergy" concept. */
  code: concept.optional(),
  /** A substance that is stated to be no risk and for which no "no known …" concept exists. */
  noRiskSubstance: concept.optional(),
  clinicalStatus: allergyStatus.optional(),
  verificationStatus: z.enum(['unconfirmed', 'confirmed', 'refuted', 'entered-in-error']).optional(),
  type: z.enum(['allergy', 'intolerance']).optional(),
  category: z.enum(['food', 'medication', 'environment', 'biologic']).optional(),
  /** What the source calls the kind of propensity. */
  kind: concept.optional(),
  criticality: z.enum(['low', 'high', 'unable-to-assess']).optional(),
  onset: when.optional(),
  abatement: when.optional(),
  recorded: when.optional(),
  recorder: reference.optional(),
  encounter: reference.optional(),
  reactions: z.array(reaction).optional(),
});

export type AllergyStatus = z.infer<typeof allergyStatus>;
export type Reaction = z.infer<typeof reaction>;
export type Allergy = z.infer<typeof allergy>;

/** What makes two allergy statements the same one. */
const allergyIdentity = (item: Allergy): unknown[] => {
  const code = item.code ?? item.noRiskSubstance;
  return [
    code?.codings.map(({ system, code }) => [system, code]),
    code?.codings.length === 0 ? code.text : undefined,
    item.noRiskSubstance !== undefined,
    item.onset?.value,
  ];
};

export const allergyRules = rulesOf<Allergy>({
  schema: allergy,
  identity: allergyIdentity,
  coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'criticality', 'reactions'],
});
