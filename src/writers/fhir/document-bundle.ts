import { entriesOf, keyOf } from './bundle-entries.ts';
import type { Bundle, Composition, Identifier, Provenance, Resource } from './fhir-types.ts';
import type { FhirOptions } from './options.ts';
import { ipsUrlOf } from './profiles/index.ts';
import { referencesIn, withReferences } from './reference-tree.ts';
import { documentReferenceId } from './resources/document-reference.ts';

type ByKey = ReadonlyMap<string, Resource>;

/** One document bundle a Composition: it, what it reaches, and the Provenance of these. */
export function documentBundles(resources: readonly Resource[], options: FhirOptions): Bundle[] {
  const byKey: ByKey = new Map(resources.map((one) => [keyOf(one), one]));
  const provenance = resources.filter((one) => one.resourceType === 'Provenance');
  return resources
    .filter((one) => one.resourceType === 'Composition')
    .map((one) => ({
      resourceType: 'Bundle',
      id: options.make('Bundle', one.id),
      identifier: identifierOf(one, byKey, options),
      type: 'document',
      timestamp: options.asOf,
      entry: entriesOf(contentOf(one, byKey, provenance)),
    }));
}

/** The International Patient Summary: its own Composition speaks for those of the sources, which are left out. */
export function summaryBundle(resources: readonly Resource[], options: FhirOptions): Bundle[] {
  const profile = ipsUrlOf('Composition');
  const isSource = (one: Resource): boolean =>
    one.resourceType === 'Composition' && !one.meta?.profile?.includes(profile);
  const kept = resources.flatMap((one): Resource[] => {
    if (one.resourceType !== 'Provenance') return isSource(one) ? [] : [one];
    const target = one.target.filter(({ reference = '' }) => !reference.startsWith('Composition/'));
    return target.length > 0 ? [{ ...one, target }] : [];
  });
  const meta = { profile: [ipsUrlOf('Bundle')] };
  return documentBundles(kept, options).map(({ resourceType, id, ...rest }) => ({
    resourceType,
    ...(id !== undefined && { id }),
    meta,
    ...rest,
  }));
}

/** The resources that no document reaches, so that document bundles leave them out. */
export function outsideDocuments(resources: readonly Resource[]): Resource[] {
  const byKey: ByKey = new Map(resources.map((one) => [keyOf(one), one]));
  const inside = new Set<Resource>();
  for (const one of resources) if (one.resourceType === 'Composition') reach(one, byKey, inside);
  return resources.filter((one) => !inside.has(one) && one.resourceType !== 'Provenance');
}

/** The Composition first, then what it reaches, then the Provenance of these with the people whom it names. */
function contentOf(start: Composition, byKey: ByKey, provenance: readonly Provenance[]): Resource[] {
  const inside = reach(start, byKey, new Set());
  const about = provenance.flatMap((one) => narrowed(one, start, inside) ?? []);
  for (const { agent } of about) {
    for (const key of referencesIn(agent)) reachKey(key, byKey, inside);
  }
  return [...inside, ...about];
}

/** All that can be reached by references, in the order in which it is met. */
function reach(start: Resource, byKey: ByKey, inside: Set<Resource>): Set<Resource> {
  if (inside.has(start)) return inside;
  inside.add(start);
  for (const reference of referencesIn(start)) reachKey(reference, byKey, inside);
  return inside;
}

function reachKey(key: string, byKey: ByKey, inside: Set<Resource>): void {
  const target = byKey.get(key);
  if (target) reach(target, byKey, inside);
}

/**
 * A Provenance that speaks of this document alone: R4 allows one in it when it has a target there. That of another
 * document is left out; the source is named by its hash, as nothing in the document leads to its DocumentReference.
 */
function narrowed(
  one: Provenance,
  start: Composition,
  inside: ReadonlySet<Resource>,
): Provenance | undefined {
  const keys = new Set([...inside].map(keyOf));
  const target = one.target.filter(({ reference = '' }) => keys.has(reference));
  const compositions = one.target.filter(({ reference = '' }) => reference.startsWith('Composition/'));
  const isAnothers =
    compositions.length > 0 && !compositions.some(({ reference }) => reference === keyOf(start));
  if (target.length === 0 || isAnothers) return undefined;
  const entity = one.entity && withReferences(one.entity, () => undefined);
  return entity ? { ...one, target, entity } : { ...one, target };
}

/** The document's own identifier where it has a system and a value (bdl-9), else one of the bundle. */
function identifierOf(one: Composition, byKey: ByKey, options: FhirOptions): Identifier {
  const source = byKey.get(`DocumentReference/${documentReferenceId(options, one.id ?? '')}`);
  const own = source?.resourceType === 'DocumentReference' ? source.masterIdentifier : undefined;
  if (own?.system && own.value) return own;
  return { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${options.make('Bundle', one.id)}` };
}
