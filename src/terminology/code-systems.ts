import { externalCodeSystems } from './external-code-systems.ts';
import { isUri, oidIn, plainUriOf } from './oid.ts';
import { v2OidOf, v2UriOf } from './v2-tables.ts';
import { v3CodeSystems } from './v3-code-systems.ts';
import { valueSetCodeSystems } from './value-set-oids.ts';

const V3 = '2.16.840.1.113883.5.';
const v3Uri = (name: string) => `http://terminology.hl7.org/CodeSystem/v3-${name}`;
const v3Entries = Object.entries(v3CodeSystems);

const uriByOid: ReadonlyMap<string, string> = new Map([
  ...v3Entries.map(([arc, name]) => [V3 + arc, v3Uri(name)] as const),
  ...externalCodeSystems.flatMap(({ uri, oids }) => oids.map((oid) => [oid, uri] as const)),
]);

const oidByUri: ReadonlyMap<string, string> = new Map([
  ...v3Entries.map(([arc, name]) => [v3Uri(name), V3 + arc] as const),
  ...externalCodeSystems.flatMap(({ uri, oids: [oid] }) => (oid === undefined ? [] : [[uri, oid] as const])),
]);

/** Whether a code system's URI is one that receivers know: an external one, or HL7's own. */
export const isStandardSystem = (uri: string): boolean =>
  oidByUri.has(uri) || externalUris.has(uri) || /^http:\/\/(terminology\.)?hl7\.org\//.test(uri);

const externalUris: ReadonlySet<string> = new Set(externalCodeSystems.map(({ uri }) => uri));

const fold = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const uriByName: ReadonlyMap<string, string> = new Map([
  ...v3Entries.map(([, name]) => [fold(name), v3Uri(name)] as const),
  ...externalCodeSystems.flatMap(({ uri, names }) => names.map((name) => [fold(name), uri] as const)),
]);

const officialUriOf = (oid: string) => uriByOid.get(oid) ?? v2UriOf(oid);

/** The OID of the code system behind a value set's OID that stands where a code system belongs. */
export function codeSystemOfValueSet(oid: string): string | undefined {
  const bare = oidIn(oid);
  return bare !== undefined && Object.hasOwn(valueSetCodeSystems, bare)
    ? valueSetCodeSystems[bare]
    : undefined;
}

/** Whether a code system's OID has an official FHIR URI. */
export function isKnownSystem(oid: string): boolean {
  const bare = oidIn(oid);
  return bare !== undefined && officialUriOf(bare) !== undefined;
}

/** A code system that a site names itself: its OID (or whatever stands in its place), its URI, the name people write. */
export interface OwnSystem {
  readonly oid: string;
  readonly uri: string;
  readonly name?: string | undefined;
}

/** The code systems of one run: ours, and before them those that the site names itself. */
export interface CodeSystems {
  uriOf(codeSystem: string): string;
  uriOfName(codeSystemName: string): string | undefined;
  /** Whether a code system has a URI that others know, or that the site gave it. */
  isKnown(codeSystem: string): boolean;
  /** All of it, for what is asked for again and again: each code system is looked up once. */
  lookUp(codeSystem: string): SystemFacts;
}

/** What there is to know of what stands in the place of a code system. */
export interface SystemFacts {
  readonly uri: string;
  readonly isKnown: boolean;
  readonly isValueSet: boolean;
}

/** The code systems of a run. */
export function codeSystems(own: readonly OwnSystem[] = []): CodeSystems {
  if (own.length === 0) return standardSystems;
  const keyOf = (literal: string) => oidIn(literal) ?? fold(literal);
  const uris = new Map(
    own.flatMap(({ oid, uri, name }) => [oid, name ?? oid].map((key) => [keyOf(key), uri] as const)),
  );
  return remembering({
    uriOf: (codeSystem) => uris.get(keyOf(codeSystem)) ?? uriOf(codeSystem),
    uriOfName: (name) => uris.get(keyOf(name)) ?? uriOfName(name),
    isKnown: (codeSystem) => uris.has(keyOf(codeSystem)) || isKnown(codeSystem),
  });
}

/** More than the code systems of any site: an input does not decide how many are remembered. */
const most = 4096;

function remembering(systems: Omit<CodeSystems, 'lookUp'>): CodeSystems {
  const known = new Map<string, SystemFacts>();
  const factsOf = (codeSystem: string): SystemFacts => ({
    uri: systems.uriOf(codeSystem),
    isKnown: systems.isKnown(codeSystem),
    isValueSet: codeSystemOfValueSet(codeSystem) !== undefined,
  });
  return {
    ...systems,
    lookUp(codeSystem) {
      const facts = known.get(codeSystem) ?? factsOf(codeSystem);
      if (known.size < most) known.set(codeSystem, facts);
      return facts;
    },
  };
}

/** Whether the URI of a code system is more than its OID or its literal in another form. */
function isKnown(codeSystem: string): boolean {
  const oid = oidIn(codeSystem);
  if (oid !== undefined) return officialUriOf(codeSystemOfValueSet(oid) ?? oid) !== undefined;
  return isUri(codeSystem.trim()) || uriByName.has(fold(codeSystem));
}

/**
 * The URI of a code system: the official one of its OID, else `urn:oid:`. A URI stays as it is; a name of a known
 * code system written in the place of the OID is understood; any other literal goes under a system of ours.
 */
export function uriOf(codeSystem: string): string {
  const oid = oidIn(codeSystem);
  if (oid !== undefined) return officialUriOf(codeSystemOfValueSet(oid) ?? oid) ?? `urn:oid:${oid}`;
  const literal = codeSystem.trim();
  if (isUri(literal)) return literal;
  return uriByName.get(fold(literal)) ?? plainUriOf(literal, 'code-system');
}

/** The registered OID of a code system's URI. */
export const oidOf = (uri: string): string | undefined => oidByUri.get(uri) ?? v2OidOf(uri) ?? oidIn(uri);

/** The URI of a code system that only has a name (`codeSystemName`), written in any of the usual ways. */
export function uriOfName(codeSystemName: string): string | undefined {
  const oid = oidIn(codeSystemName);
  if (oid !== undefined) return uriOf(oid);
  const name = fold(codeSystemName);
  return uriByName.get(name) ?? uriByName.get(name.replace(/^hl7(v3)?/, ''));
}

const standardSystems = remembering({ uriOf, uriOfName, isKnown });
