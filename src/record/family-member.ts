import { z } from 'zod';
import { annotation, concept, identifier, quantity, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** What a relative has or had; what a relative is said not to have is a concept that says so. */
export const familyCondition = z.strictObject({
  code: concept,
  onset: when.optional(),
  onsetAge: quantity.optional(),
  abatement: when.optional(),
  /** The relative died of it. */
  contributedToDeath: z.boolean().optional(),
  notes: z.array(annotation).optional(),
});

/** What is known of one relative of the patient, or of the family as a whole. */
export const familyMember = z.strictObject({
  ...statementFields,
  status: z.enum(['partial', 'completed', 'entered-in-error', 'health-unknown']),
  /** What the relative is to the patient. */
  relationship: concept,
  /** The numbers by which the relative is known as a person. */
  personIdentifiers: z.array(identifier).optional(),
  name: z.string().optional(),
  sex: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  born: when.optional(),
  deceased: z.boolean().optional(),
  died: when.optional(),
  recorded: when.optional(),
  conditions: z.array(familyCondition).optional(),
});

export type FamilyCondition = z.infer<typeof familyCondition>;
export type FamilyMember = z.infer<typeof familyMember>;

/** What makes two statements speak of the same relative: two brothers differ by name or birth. */
const familyMemberIdentity = (item: FamilyMember): unknown[] => [
  item.relationship.codings.map(({ system, code }) => [system, code]),
  item.relationship.codings.length === 0 ? item.relationship.text : undefined,
  item.personIdentifiers?.map(({ system, value }) => [system, value]),
  item.name,
  item.born?.literal ?? item.born?.value,
];

export const familyMemberRules = rulesOf<FamilyMember>({
  schema: familyMember,
  identity: familyMemberIdentity,
  // Two relatives of whom no more is known than that they are brothers are not one.
  coupled: ['status', 'conditions', 'deceased', 'died'],
});
