import type { Chart } from './chart.ts';
import { type Finding, type Spot, spotAt, type Way, ways } from './finding.ts';
import { isWithin, type Leaves, pathIn } from './leaves.ts';
import type { Part } from './part.ts';
import { search } from './search.ts';

/** Where one value of a resource comes from. */
export interface Answer {
  /** The path of the value in the resource. */
  readonly path: string;
  readonly value: string;
  readonly way: Way;
  readonly words: string;
  /** The source's file, its name inside the input. */
  readonly file: string | undefined;
  readonly spots: readonly Spot[];
}

/** The answers for an element, or the paths that the resource has where that is none of them. */
export type Explanation =
  | { readonly answers: readonly Answer[] }
  | { readonly unknown: 'resource' }
  | { readonly unknown: 'element'; readonly known: readonly string[] };

/** Tells where an element of a resource comes from, value by value; without an element all of it. */
export function explain(chart: Chart, address: string, element?: string): Explanation {
  const charted = chart.resources.get(address);
  if (!charted) return { unknown: 'resource' };
  const wanted = [...charted.leaves].filter(([path]) => element === undefined || isWithin(path, element));
  if (wanted.length === 0) return { unknown: 'element', known: [...charted.leaves.keys()] };
  const parts = chart.partsOf(address);
  return { answers: wanted.map(([path, value]) => answer(chart, parts, { path, value })) };
}

interface Wanted {
  readonly path: string;
  readonly value: string;
}

function answer(chart: Chart, parts: readonly Part[], wanted: Wanted): Answer {
  if (wanted.path === 'id') return answerOf(wanted, parts[0], wholeOf(parts[0], 'id'));
  if (isReference(wanted.path)) {
    return reference(chart, parts, wanted) ?? answerOf(wanted, parts[0], wholeOf(parts[0], 'rule'));
  }
  const own = giving(parts, wanted);
  if (!own) return answerOf(wanted, parts[0], wholeOf(parts[0], 'rule'));
  return answerOf(wanted, own.part, searchWithin(own.part, { path: own.path, value: wanted.value }));
}

/** What no literal gives stands beside what one gives: the system of a number, the use of a name. */
function searchWithin(part: Part, wanted: Wanted): Finding {
  const found = search(part, wanted);
  if (found.way !== 'rule') return found;
  for (const [path, value] of besides(part.leaves, wanted.path)) {
    const { way, spots } = search(part, { path, value });
    if (way === 'literal' || way === 'converted') return { way: 'noted', spots };
  }
  return found;
}

/** The values of the same element of a list or a complex type. */
function besides(leaves: Leaves, path: string): [string, string][] {
  const parent = path.slice(0, path.lastIndexOf('.') + 1);
  return [...leaves].filter(
    ([one]) =>
      parent !== '' && one !== path && one.startsWith(parent) && !one.slice(parent.length).includes('.'),
  );
}

const wholeOf = (part: Part | undefined, way: 'id' | 'rule'): Finding => ({
  way,
  spots: (part?.places ?? []).slice(0, 1).map(spotAt),
});

const answerOf = ({ path, value }: Wanted, part: Part | undefined, { way, spots }: Finding): Answer => ({
  path,
  value,
  way,
  words: ways[way],
  file: part?.trial.contribution.source.file,
  spots,
});

/** The document that gives a value, and the path that it has there: lists of several documents are united. */
function giving(parts: readonly Part[], wanted: Wanted): { part: Part; path: string } | undefined {
  const same = parts.find(({ leaves }) => leaves.get(wanted.path) === wanted.value);
  for (const part of same ? [same] : parts) {
    const path = pathIn(part.leaves, wanted);
    if (path !== undefined) return { part, path };
  }
  return undefined;
}

const isReference = (path: string): boolean => /(^|\.)reference$/.test(path);

/** What is referred to stands where it was read, in the same document where it can be, inside this part at best. */
function reference(chart: Chart, parts: readonly Part[], { path, value }: Wanted): Answer | undefined {
  const targets = chart.partsOf(value);
  const [own] = parts;
  const target = targets.find(({ trial }) => trial === own?.trial) ?? targets[0];
  if (!target) return undefined;
  const inside = new Set((own?.places ?? []).flatMap((place) => (own ? own.trial.elementsIn(place) : [])));
  const place = target.places.find((one) => inside.has(one)) ?? target.places[0];
  return answerOf({ path, value }, target, { way: 'reference', spots: place ? [spotAt(place)] : [] });
}
