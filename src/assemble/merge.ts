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
  const item: Item = { ...later };
  const superseded: string[] = [];
  const taken: string[] = [];
  const fate = fatesIn(later, rules);
  for (const [field, value] of Object.entries(older)) {
    if (field === 'id' || value === undefined) continue;
    const becomes = fate(field);
    if (becomes === 'united') item[field] = unite(item[field], value);
    else if (becomes === 'taken') {
      item[field] = value;
      taken.push(field);
    } else if (!same(item[field], value)) superseded.push(field);
  }
  return { item, superseded, taken };
}

/** What becomes of a field of the older source. */
function fatesIn<K extends Kind>(later: Item, rules: MergeRules<K>) {
  const coupled = new Set<string>(rules.coupled as readonly string[]);
  const united = new Set<string>(rules.united as readonly string[]);
  // In one document two statements that do not differ add to each other; an older document's status is one whole.
  const whole = !rules.sameDocument && [...coupled].some((field) => later[field] !== undefined);
  return (field: string): 'united' | 'taken' | 'kept' => {
    if (united.has(field)) return 'united';
    if (coupled.has(field) && whole) return 'kept';
    return isGap(later[field]) ? 'taken' : 'kept';
  };
}

/** Nothing, or no more than the reason why there is nothing: an older source may know. */
function isGap(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || !('absent' in value)) return false;
  return Object.entries(value).every(
    ([key, one]) => key === 'absent' || (Array.isArray(one) && one.length === 0),
  );
}

/** Both lists, what stands in both once; of two single values the later one. */
export function unite(later: unknown, older: unknown): unknown {
  if (!Array.isArray(later) || !Array.isArray(older)) return later ?? older;
  const seen = new Set(later.map((one) => JSON.stringify(one)));
  return [...later, ...older.filter((one) => !seen.has(JSON.stringify(one)))];
}
