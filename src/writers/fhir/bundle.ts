import { entriesOf, keyOf } from './bundle-entries.ts';
import { documentBundles, summaryBundle } from './document-bundle.ts';
import type { Bundle, BundleEntry, Resource } from './fhir-types.ts';
import { toJson } from './json.ts';
import type { FhirOptions } from './options.ts';
import { referencesIn } from './reference-tree.ts';
import { toXml } from './xml.ts';

/** A bundle as the text of a file; the name holds ids only. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** The bundles of one patient, or of the directory; `resources` hold all that they may hold, people included. */
export function bundlesOf(
  resources: readonly Resource[],
  options: FhirOptions & { readonly name: string },
): BundleFile[] {
  const write = options.format === 'xml' ? toXml : toJson;
  const parts = bundles(resources, options);
  return parts.map((bundle, index) => ({
    name: `${options.name}${partOf(index, parts.length)}.${options.format}`,
    text: write(bundle),
  }));
}

/** Parts are numbered so that the order of their names is that in which they are loaded. */
const partOf = (index: number, count: number): string =>
  count === 1 ? '' : `-${String(index + 1).padStart(String(count).length, '0')}`;

function bundles(resources: readonly Resource[], options: FhirOptions): Bundle[] {
  if (options.profile === 'ips') return summaryBundle(resources, options);
  if (options.bundle === 'document') return documentBundles(resources, options);
  if (options.bundle === 'collection') return [collection(resources, options)];
  return transactions(resources, options.maxEntries);
}

/** Transactions of at most `most` entries; each refers only to itself and to those before it, where that can be. */
function transactions(resources: readonly Resource[], most: number): Bundle[] {
  const ordered = resources.length > most ? backward(resources) : resources;
  const size = Math.max(1, most);
  return Array.from({ length: Math.ceil(ordered.length / size) }, (_, index) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: entriesOf(ordered.slice(index * size, (index + 1) * size)).map(put),
  }));
}

/** What lies in another bundle is referred to as `Type/id`, which a PUT makes true on any server. */
const put = (entry: BundleEntry): BundleEntry => ({
  ...entry,
  request: { method: 'PUT', url: keyOf(entry.resource as Resource) },
});

const collection = (resources: readonly Resource[], { asOf }: FhirOptions): Bundle => ({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: asOf,
  entry: entriesOf(resources),
});

/** The resources so that each stands after those it refers to, the patient first; a circle is cut where it is met. */
function backward(resources: readonly Resource[]): Resource[] {
  const byKey = new Map(resources.map((one) => [keyOf(one), one]));
  const ordered = new Set<Resource>(resources.filter(({ resourceType }) => resourceType === 'Patient'));
  const open = new Set<Resource>(ordered);
  const visit = (one: Resource): void => {
    if (open.has(one)) return;
    open.add(one);
    for (const reference of referencesIn(one)) {
      const target = byKey.get(reference);
      if (target) visit(target);
    }
    ordered.add(one);
  };
  resources.forEach(visit);
  return [...ordered];
}
