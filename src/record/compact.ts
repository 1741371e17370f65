/** The same object without the fields that hold nothing, so that what is absent looks the same everywhere. */
export function compact<T extends object>(value: T): T {
  const kept: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}

/** The values that are there, or nothing when there are none. */
export function listOf<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const found = values.filter((value) => value !== undefined);
  return found.length > 0 ? found : undefined;
}
