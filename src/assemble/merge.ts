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

/** Adds an older source to a statement: lists of the place are united, the later value holds, gaps are filled. */
export function mergeOlder<K extends Kind>(later: Item, older: Item, rules: KindRules<Statements[K]>): Merged {
  const coupled = rules.coupled as readonly string[];
  const united = rules.united as readonly string[];
  const coupledStated = coupled.some((field) => later[field] !== undefined);
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

/** The content by which two statements under one identity are the same or not: without what the place gives. */
export function contentOf<K extends Kind>(item: Item, rules: KindRules<Statements[K]>): string {
  const aside = new Set<string>(['id', 'text', ...(rules.united as readonly string[])]);
  return JSON.stringify(Object.entries(item).filter(([field]) => !aside.has(field)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
