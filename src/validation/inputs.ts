import type { Issue, Place } from '../issue/index.ts';

export type Json = { readonly [name: string]: unknown };

/** One JSON document as it stands in a file: all of it, or a line of NDJSON. */
export interface Text {
  readonly text: string;
  readonly place: Place;
}

/** What a text holds. */
export interface Document extends Text {
  readonly value: Json;
}

/** The document of a text, or the issue that it is none. */
export function documentOf({ text, place }: Text): Document | Issue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the input.
    return { code: 'json-invalid', place };
  }
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? { value: value as Json, text, place }
    : { code: 'resource-unnamed', place };
}

const ownForm = /^\{"resourceType":"([A-Za-z]+)","id":"([A-Za-z0-9\-.]+)"/;

/** The address of a resource that begins as those of a run do, without reading it. */
export function addressAtStart(text: string): string | undefined {
  const [, type, id] = ownForm.exec(text) ?? [];
  return type === undefined || type === 'Bundle' ? undefined : `${type}/${id}`;
}
