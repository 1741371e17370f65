import type { Issue, Place } from '../issue/index.ts';

export type Json = { readonly [name: string]: unknown };

/** A file that is to be checked. */
export interface CheckedFile {
  readonly name: string;
  readonly text: string;
}

/** One JSON document of a file: all of it, or a line of NDJSON. */
export interface Document {
  readonly value: Json;
  readonly place: Place;
}

/** The JSON documents of a file; what is none is an issue. */
export function documentsOf({ name, text }: CheckedFile, issues: Issue[]): Document[] {
  if (!name.endsWith('.ndjson')) return parsed(text, { file: name }, issues);
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : parsed(line, { file: name, line: index + 1 }, issues),
    );
}

function parsed(text: string, place: Place, issues: Issue[]): Document[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the input.
    issues.push({ code: 'json-invalid', place });
    return [];
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return [{ value: value as Json, place }];
  issues.push({ code: 'resource-unnamed', place });
  return [];
}
