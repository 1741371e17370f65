import type { Shared } from './context.ts';
import type { Resource } from './fhir-types.ts';
import { finished } from './finished.ts';
import type { Written } from './options.ts';

/** What the parts of the writer hand to each other: what they share, and what was written so far. */
export interface Desk {
  readonly shared: Shared;
  readonly written: Written;
}

/** Adds resources as they go out, and puts them under the parts of the record (`kind/id`) that they say. */
export function add(
  { shared, written: { resources, index } }: Desk,
  parts: readonly string[],
  added: readonly Resource[],
): void {
  for (const resource of added) resources.push(finished(resource, parts[0] ?? '', shared));
  const names = added.map(({ resourceType, id }) => `${resourceType}/${id}`);
  for (const part of parts) index.set(part, [...(index.get(part) ?? []), ...names]);
}
