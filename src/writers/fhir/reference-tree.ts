import { isRawNumber } from './decimal.ts';

/** An Attachment names a Binary by its URL. */
const isReferring = (key: string, item: unknown): item is string =>
  typeof item === 'string' && (key === 'reference' || (key === 'url' && item.startsWith('Binary/')));

/** All references of a resource, `Type/id` or `#id`. */
export function* referencesIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (isReferring(key, item)) yield item;
    else yield* referencesIn(item);
  }
}

/** The same resource with its references rewritten; one that becomes undefined is left out. */
export function withReferences<T>(value: T, rewrite: (reference: string) => string | undefined): T {
  if (value === null || typeof value !== 'object' || isRawNumber(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withReferences(item, rewrite)) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const now = isReferring(key, item) ? rewrite(item) : withReferences(item, rewrite);
    if (now !== undefined) copy[key] = now;
  }
  return copy as T;
}
