import {
  type Coding,
  type Communication,
  type Concept,
  compact,
  type Contact,
  listOf,
  type Patient,
  type RaceOrEthnicity,
} from '../../../record/index.ts';
import { administrativeGender, ombNullFlavors, raceEthnicityKindOf } from '../../../terminology/index.ts';
import { clean, readCoding, readConcept, says } from '../datatypes/concept.ts';
import { readAddress, readAddresses, readNames, readTelecoms } from '../datatypes/contact.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { readText } from '../datatypes/text.ts';
import { readOrganization } from '../participation.ts';
import type { Scope } from '../scope.ts';
import type { XmlElement } from '../xml/element.ts';

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
    identifiers: readIdentifiers(patientRole, scope)?.value,
    names: person && readNames(person, scope),
    telecoms: readTelecoms(patientRole, scope),
    addresses: readAddresses(patientRole, scope),
    ...readGender(person, scope),
    birth: birth && readWhen(birth, scope),
    ...readDeath(person, scope),
    maritalStatus: concept('maritalStatusCode'),
    religion: concept('religiousAffiliationCode'),
    race: readRaces([...named(person, 'raceCode'), ...named(person, 'sdtc:raceCode')], 'race', scope),
    ethnicity: readRaces([...named(person, 'ethnicGroupCode'), ...named(person, 'sdtc:ethnicGroupCode')], 'ethnicity', scope),
    birthPlace: readBirthPlace(person, scope),
    ...readMultipleBirth(person),
    contacts: listOf(named(person, 'guardian').map((guardian) => readGuardian(guardian, scope))),
    communications: listOf(named(person, 'languageCommunication').map((language) => readLanguage(language, scope))),
    managingOrganization: provider && readOrganization(provider, scope),
  } as Patient);
}

const named = (element: XmlElement | undefined, name: string): XmlElement[] => element?.elements(name) ?? [];

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
  return compact({ gender, genderConcept: mapped ? undefined : concept }) as Pick<Patient, 'gender' | 'genderConcept'>;
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
  return found ?? (name ? { text: name } : undefined);
};

const cdcRaceAndEthnicity = 'urn:oid:2.16.840.1.113883.6.238';
const nullFlavorSystem = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';

interface SortedRaces {
  readonly categories: Coding[];
  readonly detailed: Coding[];
  readonly other: Concept[];
}

/** OMB's categories, what is finer, and the source's words, from the plain and the sdtc elements (CF-patient). */
function readRaces(elements: readonly XmlElement[], kind: 'race' | 'ethnicity', scope: Scope): RaceOrEthnicity | undefined {
  const sorted: SortedRaces = { categories: [], detailed: [], other: [] };
  for (const element of elements) sortRace(element, kind, sorted, scope);
  const text = raceText(elements, scope);
  const found = compact({
    categories: listOf(uniqueCodings(sorted.categories)),
    detailed: listOf(uniqueCodings(sorted.detailed)),
    other: listOf(sorted.other),
    text,
  } as RaceOrEthnicity);
  return Object.keys(found).length > 0 ? found : undefined;
}

const uniqueCodings = <T extends { code?: string | undefined }>(codings: T[]): T[] =>
  codings.filter((coding, index) => codings.findIndex(({ code }) => code === coding.code) === index);

function sortRace(element: XmlElement, kind: 'race' | 'ethnicity', sorted: SortedRaces, scope: Scope): void {
  const { nullFlavor } = element.attributes;
  const concept = readConcept(element, scope);
  if (nullFlavor !== undefined && ombNullFlavors.has(nullFlavor) && concept?.codings.length !== 1) {
    sorted.categories.push({ system: nullFlavorSystem, code: nullFlavor });
  }
  for (const coding of concept?.codings ?? []) {
    const level = coding.system === cdcRaceAndEthnicity && coding.code ? raceEthnicityKindOf(coding.code) : 'unknown';
    if (level === `omb-${kind}`) sorted.categories.push(coding);
    else if (level === `detailed-${kind}`) sorted.detailed.push(coding);
    else sorted.other.push({ codings: [coding] });
  }
}

/** All words of the source, each once, separated by commas. */
function raceText(elements: readonly XmlElement[], scope: Scope): string | undefined {
  const words = elements.flatMap((element) => {
    const original = element.first('originalText');
    const displays = [element, ...element.elements('translation')].map((one) => readCoding(one)?.display);
    return [original && readText(original, scope), clean(element.attributes['displayName']), ...displays];
  });
  const found = [...new Set(words.filter((word) => word !== undefined))];
  return found.length > 0 ? found.join(', ') : undefined;
}

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

const bcp47 = 'urn:ietf:bcp:47';

function readLanguage(element: XmlElement, scope: Scope): Communication | undefined {
  const code = element.first('languageCode');
  const language = clean(code?.attributes['code']);
  const concept = language ? { codings: [{ system: bcp47, code: language }] } : sayingConcept(code, scope);
  if (!concept) return undefined;
  const preferred = element.first('preferenceInd')?.attributes['value'];
  const mode = element.first('modeCode');
  const level = element.first('proficiencyLevelCode');
  const proficiency = compact({ type: mode && readCoding(mode), level: level && readCoding(level) });
  return {
    language: concept,
    ...(preferred && { preferred: preferred === 'true' }),
    ...(Object.keys(proficiency).length > 0 && { proficiencies: [proficiency] }),
  };
}
