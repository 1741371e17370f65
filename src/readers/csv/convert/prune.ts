import type { Contribution, Kind, Trace } from '../../../record/index.ts';

type Shelves = { readonly [K in Kind]?: readonly unknown[] };

/** The statements without references to such as could not be made in the end. */
export function withoutRefs(shelves: Shelves, trace: Trace): Contribution['statements'] {
  const isMade = (ref: string) => !/\/s\d+$/.test(ref) || trace.has(ref);
  const prune = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return pruneList(value);
    const { ref } = value as { ref?: unknown };
    if (typeof ref === 'string') return isMade(ref) ? value : undefined;
    return pruneFields(value);
  };
  const pruneList = (list: readonly unknown[]): unknown => {
    const kept = list.map(prune);
    if (kept.every((one, index) => one === list[index])) return list;
    const found = kept.filter((one) => one !== undefined);
    return found.length > 0 ? found : undefined;
  };
  const pruneFields = (object: object): unknown => {
    const entries = Object.entries(object);
    const kept = entries.map(([name, one]) => [name, prune(one)] as const);
    if (kept.every(([, one], index) => one === entries[index]?.[1])) return object;
    return Object.fromEntries(kept.filter(([, one]) => one !== undefined));
  };
  return Object.fromEntries(
    Object.entries(shelves).map(([kind, items]) => [kind, items.map((item) => prune(item) ?? item)]),
  ) as Contribution['statements'];
}
