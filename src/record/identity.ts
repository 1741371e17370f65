import { createHmac, hash } from 'node:crypto';
import { isPlaceholderId } from '../terminology/index.ts';
import type { Address, HumanName, Identifier } from './datatypes.ts';
import type { Kind } from './kinds.ts';
import type { Organization, Practitioner } from './people.ts';

/** Makes a UUID of anything that can be written as JSON; the same input gives the same UUID on any machine. */
export type IdMaker = (...parts: unknown[]) => string;

/** The maker of a run's ids: HMAC-SHA-256 under the key when there is one, plain SHA-256 otherwise. */
export function idMaker(key?: Uint8Array): IdMaker {
  const digest = key
    ? (text: string) => createHmac('sha256', key).update(text).digest('hex')
    : (text: string) => hash('sha256', text, 'hex');
  return (...parts) => uuidOf(digest(JSON.stringify(parts)));
}

/** A UUID of version 8 (RFC 9562: the bits are the maker's own) from the first 128 bits of a hash. */
function uuidOf(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 0x3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What of a person tells the person's chart from others. */
export interface PatientFacts {
  /** Identifiers that identify somebody: placeholders are taken out by the reader. */
  readonly identifiers: readonly Identifier[];
  readonly birth?: string | undefined;
  readonly names: readonly HumanName[];
  readonly gender?: string | undefined;
  /** The hash of the source, for a patient of whom nothing else is known. */
  readonly source: string;
}

/** Systems that number people of a whole country: used after the EMR's own, as documents carry them or not. */
const nationalSystems = [
  'http://hl7.org/fhir/sid/us-medicare',
  'http://hl7.org/fhir/sid/us-mbi',
  'http://hl7.org/fhir/sid/us-ssn',
];

/** A number of the EMR's own says more than a bare UUID, which exports copy and invent, and both more than a national one. */
function rankOf({ system = '' }: Identifier): string {
  const bare = system === 'urn:ietf:rfc:3986' || system.startsWith('urn:uuid:') ? 1 : 0;
  return `${nationalSystems.includes(system) ? 2 : bare}${system}`;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Lower case, one space between words, so that spelling habits of exports do not split a person. */
export const normalName = (name: string | undefined): string =>
  (name ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The name the law knows: the one marked official or usual, else the first. */
export const legalName = (names: readonly HumanName[]): HumanName | undefined =>
  names.find(({ use }) => use === 'official') ?? names.find(({ use }) => use === 'usual') ?? names[0];

/** The family name of the legal name, or its text where the source does not split names. */
export const legalFamily = (names: readonly HumanName[]): string => {
  const name = legalName(names);
  return normalName(name?.family ?? name?.text);
};

/**
 * A patient's id: the first usable identifier in a fixed order of systems, with birth date and family name, so that a
 * reused number never makes one patient of two.
 */
export function patientId(make: IdMaker, facts: PatientFacts): string {
  const [first] = facts.identifiers.toSorted(
    (a, b) => order(rankOf(a), rankOf(b)) || order(a.value ?? '', b.value ?? ''),
  );
  const family = legalFamily(facts.names);
  const birth = facts.birth?.slice(0, 10);
  if (first) return make('patient', first.system, first.value, birth, family);
  if (family && birth)
    return make('patient', 'demographics', birth, family, legalName(facts.names)?.given, facts.gender);
  return make('patient', 'source', facts.source);
}

/** The identifiers that identify somebody: not UNK, not a system's own OID, not all one digit. */
export const usableIdentifiers = (identifiers: readonly Identifier[] = []): Identifier[] =>
  identifiers.filter(
    ({ system, value, absent }) =>
      absent === undefined && value !== undefined && !isPlaceholderId(system, value),
  );

/** Identifiers as identity: those with a value, in an order of their own. */
export const identityOf = (identifiers: readonly Identifier[] = []): string[] =>
  identifiers
    .filter(({ value }) => value !== undefined)
    .map(({ system, value }) => `${system ?? ''}|${value}`)
    .sort(order);

/** A clinical statement's id: its patient, its kind, its own identifiers (as identity) and its identity content. */
export const statementId = (
  make: IdMaker,
  patient: string,
  kind: Kind,
  { numbers, content }: { numbers: readonly string[]; content: unknown[] },
): string => make('statement', patient, kind, numbers, content);

const npiSystem = 'http://hl7.org/fhir/sid/us-npi';
const fullName = ({ family, given, text }: HumanName): string =>
  normalName(family ? [...(given ?? []), family].join(' ') : text);

/**
 * A practitioner's id: a valid NPI with the family name, else identifiers with the name; who has no identifier is told
 * from namesakes by `scope`, the organisation that the source names beside.
 */
export function practitionerId(make: IdMaker, item: Omit<Practitioner, 'id'>, scope: unknown): string {
  const npi = item.identifiers?.find(({ system }) => system === npiSystem)?.value;
  const name = item.names?.[0];
  if (npi) return make('practitioner', 'npi', npi, name ? legalFamily([name]) : '');
  const identifiers = identityOf(item.identifiers);
  return make('practitioner', identifiers, name ? fullName(name) : '', identifiers.length ? null : scope);
}

const placeOf = (addresses: readonly Address[] = []): unknown =>
  addresses[0] && [addresses[0].line, addresses[0].city, addresses[0].postalCode];

/** An organisation's id: its identifiers with its name; without identifiers its address tells it from namesakes. */
export function organizationId(make: IdMaker, item: Omit<Organization, 'id'>): string {
  const identifiers = identityOf(item.identifiers);
  const place = identifiers.length ? null : placeOf(item.addresses);
  return make('organization', identifiers, normalName(item.name), place);
}
