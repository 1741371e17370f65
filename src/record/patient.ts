import { z } from 'zod';
import {
  address,
  coding,
  concept,
  dataAbsentReason,
  humanName,
  identifier,
  reference,
  telecom,
  when,
} from './datatypes.ts';

/** Race or ethnicity: what stands at OMB's level, what is finer, and the source's words. */
export const raceOrEthnicity = z.strictObject({
  categories: z.array(coding).optional(),
  detailed: z.array(coding).optional(),
  /** Codes of a system that is not CDC's race and ethnicity. */
  other: z.array(concept).optional(),
  text: z.string().optional(),
  /** Why nothing of it is said. */
  absent: dataAbsentReason.optional(),
});

export const contact = z.strictObject({
  relationships: z.array(concept).optional(),
  names: z.array(humanName).optional(),
  telecoms: z.array(telecom).optional(),
  addresses: z.array(address).optional(),
  organization: reference.optional(),
});

export const communication = z.strictObject({
  language: concept,
  preferred: z.boolean().optional(),
  proficiencies: z.array(z.strictObject({ type: coding.optional(), level: coding.optional() })).optional(),
});

/** A tribe, and whether the patient is enrolled in it. */
export const tribalAffiliation = z.strictObject({ tribe: concept, enrolled: z.boolean().optional() });

/** The person whose chart it is. */
export const patient = z.strictObject({
  id: z.string(),
  identifiers: z.array(identifier).optional(),
  names: z.array(humanName).optional(),
  telecoms: z.array(telecom).optional(),
  addresses: z.array(address).optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  genderConcept: concept.optional(),
  birth: when.optional(),
  deceased: z.boolean().optional(),
  died: when.optional(),
  maritalStatus: concept.optional(),
  religion: concept.optional(),
  race: raceOrEthnicity.optional(),
  ethnicity: raceOrEthnicity.optional(),
  /** Sex assigned at birth, in the codes of US Core. */
  birthSex: z.enum(['F', 'M', 'UNK']).optional(),
  /** Administrative sex: a SNOMED CT code of female or male, or why there is none. */
  sex: z.enum(['248152002', '248153007', 'unknown', 'asked-declined']).optional(),
  genderIdentities: z.array(concept).optional(),
  tribalAffiliations: z.array(tribalAffiliation).optional(),
  birthPlace: address.optional(),
  multipleBirth: z.boolean().optional(),
  birthOrder: z.string().optional(),
  contacts: z.array(contact).optional(),
  communications: z.array(communication).optional(),
  generalPractitioners: z.array(reference).optional(),
  managingOrganization: reference.optional(),
});

export type RaceOrEthnicity = z.infer<typeof raceOrEthnicity>;
export type Contact = z.infer<typeof contact>;
export type TribalAffiliation = z.infer<typeof tribalAffiliation>;
export type Communication = z.infer<typeof communication>;
export type Patient = z.infer<typeof patient>;
