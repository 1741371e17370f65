import { isValidNpi } from '../../../../terminology/index.ts';
import {
  has,
  inEach,
  listOf,
  membersOf,
  primitive,
  rule,
  unknownElement,
  unknownIdentifier,
} from '../demands.ts';
import type { Demand, Json, Profile } from '../profile.ts';
import { urlOf } from './url.ts';

const isSaidAbsent = (name: Json): boolean =>
  membersOf(name, 'extension').some(({ url }) => String(url).endsWith('/data-absent-reason'));

const hasFamilyOrGiven = (name: Json): boolean => has(name, 'family') || has(name, 'given');

/** us-core-6: a family or given name, or else, and only then, that it is not known. */
const namedOrAbsent: Demand = {
  rule: 'us-core-6',
  met: (patient) => membersOf(patient, 'name').every((name) => hasFamilyOrGiven(name) !== isSaidAbsent(name)),
  supply: (patient) => ({
    ...patient,
    name: membersOf(patient, 'name').map((name) =>
      hasFamilyOrGiven(name)
        ? name
        : { ...name, extension: [...membersOf(name, 'extension'), unknownElement['extension']].flat() },
    ),
  }),
};

/** `unknown` is the value set's own word where the source does not say. */
const gender: Demand = {
  rule: 'gender',
  met: (patient) => patient['gender'] !== undefined,
  supply: (patient) => ({ ...patient, gender: 'unknown' }),
};

const identifiers = [listOf('identifier', unknownIdentifier), inEach('identifier', 'system', 'value')];

const numbersOf = (resource: Json, system: string): unknown[] =>
  membersOf(resource, 'identifier').flatMap((one) => (one['system'] === system ? [one['value']] : []));

const isText = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);

/** us-core-16 to 19: numbers of registers that have the form of their register. */
const registers: readonly Demand[] = [
  rule('us-core-16, us-core-17', (resource) =>
    numbersOf(resource, 'http://hl7.org/fhir/sid/us-npi').every(
      (value) => typeof value === 'string' && isValidNpi(value),
    ),
  ),
  rule('us-core-18', (resource) =>
    numbersOf(resource, 'urn:oid:2.16.840.1.113883.4.7').every(isText(/^\d{2}D\d{7}$/)),
  ),
  rule('us-core-19', (resource) =>
    numbersOf(resource, 'urn:oid:2.16.840.1.113883.6.300').every(isText(/^\d{5}$/)),
  ),
];

const atWork: readonly string[] = ['practitioner', 'organization', 'healthcareService', 'location'];

/** Who is a patient, cares for one or is near to one. */
export const people: Readonly<Record<string, Profile>> = {
  Patient: {
    url: urlOf('patient'),
    demands: [...identifiers, listOf('name'), namedOrAbsent, inEach('telecom', 'system', 'value'), gender],
  },
  Practitioner: {
    url: urlOf('practitioner'),
    demands: [
      ...identifiers,
      registers[0] as Demand,
      listOf('name', { _family: unknownElement }),
      inEach('name', 'family'),
    ],
  },
  PractitionerRole: {
    url: urlOf('practitionerrole'),
    demands: [
      {
        rule: 'us-core-13',
        met: (role) => atWork.some((name) => has(role, name)),
        supply: (role) => ({ ...role, practitioner: unknownElement }),
      },
      inEach('telecom', 'system', 'value'),
      {
        rule: 'pd-1',
        met: (role) => has(role, 'telecom') || has(role, 'endpoint'),
        supply: (role) => ({ ...role, telecom: [{ _system: unknownElement, _value: unknownElement }] }),
      },
    ],
  },
  Organization: {
    url: urlOf('organization'),
    demands: [...registers, primitive('active'), primitive('name')],
  },
  Location: { url: urlOf('location'), demands: [primitive('name')] },
  RelatedPerson: {
    url: urlOf('relatedperson'),
    demands: [
      primitive('active'),
      {
        rule: 'us-core-14',
        met: (person) => has(person, 'name') || has(person, 'relationship'),
        supply: (person) => ({ ...person, name: [unknownElement] }),
      },
    ],
  },
};
