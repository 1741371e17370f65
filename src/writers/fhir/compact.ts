import type { Resource } from './fhir-types.ts';

/** A resource while it is written: elements that FHIR requires may still be given by `_element` alone. */
export type Draft<T extends Resource> = Partial<T> & Pick<T, 'resourceType'>;

/**
 * The end of each resource function: the elements of all parts in their order, without what is undefined or empty. Where
 * an element's name depends on its value the draft is given in parts: spread into it they would make V8 build all that
 * stands behind them element by element.
 */
export function resource<T extends Resource>(draft: Draft<T>, ...parts: readonly Partial<T>[]): T {
  const whole: Record<string, unknown> = {};
  addTo(whole, draft);
  for (const part of parts) addTo(whole, part);
  return whole as unknown as T;
}

function addTo(whole: Record<string, unknown>, part: object): void {
  const elements = part as Record<string, unknown>;
  for (const name in elements) {
    const value = compact(elements[name]);
    if (value !== undefined) whole[name] = value;
  }
}

/** A list that holds something: what is not there need not be taken out. */
export const filled = <T>(list: readonly T[] | undefined): T[] | undefined =>
  list && list.length > 0 ? (list as T[]) : undefined;

/**
 * The value without what is empty; undefined when nothing is left. Fields that are undefined may stay, as no writer
 * shows them: then most objects are good as they are, and nothing is copied.
 */
export function compact(value: unknown): unknown {
  if (typeof value === 'string') return isBlank(value) ? undefined : value;
  if (value === null || typeof value !== 'object') return value ?? undefined;
  return Array.isArray(value) ? compactList(value) : compactObject(value as Record<string, unknown>);
}

/** Most texts show by their first character that they are not blank. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && !/\S/.test(text);
}

function compactList(list: readonly unknown[]): readonly unknown[] | undefined {
  let kept: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const small = compact(list[index]);
    if (small === undefined || small !== list[index]) kept ??= list.slice(0, index);
    if (small !== undefined) kept?.push(small);
  }
  const all = kept ?? list;
  return all.length > 0 ? all : undefined;
}

function compactObject(object: Record<string, unknown>): object | undefined {
  let copy: Record<string, unknown> | undefined;
  let empty = true;
  // A loop over keys, not entries: this runs over every value that is written.
  for (const key in object) {
    const value = object[key];
    const small = compact(value);
    if (small !== undefined) empty = false;
    if (small === value) continue;
    copy ??= copyOf(object);
    copy[key] = small;
  }
  return empty ? undefined : (copy ?? object);
}

/**
 * The fields of an object that hold something, in a new one. Objects of many makes pass here: a loop copies them in half
 * the time that spreading them takes, and what is left out is not looked at again.
 */
export function copyOf(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key in object) {
    const value = object[key];
    if (value !== undefined) copy[key] = value;
  }
  return copy;
}
