import { oidIn, plainUriOf } from './oid.ts';

/** The National Provider Identifier's root. */
export const npiOid = '2.16.840.1.113883.4.6';

/** An identifier system: its root, and its official URI where that is not `urn:oid:`. */
interface IdentifierSystem {
  readonly root: string;
  readonly uri?: string;
}

/** Registers of people, providers and organisations, and the other systems that HL7 gives a URI. */
const identifierSystems = [
  // US Social Security number
  { root: '2.16.840.1.113883.4.1', uri: 'http://hl7.org/fhir/sid/us-ssn' },
  { root: npiOid, uri: 'http://hl7.org/fhir/sid/us-npi' },
  // Medicare Beneficiary Identifier, and the claim number before it
  { root: '2.16.840.1.113883.4.927', uri: 'http://hl7.org/fhir/sid/us-mbi' },
  { root: '2.16.840.1.113883.4.572', uri: 'http://hl7.org/fhir/sid/us-medicare' },
  // US tax numbers: individual and employer
  { root: '2.16.840.1.113883.4.2' },
  { root: '2.16.840.1.113883.4.4' },
  // CLIA laboratories
  { root: '2.16.840.1.113883.4.7' },
  // Unique Physician Identification Number
  { root: '2.16.840.1.113883.4.8' },
  // Medicare certification of facilities
  {
    root: '2.16.840.1.113883.4.336',
    uri: 'http://terminology.hl7.org/NamingSystem/CMSCertificationNumber',
  },
  // US Department of Veterans Affairs
  { root: '2.16.840.1.113883.4.349' },
  // Drug Enforcement Administration
  { root: '2.16.840.1.113883.4.814' },
  // NAIC company codes of insurers
  { root: '2.16.840.1.113883.6.300' },
  // Global Location Number
  { root: '1.3.88', uri: 'http://www.gs1.org/gln' },
  // Unique device identifier, as the FDA assigns its root
  { root: '2.16.840.1.113883.3.3719', uri: 'http://hl7.org/fhir/NamingSystem/fda-udi' },
  // URIs as identifiers
  { root: '2.16.840.1.113883.4.873', uri: 'urn:ietf:rfc:3986' },
] as const satisfies readonly IdentifierSystem[];

const uriByRoot: ReadonlyMap<string, string> = new Map(
  identifierSystems.flatMap((system) => ('uri' in system ? [[system.root, system.uri] as const] : [])),
);

// US driver's licences: 2.16.840.1.113883.4.3.N, N the FIPS number of the state or territory
const DRIVERS_LICENCE = '2.16.840.1.113883.4.3';
const licenceRoots = Array.from({ length: 78 }, (_, index) => `${DRIVERS_LICENCE}.${index + 1}`);

/** The roots that name a numbering system: without an extension they identify nobody. */
export const rootsThatNeedExtension: ReadonlySet<string> = new Set([
  ...identifierSystems.map(({ root }) => root),
  DRIVERS_LICENCE,
  ...licenceRoots,
]);

/** The system of an identifier with this root: the official URI, else by OID or UUID, else a system of ours. */
export function identifierSystemOf(root: string): string {
  const oid = oidIn(root);
  if (oid !== undefined) return uriByRoot.get(oid) ?? `urn:oid:${oid}`;
  return plainUriOf(root.trim(), 'id-root');
}
