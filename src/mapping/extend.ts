/** A mapping as it is written, in plain values. */
export type Raw = Record<string, unknown>;

const isMap = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs from a base, put over it: rules of the same name replace those of the base, others are tried before them. */
export function extend(base: Raw, own: Raw, spots: { copy(original: object, copy: object): void }): Raw {
  const over = (one: unknown, other: unknown): unknown => {
    if (!isMap(one) || !isMap(other)) return other ?? one;
    const both = { ...one, ...other };
    spots.copy(other, both);
    return both;
  };
  const tables =
    isMap(base['tables']) && isMap(own['tables'])
      ? mergeEach(base['tables'], own['tables'], over)
      : undefined;
  return {
    ...base,
    ...own,
    source: over(base['source'], own['source']),
    tables: tables ?? over(base['tables'], own['tables']),
    lookups: over(base['lookups'], own['lookups']),
    expect: over(base['expect'], own['expect']),
    records: mergeRules(listOf(base['records']), listOf(own['records'])),
  };
}

const mergeEach = (base: Raw, own: Raw, over: (one: unknown, other: unknown) => unknown): Raw => ({
  ...base,
  ...Object.fromEntries(Object.entries(own).map(([name, one]) => [name, over(base[name], one)])),
});

const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

function mergeRules(base: readonly Raw[], own: readonly Raw[]): Raw[] {
  const named = new Map(own.filter(({ name }) => name !== undefined).map((rule) => [rule['name'], rule]));
  const names = new Set(base.map((rule) => rule['name']));
  const first = own.filter((rule) => rule['name'] === undefined || !names.has(rule['name']));
  return [...first, ...base.map((rule) => named.get(rule['name']) ?? rule)];
}
