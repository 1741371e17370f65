import type { Json } from '../conversion.ts';

/** Where two resources differ: path → both values. */
export type Differences = Readonly<Record<string, { readonly expected?: Json; readonly actual?: Json }>>;

const isObject = (value: Json): boolean => typeof value === 'object' && value !== null;
const isExtension = (value: Json): boolean => isObject(value) && typeof value.url === 'string';

/** A list as an object: extensions by their URL, whose order says nothing, all else by position. */
const keyed = (list: readonly Json[]): Record<string, Json> =>
  Object.fromEntries(
    list.map((one, index) => [`[${isExtension(one) ? one.url.replace(/^.*\//, '') : index}]`, one]),
  );

const fieldsOf = (value: Json): Record<string, Json> =>
  Array.isArray(value)
    ? keyed(value)
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [`.${key}`, one]));

/** Compares field by field. */
export function differences(expected: Json, actual: Json, path = ''): Differences {
  if (Object.is(expected, actual)) return {};
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return {
      [path.replace(/^\./, '')]: {
        ...(expected !== undefined && { expected }),
        ...(actual !== undefined && { actual }),
      },
    };
  }
  const [one, other] = [fieldsOf(expected), fieldsOf(actual)];
  return Object.assign(
    {},
    ...[...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) =>
      differences(one[key], other[key], path + key),
    ),
  );
}

const ownId = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Our own ids as `{id}`: what they are made of is tested elsewhere. */
export const withoutIds = (value: Json): Json => JSON.parse(JSON.stringify(value).replace(ownId, '{id}'));
