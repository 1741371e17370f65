import type { Contribution } from '../record/index.ts';
import type { Candidate, Identified } from './identify.ts';
import { codesOf, isNothing, sameMeaning } from './same-meaning.ts';

/**
 * Joins statements of rows with those of documents that say the same: their sources have no number in common, so that only
 * what they say tells. It must be said once on either side; of two that could be meant none is taken.
 */
export function joinSources(groups: Identified, ordered: readonly Contribution[]): Identified {
  if (!ordered.some(isOfRows) || ordered.every(isOfRows)) return groups;
  const pairs = pairsIn(groups, ordered);
  const rowsOf = new Map(pairs.map(({ document, rows }) => [document, rows]));
  const gone = new Set(pairs.map(({ rows }) => rows));
  const joined: Identified = new Map();
  for (const [id, group] of groups) {
    const twin = groups.get(rowsOf.get(id) ?? '');
    if (!gone.has(id)) joined.set(id, twin ? together([...group, ...twin], ordered) : group);
  }
  return joined;
}

/** Rows have keys of their own; what was a record already is settled. */
const isOfRows = ({ keys }: Contribution): boolean => keys !== undefined;

interface Pair {
  readonly document: string;
  readonly rows: string;
}

/** Who says the same as who, where it is one on either side. */
function pairsIn(groups: Identified, ordered: readonly Contribution[]): Pair[] {
  const byCode = new Map<string, { readonly documents: string[]; readonly rows: string[] }>();
  for (const [id, [first, ...others]] of groups) {
    if (!first || others.some(({ from }) => isOfRows(from) !== isOfRows(first.from))) continue;
    for (const code of codesOf(first.kind, first.item)) {
      const found = byCode.get(`${first.kind} ${code}`) ?? { documents: [], rows: [] };
      byCode.set(`${first.kind} ${code}`, found);
      (isOfRows(first.from) ? found.rows : found.documents).push(id);
    }
  }
  const pairs = [...byCode.values()].flatMap(({ documents, rows }) =>
    documents.flatMap((document) =>
      rows
        .filter((one) => sayTheSame([...(groups.get(document) ?? []), ...(groups.get(one) ?? [])], ordered))
        .map((one): Pair => ({ document, rows: one })),
    ),
  );
  return onlyOnes([...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()]);
}

const onlyOnes = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(
    ({ document, rows }) =>
      pairs.filter((one) => one.document === document).length === 1 &&
      pairs.filter((one) => one.rows === rows).length === 1,
  );

/** Whether the latest source says what each of the others says. */
function sayTheSame(group: readonly Candidate[], ordered: readonly Contribution[]): boolean {
  const [latest, ...others] = latestFirst(group, ordered);
  return others.every(({ kind, item }) => latest && sameMeaning(kind, latest.item, item) !== undefined);
}

const latestFirst = (group: readonly Candidate[], ordered: readonly Contribution[]): Candidate[] =>
  group.toSorted((a, b) => ordered.indexOf(b.from) - ordered.indexOf(a.from));

/** The latest source first; what an older one says in other words with the same meaning it says as the latest does. */
function together(group: readonly Candidate[], ordered: readonly Contribution[]): Candidate[] {
  const [latest, ...others] = latestFirst(group, ordered);
  if (!latest) return [];
  return [latest, ...others.map((one) => inWordsOf(latest, one))];
}

function inWordsOf(latest: Candidate, one: Candidate): Candidate {
  const same = sameMeaning(one.kind, latest.item, one.item) ?? [];
  const said = Object.entries(one.item).filter(([, value]) => !isNothing(value));
  const words = said.map(([field, value]) => [field, same.includes(field) ? latest.item[field] : value]);
  return { ...one, item: { ...Object.fromEntries(words), id: one.item.id } };
}
