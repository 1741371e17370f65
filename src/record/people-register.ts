import type { PatientRecord } from './patient-record.ts';
import type { People } from './people.ts';

interface Slot {
  readonly item: Record<string, unknown>;
  readonly stamps: Record<string, string>;
}

/** What is known of one of them, as JSON: lists, and single values with their stamps. */
export interface PeopleSlot {
  readonly key: string;
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
  readonly values: Readonly<Record<string, readonly [mark: string, value: unknown]>>;
}

const shelves = ['practitioner', 'practitionerRole', 'organization', 'location', 'device'] as const;

/**
 * Unites what many sources say of the same people by one rule that does not depend on their order: lists are united,
 * a single value is the one with the greatest stamp (the latest source), and of two with one stamp the greater.
 */
export class PeopleRegister {
  readonly #slots = new Map<string, Slot>();

  add<K extends keyof People>(kind: K, item: People[K], stamp = ''): void {
    const key = `${kind}/${item.id}`;
    const slot = this.#slots.get(key) ?? { item: {}, stamps: {} };
    this.#slots.set(key, slot);
    for (const [field, value] of Object.entries(item)) {
      if (value === undefined) continue;
      if (Array.isArray(value)) unite(slot, field, value);
      else choose(slot, field, value, stamp);
    }
  }

  addAll(people: PatientRecord['people'], stamp = ''): void {
    for (const kind of shelves) for (const item of people[kind]) this.add(kind, item as never, stamp);
  }

  /** All that is known, so that another register can go on with it: the order in which registers are united does not show. */
  *slots(): Generator<PeopleSlot> {
    for (const [key, slot] of this.#slots) yield written(key, slot);
  }

  absorb({ key, lists, values }: PeopleSlot): void {
    const slot = this.#slots.get(key) ?? { item: {}, stamps: {} };
    this.#slots.set(key, slot);
    for (const [field, list] of Object.entries(lists)) unite(slot, field, list);
    for (const [field, [mark, value]] of Object.entries(values)) chooseMarked(slot, field, [mark, value]);
  }

  /** Everybody, by kind, in the order of their ids. */
  people(): PatientRecord['people'] {
    const of = (kind: string) =>
      [...this.#slots]
        .filter(([key]) => key.startsWith(`${kind}/`))
        .map(([, slot]) => tidy(slot.item))
        .toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
    return Object.fromEntries(shelves.map((kind) => [kind, of(kind)])) as unknown as PatientRecord['people'];
  }
}

function unite({ item }: Slot, field: string, values: readonly unknown[]): void {
  item[field] ??= new Map<string, unknown>();
  const held = item[field] as Map<string, unknown>;
  for (const value of values) held.set(JSON.stringify(value), value);
}

function choose(slot: Slot, field: string, value: unknown, stamp: string): void {
  chooseMarked(slot, field, [`${stamp}\u0000${JSON.stringify(value)}`, value]);
}

function chooseMarked(
  { item, stamps }: Slot,
  field: string,
  [mark, value]: readonly [string, unknown],
): void {
  if (stamps[field] !== undefined && stamps[field] >= mark) return;
  item[field] = value;
  stamps[field] = mark;
}

function written(key: string, { item, stamps }: Slot): PeopleSlot {
  const fields = Object.entries(item);
  const lists = fields.filter(([, value]) => value instanceof Map);
  const values = fields.filter(([, value]) => !(value instanceof Map));
  return {
    key,
    lists: Object.fromEntries(
      lists.map(([field, value]) => [field, [...(value as Map<string, unknown>).values()]]),
    ),
    values: Object.fromEntries(values.map(([field, value]) => [field, [stamps[field] ?? '', value]])),
  };
}

/** Fields and lists in an order of their own, so that the order of the sources does not show. */
function tidy(item: Record<string, unknown>): Record<string, unknown> {
  const tidied: Record<string, unknown> = {};
  for (const field of Object.keys(item).sort()) {
    const value = item[field];
    tidied[field] = value instanceof Map ? [...value.keys()].sort().map((key) => value.get(key)) : value;
  }
  return tidied;
}
