import { type Contribution, type IdMaker, type Kind, kindNames, kinds, statementId, usableIdentifiers } from '../record/index.ts';
import { contentOf } from './merge.ts';
import { mapReferences } from './references.ts';

type Item = Record<string, unknown> & { readonly id: string };

/** A statement of one contribution on its way into the record. */
export interface Candidate {
  readonly kind: Kind;
  readonly from: Contribution;
  /** Its reference inside the contribution. */
  readonly ref: string;
  readonly item: Item;
  readonly identity: string;
}

/** Statements that are one, by their final id. */
export type Identified = Map<string, Candidate[]>;

/** All statements of all contributions with their identity; the latest contribution comes first. */
export function candidatesOf(contributions: readonly Contribution[], make: IdMaker): Candidate[] {
  return contributions.toReversed().flatMap((from) =>
    kindNames.flatMap((kind) =>
      ((from.statements[kind] ?? []) as readonly Item[]).map((item) => ({
        kind,
        from,
        ref: `${kind}/${item.id}`,
        item,
        identity: from.settled ? item.id : identityOf(kind, item, { patient: from.patient.id, make }),
      })),
    ),
  );
}

function identityOf(kind: Kind, item: Item, { patient, make }: { patient: string; make: IdMaker }): string {
  const identifiers = usableIdentifiers(item['identifiers'] as never);
  const content = (kinds[kind].identity as (one: unknown) => unknown[])(item);
  return statementId(make, patient, kind, { identifiers, content });
}

/**
 * Groups statements that are one. Where one document gives an identity to different contents, the content tells them
 * apart, in all documents of the patient alike: that does not depend on the order in which they come.
 */
export function identify(candidates: readonly Candidate[], make: IdMaker): { groups: Identified; conflicts: Candidate[] } {
  const refs = new Map(candidates.map((one) => [keyOf(one.from, one.ref), `${one.kind}/${one.identity}`]));
  const groups: Identified = new Map();
  const conflicts: Candidate[] = [];
  for (const [identity, group] of Map.groupBy(candidates, (one) => `${one.kind}/${one.identity}`)) {
    if (group.length === 1) groups.set(identity, group);
    else conflicts.push(...separate(group, { identity, groups, refs, make }));
  }
  return { groups, conflicts };
}

interface Separation {
  readonly identity: string;
  readonly groups: Identified;
  readonly refs: ReadonlyMap<string, string>;
  readonly make: IdMaker;
}

/** Puts a group under one id, or under one for each content; gives the statements that were kept apart. */
function separate(group: readonly Candidate[], { identity, groups, refs, make }: Separation): Candidate[] {
  const contents = new Map(group.map((one) => [one, contentWith(one, refs)]));
  const documents = Map.groupBy(group, ({ from }) => from).values();
  const apart = [...documents].some((inOne) => new Set(inOne.map((one) => contents.get(one))).size > 1);
  if (!apart) {
    groups.set(identity, [...group]);
    return [];
  }
  for (const one of group) {
    const id = `${one.kind}/${make('content', identity, contents.get(one))}`;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...group];
}

function contentWith({ kind, from, item }: Candidate, refs: ReadonlyMap<string, string>): string {
  const resolved = mapReferences(item as Record<string, unknown>, (ref) => refs.get(keyOf(from, ref)) ?? ref);
  return contentOf(resolved, kinds[kind] as never);
}

/** A reference inside a contribution, unique in all contributions. */
export const keyOf = (from: Contribution, ref: string): string => `${from.source.sha256} ${ref}`;

/** Whether a reference is such a key already: references have no spaces. */
export const isKey = (ref: string): boolean => ref.includes(' ');
