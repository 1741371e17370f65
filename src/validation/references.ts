import type { Issue } from '../issue/index.ts';
import type { Json } from './inputs.ts';
import { addressOf, bare, objectsIn, type Placed } from './resources.ts';

/** References that lead to nothing among all that is checked, and ids that stand on two contents. */
export function referenceIssues(all: readonly Placed[]): Issue[] {
  const known = new Set(all.map(({ resource }) => addressOf(resource)));
  const urls = new Map<Json | undefined, Set<string>>();
  for (const { bundle, fullUrl } of all) {
    const own = urls.get(bundle) ?? new Set();
    urls.set(bundle, own);
    if (fullUrl !== undefined) own.add(fullUrl);
  }
  return [
    ...all.flatMap((one) => danglingIn(one, { known, urls: urls.get(one.bundle) ?? new Set() })),
    ...repeated(all),
  ];
}

interface Known {
  readonly known: ReadonlySet<string>;
  readonly urls: ReadonlySet<string>;
}

function danglingIn({ resource, place }: Placed, { known, urls }: Known): Issue[] {
  const contained = new Set(((resource['contained'] as Json[] | undefined) ?? []).map(({ id }) => `#${id}`));
  const leads = (reference: string): boolean => {
    if (reference.startsWith('#')) return reference === '#' || contained.has(reference);
    if (reference.startsWith('urn:')) return urls.has(reference);
    // An address of another server cannot be checked here.
    return /^[a-z]+:/i.test(reference) || known.has(reference) || urls.has(reference);
  };
  return [...objectsIn(resource)].flatMap(({ object: { reference }, path }) => {
    if (typeof reference !== 'string' || leads(reference)) return [];
    const details = { resource: String(resource['resourceType']), element: bare(path) };
    const isWithin = reference.startsWith('#') || reference.startsWith('urn:');
    return [{ code: isWithin ? 'reference-dangling' : 'reference-elsewhere', place, details } as const];
  });
}

/** Of two resources under one id the first is taken for the right one; those of bundles refer to each other otherwise. */
function repeated(all: readonly Placed[]): Issue[] {
  const first = new Map<string, string>();
  return all.flatMap(({ resource, place, bundle }) => {
    if (resource['id'] === undefined) return [];
    const address = `${bundle ? 'entry' : 'line'} ${addressOf(resource)}`;
    const text = JSON.stringify(resource);
    const before = first.get(address);
    if (before === undefined) first.set(address, text);
    if (before === undefined || before === text) return [];
    return [{ code: 'id-repeated', place, details: { resource: String(resource['resourceType']) } } as const];
  });
}
