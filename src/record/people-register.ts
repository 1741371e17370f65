import type { PatientRecord } from './patient-record.ts';
import type { People } from './people.ts';

type Item = Readonly<Record<string, unknown>>;

/** What one source says of somebody. */
interface Said {
  readonly item: Item;
  readonly stamp: string;
}

/** What several sources say of somebody: the values, lists as maps by their content, and the marks of single values. */
interface United {
  readonly item: Record<string, unknown>;
  readonly marks: Record<string, string>;
}

const shelves = ['practitioner', 'practitionerRole', 'organization', 'location', 'device'] as const;

/**
 * Unites what many sources say of the same people by one rule that does not depend on their order: lists are united,
 * a single value is the one with the greatest stamp (the latest source), and of two with one stamp the greater.
 */
export class PeopleRegister {
  // Most are named once in a document: nothing is compared until somebody is named again.
  readonly #slots = new Map<string, Said | United>();

  add<K extends keyof People>(kind: K, item: People[K], stamp = ''): void {
    const key = `${kind}/${item.id}`;
    const said = { item: item as unknown as Item, stamp };
    const held = this.#slots.get(key);
    this.#slots.set(key, held ? addTo(unitedOf(held), said) : said);
  }

  addAll(people: PatientRecord['people'], stamp = ''): void {
    for (const kind of shelves) for (const item of people[kind]) this.add(kind, item as never, stamp);
  }

  /** Everybody, by kind, in the order of their ids. */
  people(): PatientRecord['people'] {
    const of = (kind: string) =>
      [...this.#slots]
        .filter(([key]) => key.startsWith(`${kind}/`))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { item }]) => tidy(item));
    return Object.fromEntries(shelves.map((kind) => [kind, of(kind)])) as unknown as PatientRecord['people'];
  }
}

const unitedOf = (held: Said | United): United =>
  'marks' in held ? held : addTo({ item: {}, marks: {} }, held);

function addTo(united: United, { item, stamp }: Said): United {
  for (const [field, value] of Object.entries(item)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) unite(united, field, value);
    else choose(united, field, value, stamp);
  }
  return united;
}

function unite({ item }: United, field: string, values: readonly unknown[]): void {
  item[field] ??= new Map<string, unknown>();
  const held = item[field] as Map<string, unknown>;
  for (const value of values) held.set(JSON.stringify(value), value);
}

function choose({ item, marks }: United, field: string, value: unknown, stamp: string): void {
  const mark = `${stamp}\u0000${JSON.stringify(value)}`;
  if (marks[field] !== undefined && marks[field] >= mark) return;
  item[field] = value;
  marks[field] = mark;
}

/** Fields and lists in an order of their own, so that the order of the sources does not show. */
function tidy(item: Item): Record<string, unknown> {
  const tidied: Record<string, unknown> = {};
  for (const field of Object.keys(item).sort()) {
    const value = item[field];
    if (value === undefined) continue;
    const list = value instanceof Map ? value : Array.isArray(value) ? byContent(value) : undefined;
    tidied[field] = list ? [...list.keys()].sort().map((key) => list.get(key)) : value;
  }
  return tidied;
}

/** A list by what its values hold; a single one needs no order. */
const byContent = (values: readonly unknown[]): Map<string, unknown> =>
  new Map(values.map((value) => [values.length < 2 ? '' : JSON.stringify(value), value]));
