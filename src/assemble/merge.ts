import type { Kind, KindRules, Statements } from '../record/index.ts';

type Item = Record<string, unknown>;

/** One statement made of several sources, and the fields in which an older source said something else. */
export interface Merged {
  readonly item: Item;
  /** Fields whose older value did not go into the item. */
  readonly superseded: readonly string[];
  /** Fields that the older source gave. */
  readonly taken: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The rules of a kind, and whether both statements stand in one document. */
export type MergeRules<K extends Kind> = Pick<KindRules<Statements[K]>, 'coupled' | 'united'> & {
  readonly sameDocument: boolean;
};

/** Adds an older source to a statement: lists of the place are united, the later value holds, gaps are filled. */
export function mergeOlder<K extends Kind>(later: Item, older: Item, rules: MergeRules<K>): Merged {
  const coupled = rules.coupled as readonly string[];
  const united = rules.united as readonly string[];
  // In one document two statements that do not differ add to each other; an older document's status is one whole.
  const coupledStated = !rules.sameDocument && coupled.some((field) => later[field] !== undefined);
  const item: Item = { ...later };
  const superseded: string[] = [];
  const taken: string[] = [];
  for (const [field, value] of Object.entries(older)) {
    if (field === 'id' || value === undefined) continue;
    if (united.includes(field)) item[field] = unite(item[field], value);
    else if (coupled.includes(field) && coupledStated) {
      if (!same(item[field], value)) superseded.push(field);
    } else if (item[field] === undefined) {
      item[field] = value;
      taken.push(field);
    } else if (!same(item[field], value)) superseded.push(field);
  }
  return { item, superseded, taken };
}

/** Both lists, what stands in both once; of two single values the later one. */
function unite(later: unknown, older: unknown): unknown {
  if (!Array.isArray(later) || !Array.isArray(older)) return later ?? older;
  const seen = new Set(later.map((one) => JSON.stringify(one)));
  return [...later, ...older.filter((one) => !seen.has(JSON.stringify(one)))];
}
