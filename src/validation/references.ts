import type { Issue } from '../issue/index.ts';
import type { Known } from '../record/index.ts';
import type { Json } from './inputs.ts';
import { addressOf, bare, objectsIn, type Placed } from './resources.ts';

/** References of a document that lead to nothing among all that is checked, and ids that stand on two contents. */
export function referenceIssues(resources: readonly Placed[], known: Known): Issue[] {
  const urls = new Set(resources.flatMap(({ fullUrl }) => fullUrl ?? []));
  return resources.flatMap((one) => [...danglingIn(one, { known, urls }), ...repeated(one, known)]);
}

interface Around {
  readonly known: Known;
  /** The full URLs of the bundle, within which `urn:uuid:` is resolved. */
  readonly urls: ReadonlySet<string>;
}

function danglingIn({ resource, place }: Placed, { known, urls }: Around): Issue[] {
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
function repeated({ resource, place, isEntry }: Placed, known: Known): Issue[] {
  if (resource['id'] === undefined) return [];
  const isNew = !known.differs(addressOf(resource), isEntry ? 'entry' : 'line', JSON.stringify(resource));
  if (isNew) return [];
  return [{ code: 'id-repeated', place, details: { resource: String(resource['resourceType']) } }];
}
