import { copyOf } from './compact.ts';

/** An Attachment names a Binary by its URL. */
const isReferring = (key: string, item: string): boolean =>
  key === 'reference' || (key === 'url' && item.startsWith('Binary/'));

/** All references of a resource, `Type/id` or `#id`. */
export function referencesIn(value: object): string[] {
  const found: string[] = [];
  addReferences(value, found);
  return found;
}

function addReferences(value: unknown, found: string[]): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) addReferences(item, found);
    return;
  }
  const object = value as Record<string, unknown>;
  for (const key in object) {
    const item = object[key];
    if (typeof item !== 'string') addReferences(item, found);
    else if (isReferring(key, item)) found.push(item);
  }
}

type Rewrite = (reference: string) => string | undefined;

/** The same resource with its references rewritten; one that becomes undefined is left out. What holds none is shared. */
export function withReferences<T>(value: T, rewrite: Rewrite): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return inList(value, rewrite) as T;
  return inObject(value as Record<string, unknown>, rewrite) as T;
}

function inList(list: readonly unknown[], rewrite: Rewrite): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const now = withReferences(list[index], rewrite);
    if (now === list[index]) continue;
    copy ??= [...list];
    copy[index] = now;
  }
  return copy ?? list;
}

const ofText = (key: string, item: string, rewrite: Rewrite): string | undefined =>
  isReferring(key, item) ? rewrite(item) : item;

function inObject(object: Record<string, unknown>, rewrite: Rewrite): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined;
  for (const key in object) {
    const item = object[key];
    const now = typeof item === 'string' ? ofText(key, item, rewrite) : withReferences(item, rewrite);
    if (now === item) continue;
    copy ??= copyOf(object);
    copy[key] = now;
  }
  return copy ?? object;
}
