import {
  type Concept,
  type Contact,
  compact,
  type Identifier,
  listOf,
  type Patient,
} from '../../../record/index.ts';
import { administrativeGender } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readAddress, readAddresses, readNames, readTelecoms } from '../datatypes/contact.ts';
import { readIdentifier, readIdentifiers } from '../datatypes/identifier.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { readOrganization } from '../participation.ts';
import type { Scope } from '../scope.ts';
import { readLanguages } from './languages.ts';
import { readRaces } from './race-ethnicity.ts';

const firstOf = (element: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.map((name) => element?.first(name)).find((found) => found !== undefined);

/** recordTarget/patientRole → patient (CF-patient); the id is the caller's. */
export function readPatient(patientRole: XmlElement, id: string, scope: Scope): Patient {
  const person = patientRole.first('patient');
  const provider = patientRole.first('providerOrganization');
  const concept = (name: string) => sayingConcept(person?.first(name), scope);
  const birth = person?.first('birthTime');
  return compact({
    id,
    identifiers: listOf(
      withKinds(readIdentifiers(patientRole, scope)?.value ?? [], readAlternates(patientRole, scope)),
    ),
    names: person && readNames(person, scope),
    telecoms: readTelecoms(patientRole, scope),
    addresses: readAddresses(patientRole, scope),
    ...readGender(person, scope),
    birth: birth && readWhen(birth, scope),
    ...readDeath(person, scope),
    maritalStatus: concept('maritalStatusCode'),
    religion: concept('religiousAffiliationCode'),
    race: readRaces([...named(person, 'raceCode'), ...named(person, 'sdtc:raceCode')], 'race', scope),
    ethnicity: readRaces(
      [...named(person, 'ethnicGroupCode'), ...named(person, 'sdtc:ethnicGroupCode')],
      'ethnicity',
      scope,
    ),
    birthPlace: readBirthPlace(person, scope),
    ...readMultipleBirth(person),
    contacts: listOf(named(person, 'guardian').map((guardian) => readGuardian(guardian, scope))),
    communications: readLanguages(named(person, 'languageCommunication'), scope),
    managingOrganization: provider && readOrganization(provider, scope),
  } as Patient);
}

/** The identifiers, with the kinds that the alternates tell; an alternate of another number stands for itself. */
function withKinds(stated: readonly Identifier[], alternates: readonly Identifier[]): Identifier[] {
  const same = (one: Identifier) => (other: Identifier) =>
    one.system === other.system && one.value === other.value;
  const typed = stated.map((one) => {
    const type = alternates.find(same(one))?.type;
    return type ? { ...one, type } : one;
  });
  return [...typed, ...alternates.filter((one) => !stated.some(same(one)))];
}

/** sdtc:identifiedBy: an identifier with its kind. */
function readAlternates(patientRole: XmlElement, scope: Scope): Identifier[] {
  const alternates = patientRole.elementsIn('sdtc:identifiedBy', 'sdtc:alternateIdentification');
  return alternates.flatMap((alternate) => {
    const id = firstOf(alternate, 'sdtc:id', 'id');
    const found = id && readIdentifier(id, scope);
    const type = sayingConcept(firstOf(alternate, 'sdtc:code', 'code'), scope);
    return found ? [type ? { ...found, type } : found] : [];
  });
}

const named = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.elements(name) ?? [];

function sayingConcept(element: XmlElement | undefined, scope: Scope): Concept | undefined {
  const concept = element && readConcept(element, scope);
  return says(concept) ? concept : undefined;
}

/** The gender by the guide's map; a code outside it is unknown, and the source's own code is kept beside. */
function readGender(person: XmlElement | undefined, scope: Scope): Pick<Patient, 'gender' | 'genderConcept'> {
  const element = person?.first('administrativeGenderCode');
  if (!element) return {};
  const code = clean(element.attributes['code']);
  const gender = code === undefined ? 'unknown' : administrativeGender.to(code);
  const concept = sayingConcept(element, scope);
  const mapped = code !== undefined && ['M', 'F', 'UN'].includes(code);
  return compact({ gender, genderConcept: mapped ? undefined : concept }) as Pick<
    Patient,
    'gender' | 'genderConcept'
  >;
}

/** Both may stand there: the time says more. */
function readDeath(person: XmlElement | undefined, scope: Scope): Pick<Patient, 'deceased' | 'died'> {
  const indicator = firstOf(person, 'sdtc:deceasedInd', 'deceasedInd')?.attributes['value'];
  const time = firstOf(person, 'sdtc:deceasedTime', 'deceasedTime');
  const died = time && known(readWhen(time, scope));
  const deceased = indicator === undefined ? undefined : indicator === 'true';
  return compact({ deceased, died }) as Pick<Patient, 'deceased' | 'died'>;
}

function readMultipleBirth(person: XmlElement | undefined): Pick<Patient, 'multipleBirth' | 'birthOrder'> {
  const indicator = person?.first('sdtc:multipleBirthInd')?.attributes['value'];
  const order = clean(person?.first('sdtc:multipleBirthOrderNumber')?.attributes['value']);
  return {
    ...(indicator && { multipleBirth: indicator === 'true' }),
    ...(order && /^\d+$/.test(order) && { birthOrder: order }),
  };
}

const readBirthPlace = (person: XmlElement | undefined, scope: Scope) => {
  const place = firstOf(person, 'birthplace', 'birthPlace')?.first('place');
  const address = place?.first('addr');
  const name = clean(place?.first('name')?.text());
  const found = address && readAddress(address, scope);
  if (!found) return name ? { text: name } : undefined;
  // The hospital or house is the first line of where it stands.
  return name ? { ...found, line: [name, ...(found.line ?? [])] } : found;
};

const roleCode = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';

function readGuardian(guardian: XmlElement, scope: Scope): Contact | undefined {
  const person = guardian.first('guardianPerson');
  const owner = guardian.first('guardianOrganization');
  const kinship = [guardian.first('code'), person?.first('sdtc:asPatientRelationship')?.first('code')];
  const contact = compact({
    relationships: [
      { codings: [{ system: roleCode, code: 'GUARD', display: 'guardian' }] },
      ...kinship.map((code) => sayingConcept(code, scope)).filter((one) => one !== undefined),
    ],
    names: person && readNames(person, scope),
    telecoms: readTelecoms(guardian, scope),
    addresses: readAddresses(guardian, scope),
    organization: owner && readOrganization(owner, scope),
  } as Contact);
  // pat-1: a contact says more than its relationship
  return contact.names || contact.telecoms || contact.addresses || contact.organization ? contact : undefined;
}
