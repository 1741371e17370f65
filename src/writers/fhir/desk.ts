import type { Shared } from './context.ts';
import type { Resource } from './fhir-types.ts';
import type { Written } from './options.ts';

/** What the parts of the writer hand to each other: what they share, and what was written so far. */
export interface Desk {
  readonly shared: Shared;
  readonly written: Written;
}

/** Adds resources, and puts them under the parts of the record (`kind/id`) that they say. */
export function add(
  { resources, index }: Written,
  parts: readonly string[],
  added: readonly Resource[],
): void {
  resources.push(...added);
  const names = added.map(({ resourceType, id }) => `${resourceType}/${id}`);
  for (const part of parts) index.set(part, [...(index.get(part) ?? []), ...names]);
}
