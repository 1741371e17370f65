import { pairOf } from './counts.ts';
import type { TalliedGroup, TalliedResource } from './group.ts';
import type { Counter } from './tally.ts';

/** The written resources: how many, which, with which elements, claiming what, and whether what they refer to is there. */
export function countResources({ record, rendered }: TalliedGroup, book: Counter): void {
  const resources = rendered?.resources ?? [];
  const own = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const people = new Set(Object.values(record?.people ?? {}).flatMap((list) => list.map(({ id }) => id)));
  for (const resource of resources) {
    countResource(resource, book);
    const known = { own, people, contained: containedIn(resource) };
    eachReference(resource, (reference) => book.count('references', standingOf(reference, known)));
  }
}

function countResource(resource: TalliedResource, book: Counter): void {
  const { resourceType: type } = resource;
  countIdentity(resource, book);
  for (const element of Object.keys(resource)) {
    if (!technical.has(element)) book.count('elements', pairOf(type, element));
  }
  for (const profile of profilesOf(resource)) book.count('profiles', pairOf(type, profile));
}

const technical = new Set(['resourceType', 'id', 'meta']);

/** How many resources of a type there are, and a sum that is equal only where their ids are. */
export function countIdentity({ resourceType, id = '' }: TalliedResource, book: Counter): void {
  book.count('resources', resourceType);
  book.count('keys', resourceType, numberOf(id));
}

/** Ids are hashes: six digits of one are a number as good as any, and a sum of billions of them stays exact. */
export const numberOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 6), 16) || 0;

const profilesOf = (resource: TalliedResource): readonly string[] =>
  (resource as { meta?: { profile?: readonly string[] } }).meta?.profile ?? [];

const containedIn = (resource: TalliedResource): ReadonlySet<string> =>
  new Set(((resource as { contained?: TalliedResource[] }).contained ?? []).map(({ id }) => `#${id}`));

/** Elements that refer to nothing, and that most of a resource is made of. */
const withoutReferences = new Set(['text', 'coding', 'meta', 'identifier', 'name', 'telecom', 'address']);

/** Plain loops: every value that is written comes along here. */
function eachReference(value: object, found: (reference: string) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object') eachReference(one, found);
  } else eachReferenceIn(value as Record<string, unknown>, found);
}

function eachReferenceIn(value: Readonly<Record<string, unknown>>, found: (reference: string) => void): void {
  for (const key of Object.keys(value)) {
    const one = value[key];
    if (key === 'reference' && typeof one === 'string') found(one);
    else if (typeof one === 'object' && one !== null && !withoutReferences.has(key))
      eachReference(one, found);
  }
}

interface Known {
  readonly own: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly contained: ReadonlySet<string>;
}

/** Whether what is referred to is in the chart, among the people of the run, outside of both, or nowhere. */
function standingOf(reference: string, { own, people, contained }: Known): string {
  if (own.has(reference) || contained.has(reference)) return 'own';
  if (people.has(reference.slice(reference.indexOf('/') + 1))) return 'people';
  return /^(https?|urn):/.test(reference) ? 'outside' : 'missing';
}
