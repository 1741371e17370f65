import {
  type Contribution,
  type IdMaker,
  identityOf,
  type Kind,
  kindNames,
  kinds,
  statementId,
  usableIdentifiers,
} from '../record/index.ts';
import { mapReferences } from './references.ts';

type Item = Record<string, unknown> & { readonly id: string };

/** A statement of one contribution on its way into the record. */
export interface Candidate {
  readonly kind: Kind;
  readonly from: Contribution;
  /** Its reference inside the contribution. */
  readonly ref: string;
  /** Whether it has an identifier of its own: then what it leaves out is no difference. */
  readonly named: boolean;
  /** Its usable identifiers, in an order of their own. */
  readonly numbers: string;
  readonly item: Item;
  readonly identity: string;
}

/** Statements that are one, by their final id. */
export type Identified = Map<string, Candidate[]>;

/** All statements of all contributions with their identity; the latest contribution comes first. */
export function candidatesOf(
  contributions: readonly Contribution[],
  { make, patient }: { readonly make: IdMaker; readonly patient?: string | undefined },
): Candidate[] {
  return contributions.toReversed().flatMap((from) => {
    const under = { from, patient: patient ?? from.patient.id, make };
    return kindNames.flatMap((kind) =>
      ((from.statements[kind] ?? []) as readonly Item[]).map((item) => candidateOf(kind, item, under)),
    );
  });
}

function candidateOf(
  kind: Kind,
  item: Item,
  { from, patient, make }: { from: Contribution; patient: string; make: IdMaker },
): Candidate {
  const numbers = identityOf(usableIdentifiers(item['identifiers'] as never));
  const own = (kinds[kind].identity as (one: unknown) => unknown[])(item);
  const key = from.keys?.get(`${kind}/${item.id}`);
  const content = key === undefined ? own : [...own, { key }];
  return {
    kind,
    from,
    ref: `${kind}/${item.id}`,
    item,
    named: numbers.length > 0,
    numbers: numbers.join(' '),
    identity: from.settled ? item.id : statementId(make, patient, kind, { numbers, content }),
  };
}

/**
 * Groups statements that are one. Where one document gives an identity to different contents, the content tells them
 * apart, in all documents of the patient alike: that does not depend on the order in which they come.
 */
export function identify(
  candidates: readonly Candidate[],
  make: IdMaker,
): { groups: Identified; conflicts: Candidate[] } {
  const groups: Identified = new Map();
  const conflicts: Candidate[] = [];
  // Asked for only where statements meet.
  let known: Map<string, string> | undefined;
  const refs = () => {
    known ??= new Map(candidates.map((one) => [keyOf(one.from, one.ref), `${one.kind}/${one.identity}`]));
    return known;
  };
  for (const [identity, group] of Map.groupBy(candidates, (one) => `${one.kind}/${one.identity}`)) {
    if (group.length === 1) groups.set(identity, group);
    else conflicts.push(...separate(group, { identity, groups, refs: refs(), make }));
  }
  return { groups, conflicts: [...new Set([...conflicts, ...sharingIds(candidates)])] };
}

/** Statements of one document that bear the same identifiers and are different by their content: its ids are no ids. */
function sharingIds(candidates: readonly Candidate[]): Candidate[] {
  const named = candidates.filter((one) => one.named && !one.from.settled);
  const groups = Map.groupBy(named, (one) => `${keyOf(one.from, one.kind)} ${one.numbers}`);
  return [...groups.values()]
    .filter((group) => group.some(({ identity }) => identity !== group[0]?.identity))
    .flat();
}

interface Separation {
  readonly identity: string;
  readonly groups: Identified;
  readonly refs: ReadonlyMap<string, string>;
  readonly make: IdMaker;
}

/** Puts a group under one id, or under one for each content; gives the statements that were kept apart. */
function separate(group: readonly Candidate[], { identity, groups, refs, make }: Separation): Candidate[] {
  const contents = new Map(group.map((one) => [one, statesOf(one, refs)]));
  const documents = [...Map.groupBy(group, ({ from }) => from).values()];
  if (documents.every((inOne) => agree(inOne, contents))) {
    groups.set(identity, [...group]);
    return [];
  }
  for (const one of group) {
    const id = `${one.kind}/${make('content', identity, contents.get(one))}`;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...group];
}

type Contents = ReadonlyMap<Candidate, Record<string, string>>;

/** Whether the statements of one document say one thing: no two of them differ in what makes a statement what it is. */
function agree(inOne: readonly Candidate[], contents: Contents): boolean {
  const [first, ...others] = inOne;
  return (
    others.every((other) => first && !differ(first, other, contents)) &&
    (others.length < 2 || agree(others, contents))
  );
}

function differ(a: Candidate, b: Candidate, contents: Contents): boolean {
  const [one, other] = [contents.get(a) ?? {}, contents.get(b) ?? {}];
  const both = a.named && b.named;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].some((field) =>
    both
      ? one[field] !== undefined && other[field] !== undefined && one[field] !== other[field]
      : one[field] !== other[field],
  );
}

/** The coupled fields of a statement, with references that mean the same in every document. */
function statesOf(
  { kind, from, item }: Candidate,
  refs: ReadonlyMap<string, string>,
): Record<string, string> {
  const fields = (kinds[kind].coupled as readonly string[]).filter((field) => item[field] !== undefined);
  const { essence } = kinds[kind];
  const resolved = fields.map((field) =>
    mapReferences(
      essence ? essence(field, item[field]) : item[field],
      (ref) => refs.get(keyOf(from, ref)) ?? ref,
    ),
  );
  return Object.fromEntries(fields.map((field, index) => [field, JSON.stringify(resolved[index])]));
}

/** A reference inside a contribution, unique in all contributions. */
export const keyOf = (from: Contribution, ref: string): string => `${from.source.sha256} ${ref}`;

/** The parts of a reference that is such a key already: references have no spaces. */
export function splitKey(ref: string): [source: string, ref: string] | undefined {
  const at = ref.indexOf(' ');
  return at === -1 ? undefined : [ref.slice(0, at), ref.slice(at + 1)];
}
