/** A copy in which every reference is written anew; everything else stays the same object. */
export function mapReferences<T>(value: T, map: (ref: string) => string): T {
  return walk(value, map) as T;
}

function walk(value: unknown, map: (ref: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return walkList(value, map);
  const object = value as Record<string, unknown>;
  if (typeof object['ref'] === 'string') return { ...object, ref: map(object['ref']) };
  let copy: Record<string, unknown> | undefined;
  for (const key in object) {
    const before = object[key];
    const after = walk(before, map);
    if (after === before) continue;
    copy ??= { ...object };
    copy[key] = after;
  }
  return copy ?? object;
}

function walkList(list: readonly unknown[], map: (ref: string) => string): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const after = walk(list[index], map);
    if (after === list[index]) continue;
    copy ??= [...list];
    copy[index] = after;
  }
  return copy ?? list;
}
