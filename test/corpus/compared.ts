import type { XmlElement } from '../../src/readers/xml/element.ts';
import type { Json } from '../conversion.ts';
import { differences } from '../guide/difference.ts';
import type { Chart, Pair } from './synthea.ts';

/** How two renderings differ in one place: Synthea's FHIR alone has a value, ours alone has, or both and not the same. */
export type Way = 'theirs' | 'ours' | 'both';

export interface Found {
  /** Type and path; list positions are left out. */
  readonly place: string;
  readonly way: Way;
  readonly expected: Json;
  readonly actual: Json;
  readonly pair: Pair;
}

/** All differences between the resources of a chart that answer to each other. */
export function comparedOf(chart: Chart): Found[] {
  const addresses = new Map(
    chart.pairs.flatMap(({ theirs, ours: [first] }) =>
      first ? [[`urn:uuid:${theirs.id}`, `${first.resourceType}/${first.id}`] as const] : [],
    ),
  );
  return chart.pairs.flatMap((pair) =>
    pair.ours.flatMap((ours) =>
      Object.entries(differences(ordered(referring(pair.theirs, addresses)), ordered(ours))).map(
        ([path, { expected, actual }]): Found => ({
          place: `${pair.theirs.resourceType}.${path.replaceAll(/\[\d+\]/g, '[]')}`,
          way: actual === undefined ? 'theirs' : expected === undefined ? 'ours' : 'both',
          expected,
          actual,
          pair,
        }),
      ),
    ),
  );
}

/** Synthea's references by the addresses of our resources, so that those that lead to the same are the same. */
const referring = (resource: Json, addresses: ReadonlyMap<string, string>): Json =>
  JSON.parse(JSON.stringify(resource), (key, value) =>
    key === 'reference' ? (addresses.get(value) ?? value) : value,
  );

const nameOf = ({ manifestation }: Json): string => manifestation[0]?.coding?.[0]?.code ?? '';

/** Reactions by their code: their order says nothing. */
const ordered = (resource: Json): Json =>
  resource.reaction
    ? {
        ...resource,
        reaction: resource.reaction.toSorted((a: Json, b: Json) => (nameOf(a) < nameOf(b) ? -1 : 1)),
      }
    : resource;

/** The values at the ends of a piece of JSON. */
const leavesOf = (value: Json): Json[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

const bare = (value: Json): string =>
  /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 19).replaceAll(/\D/g, '') : String(value);

/** Everything that a statement of the document holds: its attributes and its text, at all depths. */
function heldIn(element: XmlElement): Set<string> {
  const held = new Set<string>();
  const visit = (at: XmlElement): void => {
    for (const value of Object.values(at.attributes)) held.add(value.trim());
    held.add(at.text().trim());
    for (const child of at.elements()) visit(child);
  };
  visit(element);
  return held;
}

/** Whether the statement of the document holds what Synthea's FHIR says and ours does not: then the loss would be ours. */
export function isInSource({ expected, pair: { source } }: Found): boolean {
  const held = source ? heldIn(source) : new Set<string>();
  return leavesOf(expected).some((leaf) => typeof leaf !== 'boolean' && held.has(bare(leaf)));
}
