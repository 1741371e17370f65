import type { BundleEntry, Resource } from './fhir-types.ts';
import { withReferences } from './reference-tree.ts';

/** A resource's address, `Type/id`. */
export const keyOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

/** Entries that refer to each other by urn:uuid; references to what is not among them stay as they are. */
export function entriesOf(resources: readonly Resource[]): BundleEntry[] {
  const urns = new Map(resources.map((one) => [keyOf(one), `urn:uuid:${one.id}`]));
  return resources.map((one) => ({
    fullUrl: `urn:uuid:${one.id}`,
    resource: withReferences(one, (reference) => urns.get(reference) ?? reference),
  }));
}
