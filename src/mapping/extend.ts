/** A mapping as it is written, in plain values. */
export type Raw = Record<string, unknown>;

const isMap = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What differs from a base, put over it: of a table the words that are said, of an inline lookup the codes. Rules of the
 * same name replace those of the base, others are tried before them.
 */
export function extend(base: Raw, own: Raw, spots: { copy(original: object, copy: object): void }): Raw {
  const over: Over = (one, other) => {
    if (!isMap(one) || !isMap(other)) return other ?? one;
    const both = { ...one, ...other };
    spots.copy(other, both);
    return both;
  };
  return {
    ...base,
    ...own,
    source: over(base['source'], own['source']),
    tables: overEach(base['tables'], own['tables'], over),
    lookups: overEach(base['lookups'], own['lookups'], lookupOver(over)),
    expect: over(base['expect'], own['expect']),
    records: mergeRules(listOf(base['records']), listOf(own['records'])),
  };
}

type Over = (one: unknown, other: unknown) => unknown;

/** A lookup in a file is a whole. */
const lookupOver =
  (over: Over): Over =>
  (one, other) => {
    const isFile = [one, other].some((lookup) => isMap(lookup) && 'file' in lookup);
    return isFile ? (other ?? one) : over(one, other);
  };

function overEach(base: unknown, own: unknown, over: Over): unknown {
  if (!isMap(base) || !isMap(own)) return own ?? base;
  const entries = Object.entries(own).map(([name, one]) => [name, over(base[name], one)] as const);
  return { ...base, ...Object.fromEntries(entries) };
}

const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

function mergeRules(base: readonly Raw[], own: readonly Raw[]): Raw[] {
  const named = new Map(own.filter(({ name }) => name !== undefined).map((rule) => [rule['name'], rule]));
  const names = new Set(base.map((rule) => rule['name']));
  const first = own.filter((rule) => rule['name'] === undefined || !names.has(rule['name']));
  return [...first, ...base.map((rule) => named.get(rule['name']) ?? rule)];
}
