import type { Communication, Contact, Patient as RecordPatient, When } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { besideCode } from '../datatypes/beside-code.ts';
import { coding, concept, conceptAlways, concepts } from '../datatypes/concept.ts';
import { address, addresses, humanName, humanNames, telecoms } from '../datatypes/contact.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { dated, instant, isSaid } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Extension, Patient, PatientCommunication, PatientContact } from '../fhir-types.ts';
import { raceOrEthnicity } from './race-ethnicity.ts';
import { sexAndGender } from './sex-gender.ts';

const core = 'http://hl7.org/fhir/StructureDefinition';

/** The person whose chart it is, as a Patient. */
export function patient(person: RecordPatient, context: Context): Patient {
  const { id, identifiers: numbers, names, telecoms: points, addresses: places, gender, ...more } = person;
  const {
    genderConcept,
    birth,
    deceased: _a,
    died: _b,
    maritalStatus,
    religion: _c,
    race: _d,
    ...late
  } = more;
  const { ethnicity: _e, birthPlace: _f, multipleBirth: _g, birthOrder: _h, contacts, ...last } = late;
  const { communications, generalPractitioners, managingOrganization, ...social } = last;
  const { birthSex: _i, sex: _j, genderIdentities: _k, tribalAffiliations: _l, ...rest } = social;
  everyField(rest);
  return resource<Patient>(
    {
      resourceType: 'Patient',
      id,
      extension: extensionsOf(person, context),
      identifier: identifiers(numbers),
      name: humanNames(names, context),
      telecom: telecoms(points, context),
      gender,
      _gender: besideCode(gender, genderConcept, () => context.unwritten('genderConcept')),
    },
    birthDate(birth),
    deceasedOf(person),
    {
      address: addresses(places, context),
      maritalStatus: concept(maritalStatus),
    },
    multipleBirthOf(person, context),
    {
      contact: contacts?.map((contact) => contactOf(contact, context)),
      communication: communications?.map(communicationOf),
      generalPractitioner: generalPractitioners?.flatMap(
        (one) => context.refer(one, 'generalPractitioners', 'generalPractitioner') ?? [],
      ),
      managingOrganization: context.refer(managingOrganization, 'managingOrganization', 'organization'),
    },
  );
}

function extensionsOf(person: RecordPatient, context: Context): Extension[] {
  const { religion, birthPlace } = person;
  return [
    ...raceOrEthnicity('race', person.race, context),
    ...raceOrEthnicity('ethnicity', person.ethnicity, context),
    ...sexAndGender(person),
    ...(birthPlace
      ? [{ url: `${core}/patient-birthPlace`, valueAddress: address(birthPlace, context) }]
      : []),
    ...(religion ? [{ url: `${core}/patient-religion`, valueCodeableConcept: concept(religion) }] : []),
  ];
}

/** A birth date is a date; the time of birth stands beside it. */
function birthDate(birth: When | undefined): Partial<Patient> {
  const { _birthDate: element } = dated('birthDate', birth);
  const time = instant(birth);
  const clock = time === undefined ? [] : [{ url: `${core}/patient-birthTime`, valueDateTime: time }];
  const extension = [...clock, ...(element?.extension ?? [])];
  return {
    birthDate: birth?.value?.slice(0, 10),
    _birthDate: extension.length > 0 ? { extension } : undefined,
  };
}

/** The time of death says more than that there was one. */
function deceasedOf({ deceased, died }: RecordPatient): Partial<Patient> {
  const known = died?.value !== undefined || died?.literal !== undefined || deceased === undefined;
  return known && isSaid(died) ? dated('deceasedDateTime', died) : { deceasedBoolean: deceased };
}

/** The order of birth says more than that there were several. */
function multipleBirthOf({ multipleBirth, birthOrder }: RecordPatient, context: Context): Partial<Patient> {
  if (birthOrder === undefined) return { multipleBirthBoolean: multipleBirth };
  if (/^[1-9]\d{0,8}$/.test(birthOrder)) return { multipleBirthInteger: Number(birthOrder) };
  context.unwritten('birthOrder');
  return { multipleBirthBoolean: multipleBirth };
}

function contactOf(contact: Contact, context: Context): PatientContact {
  const { relationships, names, telecoms: points, addresses: places, organization, ...rest } = contact;
  everyField(rest);
  // FHIR takes one name and one address of a contact.
  if ((names?.length ?? 0) > 1) context.unwritten('contacts.names');
  if ((places?.length ?? 0) > 1) context.unwritten('contacts.addresses');
  const [name] = names ?? [];
  const [place] = places ?? [];
  // A contact without any of these is none (pat-1).
  const nobody = !name && !place && !points?.length && !organization;
  return {
    relationship: concepts(relationships),
    name: nobody ? { extension: [absentExtension()] } : name && humanName(name, context),
    telecom: telecoms(points, context),
    address: place && address(place, context),
    organization: context.refer(organization, 'contacts.organization', 'organization'),
  };
}

function communicationOf(communication: Communication): PatientCommunication {
  const { language, preferred, proficiencies, ...rest } = communication;
  everyField(rest);
  return {
    extension: proficiencies?.map(proficiencyOf),
    language: conceptAlways(language),
    preferred,
  };
}

function proficiencyOf(proficiency: NonNullable<Communication['proficiencies']>[number]): Extension {
  const { type, level, ...rest } = proficiency;
  everyField(rest);
  const parts = [
    level && { url: 'level', valueCoding: coding(level) },
    type && { url: 'type', valueCoding: coding(type) },
  ];
  return { url: `${core}/patient-proficiency`, extension: parts.filter((part) => part !== undefined) };
}
