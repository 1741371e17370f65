import type { Place } from '../issue/index.ts';
import type { Document, Json } from './inputs.ts';

/** A resource where it stands: by itself, or as an entry of a bundle, whose fullUrl then names it. */
export interface Placed {
  readonly resource: Json;
  readonly place: Place;
  readonly fullUrl?: string | undefined;
  /** Whether it is the entry of a bundle. */
  readonly isEntry: boolean;
}

/** The resources of a document: itself, or the entries of the bundle that it is. */
export function resourcesOf({ value, place }: Pick<Document, 'value' | 'place'>): Placed[] {
  if (value['resourceType'] !== 'Bundle') return [{ resource: value, place, isEntry: false }];
  const entries = Array.isArray(value['entry']) ? (value['entry'] as Json[]) : [];
  return entries.flatMap((entry, index) => {
    const { resource, fullUrl } = entry as { resource?: Json; fullUrl?: string };
    if (!resource) return [];
    return [
      { resource, fullUrl, isEntry: true, place: { ...place, path: `Bundle.entry[${index}].resource` } },
    ];
  });
}

/** `Type/id`. */
export const addressOf = ({ resourceType, id }: Json): string => `${resourceType}/${id}`;

/** A path without the numbers of list members. */
export const bare = (path: string): string => path.replace(/\[\d+\]/g, '');

/** Each object below a value with its path. */
export function* objectsIn(value: unknown, path = ''): Generator<{ object: Json; path: string }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield { object: value as Json, path };
  for (const [key, item] of Object.entries(value)) {
    yield* objectsIn(item, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  }
}
