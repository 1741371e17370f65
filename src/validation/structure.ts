import type { Issue } from '../issue/index.ts';
import type { Json } from './inputs.ts';
import { bare, objectsIn, type Placed } from './resources.ts';

const idForm = /^[A-Za-z0-9\-.]{1,64}$/;
const typeForm = /^[A-Z][A-Za-z]+$/;

/** What FHIR's JSON asks of every resource, whatever its type: a type, an id, no element that is empty. */
export function structureIssues({ resource, fullUrl, place }: Placed): Issue[] {
  const { resourceType, id } = resource;
  if (typeof resourceType !== 'string' || !typeForm.test(resourceType))
    return [{ code: 'resource-unnamed', place }];
  const details = { resource: resourceType };
  const issues: Issue[] = [];
  if (id !== undefined && !(typeof id === 'string' && idForm.test(id)))
    issues.push({ code: 'id-invalid', place, details });
  if (fullUrl !== undefined && !isUrlOf(fullUrl, id))
    issues.push({ code: 'full-url-differs', place, details });
  const empty = [...objectsIn(resource)].flatMap(({ object, path }) =>
    emptyIn(object).map((name) => (path === '' ? name : `${path}.${name}`)),
  );
  for (const element of empty)
    issues.push({
      code: 'element-empty',
      place,
      details: { resource: resourceType, element: bare(element) },
    });
  return issues;
}

/** The end of a full URL is the id; a `urn:uuid:` may stand for a resource without one. */
const isUrlOf = (url: string, id: unknown): boolean =>
  id === undefined || url === `urn:uuid:${id}` || (!url.startsWith('urn:') && url.endsWith(`/${id}`));

/** FHIR has no empty texts, lists and objects; null stands only in lists, beside a sibling. */
const emptyIn = (object: Json): string[] =>
  Object.entries(object).flatMap(([name, value]) => (isEmpty(value) ? [name] : []));

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);
