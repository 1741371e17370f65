import { isRawNumber } from './decimal.ts';
import type { Resource } from './fhir-types.ts';

/** A resource while it is written: elements that FHIR requires may still be given by `_element` alone. */
export type Draft<T extends Resource> = Partial<T> & Pick<T, 'resourceType'>;

/** The end of each resource function: what is undefined or empty is taken out. */
export const resource = <T extends Resource>(draft: Draft<T>): T => (compact(draft) ?? {}) as T;

/** The value without what is undefined or empty; undefined when nothing is left. */
export function compact(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (value === null || typeof value !== 'object' || isRawNumber(value)) return value ?? undefined;
  return Array.isArray(value) ? compactList(value) : compactObject(value);
}

function compactList(list: readonly unknown[]): unknown[] | undefined {
  const kept = list.map(compact).filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}

function compactObject(object: object): object | undefined {
  const kept: Record<string, unknown> = {};
  let empty = true;
  for (const [key, value] of Object.entries(object)) {
    const small = compact(value);
    if (small === undefined) continue;
    kept[key] = small;
    empty = false;
  }
  return empty ? undefined : kept;
}
