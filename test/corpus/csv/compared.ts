import type { Json } from '../../conversion.ts';
import { differences } from '../../guide/difference.ts';
import type { Pair, Renderings } from './synthea.ts';

/** How two renderings differ in one place: Synthea's FHIR alone has a value, ours alone has, or both and not the same. */
export type Way = 'theirs' | 'ours' | 'both';

export interface Found {
  /** Type and path; list positions are left out. */
  readonly place: string;
  readonly way: Way;
  readonly expected: Json;
  readonly actual: Json;
}

/** All differences between the resources that answer to each other. */
export const comparedOf = ({ pairs, addresses }: Renderings): Found[] =>
  pairs.flatMap(({ theirs, ours: [ours] }: Pair) => {
    if (!ours) return [];
    const found = differences(alike(asWritten(theirs, addresses)), alike(ours));
    return Object.entries(found).map(
      ([path, { expected, actual }]): Found => ({
        place: `${theirs.resourceType}.${path.replaceAll(/\[\d+\]/g, '[]')}`,
        way: actual === undefined ? 'theirs' : expected === undefined ? 'ours' : 'both',
        expected,
        actual,
      }),
    );
  });

/**
 * Synthea's FHIR with the references that we make, and as its tables can say it: these have spaces for commas, and Z for
 * +00:00.
 */
const asWritten = (resource: Json, addresses: ReadonlyMap<string, string>): Json =>
  JSON.parse(JSON.stringify(resource), (key, value) => {
    if (key === 'reference') return addresses.get(value) ?? value;
    return typeof value === 'string' ? value.replaceAll(',', ' ').replace(/\+00:00$/, 'Z') : value;
  });

/** Lists whose order says nothing, as objects by what their items are told by. */
function alike(resource: Json): Json {
  const { identifier, reaction, component, ...rest } = resource;
  return {
    ...rest,
    ...(Array.isArray(identifier) && { identifier: keyed(identifier, ({ system }) => system) }),
    ...(reaction && { reaction: keyed(reaction, ({ manifestation }) => manifestation[0].coding[0].code) }),
    ...(component && { component: keyed(component, ({ code }) => code.coding[0].code) }),
  };
}

const keyed = (list: readonly Json[], keyOf: (one: Json) => string): Json =>
  Object.fromEntries(list.map((one) => [keyOf(one), one]));
