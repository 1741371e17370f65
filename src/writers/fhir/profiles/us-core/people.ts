import { identifierSystemOf, isValidNpi, npiOid } from '../../../../terminology/index.ts';
import {
  has,
  inEach,
  listOf,
  membersOf,
  primitive,
  rule,
  unknownElement,
  unknownIdentifier,
  unknownReference,
} from '../demands.ts';
import { inOrder } from '../order.ts';
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
        : inOrder(
            { ...name, extension: [...membersOf(name, 'extension'), unknownElement['extension']].flat() },
            'name',
          ),
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

const telecoms = [
  rule('telecom.system', (person) => membersOf(person, 'telecom').every((one) => has(one, 'system'))),
  inEach('telecom', 'value'),
];

/** A register of numbers that a profile has a slice for, and where a number goes that is none of that register. */
interface Register {
  readonly rule: string;
  readonly system: string;
  readonly otherwise: string;
  readonly holds: (value: unknown) => boolean;
}

const isText = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);

const npi: Register = {
  rule: 'us-core-16, us-core-17',
  system: identifierSystemOf(npiOid),
  otherwise: `urn:oid:${npiOid}`,
  holds: (value) => typeof value === 'string' && isValidNpi(value),
};
/** Their URI is their OID: the root that the source wrote stands in a system of ours. */
const ofOurs = (rule: string, oid: string, form: RegExp): Register => ({
  rule,
  system: `urn:oid:${oid}`,
  otherwise: `urn:chartlift:id-root:${oid}`,
  holds: isText(form),
});
const clia = ofOurs('us-core-18', '2.16.840.1.113883.4.7', /^\d{2}D\d{7}$/);
const naic = ofOurs('us-core-19', '2.16.840.1.113883.6.300', /^\d{5}$/);

/** What is no number of the register keeps its literal under another system. */
const registered = ({ rule: name, system, otherwise, holds }: Register): Demand => {
  const isNone = (one: Json): boolean => one['system'] === system && !holds(one['value']);
  return {
    rule: name,
    met: (resource) => !membersOf(resource, 'identifier').some(isNone),
    supply: (resource) => ({
      ...resource,
      identifier: membersOf(resource, 'identifier').map((one) =>
        isNone(one) ? { ...one, system: otherwise } : one,
      ),
    }),
  };
};

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
      registered(npi),
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
        supply: (role) => ({ ...role, practitioner: unknownReference }),
      },
      ...telecoms,
      {
        rule: 'pd-1',
        met: (role) => has(role, 'telecom') || has(role, 'endpoint'),
        // A telecom would need a system, and FHIR has no word for one that is not known.
        supply: (role) => ({ ...role, endpoint: [unknownReference] }),
      },
    ],
  },
  Organization: {
    url: urlOf('organization'),
    demands: [...[npi, clia, naic].map(registered), primitive('active'), primitive('name')],
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
