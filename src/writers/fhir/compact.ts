import { isRawNumber } from './decimal.ts';
import type { Resource } from './fhir-types.ts';

/** A resource while it is written: elements that FHIR requires may still be given by `_element` alone. */
export type Draft<T extends Resource> = Partial<T> & Pick<T, 'resourceType'>;

/** The end of each resource function: what is undefined or empty is taken out. */
export const resource = <T extends Resource>(draft: Draft<T>): T => (compact(draft) ?? {}) as T;

/** The value without what is undefined or empty; undefined when nothing is left. */
export function compact(value: unknown): unknown {
  if (typeof value === 'string') return /\S/.test(value) ? value : undefined;
  if (value === null || typeof value !== 'object') return value ?? undefined;
  if (Array.isArray(value)) return compactList(value);
  return isRawNumber(value) ? value : compactObject(value as Record<string, unknown>);
}

function compactList(list: readonly unknown[]): readonly unknown[] | undefined {
  const kept: unknown[] = [];
  let isSame = true;
  for (const item of list) {
    const small = compact(item);
    isSame &&= small === item;
    if (small !== undefined) kept.push(small);
  }
  if (kept.length === 0) return undefined;
  return isSame ? list : kept;
}

function compactObject(object: Record<string, unknown>): object | undefined {
  const kept: Record<string, unknown> = {};
  let empty = true;
  // A loop over keys, not entries: this runs over every value that is written.
  for (const key in object) {
    const small = compact(object[key]);
    if (small === undefined) continue;
    kept[key] = small;
    empty = false;
  }
  return empty ? undefined : kept;
}
