import { z } from 'zod';
import { address, concept, humanName, identifier, reference, telecom } from './datatypes.ts';
import type { KindRules } from './kind-rules.ts';

const contactable = {
  id: z.string(),
  identifiers: z.array(identifier).optional(),
  telecoms: z.array(telecom).optional(),
  addresses: z.array(address).optional(),
};

export const practitioner = z.strictObject({
  ...contactable,
  names: z.array(humanName).optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  qualifications: z.array(concept).optional(),
});

/** What a practitioner is at an organisation. */
export const practitionerRole = z.strictObject({
  ...contactable,
  practitioner: reference.optional(),
  organization: reference.optional(),
  codes: z.array(concept).optional(),
  specialties: z.array(concept).optional(),
});

export const organization = z.strictObject({
  ...contactable,
  name: z.string().optional(),
  types: z.array(concept).optional(),
  partOf: reference.optional(),
});

export const location = z.strictObject({
  ...contactable,
  name: z.string().optional(),
  types: z.array(concept).optional(),
  organization: reference.optional(),
});

/** A program or apparatus that wrote or measured something. */
export const device = z.strictObject({
  ...contactable,
  name: z.string().optional(),
  model: z.string().optional(),
  software: z.string().optional(),
  types: z.array(concept).optional(),
  organization: reference.optional(),
});

/** The directory: what patients share. */
export const people = { practitioner, practitionerRole, organization, location, device };

/** Somebody who stands to the patient as kin, friend or carer; belongs to that patient's record alone. */
export const relatedPerson = z.strictObject({
  ...contactable,
  names: z.array(humanName).optional(),
  relationships: z.array(concept).optional(),
  roles: z.array(concept).optional(),
});

export type Practitioner = z.infer<typeof practitioner>;
export type PractitionerRole = z.infer<typeof practitionerRole>;
export type Organization = z.infer<typeof organization>;
export type Location = z.infer<typeof location>;
export type Device = z.infer<typeof device>;
export type RelatedPerson = z.infer<typeof relatedPerson>;

/** What the directory holds, by kind. */
export interface People {
  practitioner: Practitioner;
  practitionerRole: PractitionerRole;
  organization: Organization;
  location: Location;
  device: Device;
}

const relatedPersonIdentity = (item: RelatedPerson): unknown[] => [
  item.names?.map((name) => [name.family, name.given, name.text]),
  item.relationships?.map((relationship) => relationship.codings.map((coding) => coding.code)),
  // A carer who is known by an address alone is told from others by it.
  item.names?.length ? undefined : [item.telecoms, item.addresses],
];

export const relatedPersonRules: KindRules<RelatedPerson> = {
  schema: relatedPerson,
  identity: relatedPersonIdentity,
  coupled: [],
  united: ['identifiers', 'names', 'telecoms', 'addresses', 'relationships', 'roles'],
};
