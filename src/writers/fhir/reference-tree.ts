import { isRawNumber } from './decimal.ts';

/** All references of a resource, `Type/id` or `#id`. */
export function* referencesIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'reference' && typeof item === 'string') yield item;
    else yield* referencesIn(item);
  }
}

/** The same resource with its references rewritten; one that becomes undefined is left out. */
export function withReferences<T>(value: T, rewrite: (reference: string) => string | undefined): T {
  if (value === null || typeof value !== 'object' || isRawNumber(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withReferences(item, rewrite)) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const isReference = key === 'reference' && typeof item === 'string';
    const now = isReference ? rewrite(item) : withReferences(item, rewrite);
    if (now !== undefined) copy[key] = now;
  }
  return copy as T;
}
