import type { Kind, Patient, Reference, SourcePoint, Statements, Trace } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Collector } from './statement.ts';

type Shelves = { [K in Kind]?: Statements[K][] };

/** The statements of one document, as they are read. */
export class DocumentCollector implements Collector {
  readonly statements: Shelves = {};
  readonly trace: Trace = new Map();
  /** What statements say of the patient. */
  facts: Partial<Patient> = {};
  /** The statements that do. */
  readonly factPlaces: XmlElement[] = [];
  /** The patient of this document. */
  patientRef = 'patient';
  readonly #keys = new Map<XmlElement, string>();
  readonly #once = new WeakMap<XmlElement, unknown>();
  /** The references that were added since the last look, for the account of an entry. */
  #added = new Set<string>();
  readonly #begun = new Set<string>();
  #deferred: (() => void)[] = [];
  /** Checks of statements that were read for another entry than their own. */
  readonly #late: (() => void)[] = [];

  keyOf(element: XmlElement): string {
    const key = this.#keys.get(element) ?? `s${this.#keys.size + 1}`;
    this.#keys.set(element, key);
    return key;
  }

  add<K extends Kind>(
    kind: K,
    item: Statements[K],
    trace: Readonly<Record<string, readonly SourcePoint[]>>,
  ): void {
    const shelf = (this.statements[kind] ?? []) as Statements[K][];
    (this.statements as Record<string, unknown>)[kind] = shelf;
    shelf.push(item);
    const ref = `${kind}/${item.id}`;
    this.trace.set(ref, trace);
    this.#added.add(ref);
  }

  has(reference: string): boolean {
    return this.trace.has(reference) || this.#begun.has(reference);
  }

  /** The element of each statement, by reference. */
  places(): Map<string, XmlElement> {
    const byKey = new Map([...this.#keys].map(([element, key]) => [key, element]));
    return new Map(
      [...this.trace.keys()].flatMap((ref) => {
        const element = byKey.get(ref.slice(ref.indexOf('/') + 1));
        return element ? [[ref, element] as const] : [];
      }),
    );
  }

  /** Lists grow; of single values the first that the document states holds. */
  addFact(fact: Partial<Patient>, element: XmlElement): Reference {
    this.factPlaces.push(element);
    for (const [field, value] of Object.entries(fact)) {
      const held = (this.facts as Record<string, unknown>)[field];
      const united =
        Array.isArray(held) && Array.isArray(value) ? uniqueOf([...held, ...value]) : (held ?? value);
      this.facts = { ...this.facts, [field]: united };
    }
    this.#added.add(this.patientRef);
    return { ref: this.patientRef };
  }

  once<T>(element: XmlElement, work: () => T): T {
    if (!this.#once.has(element)) this.#once.set(element, work());
    return this.#once.get(element) as T;
  }

  /** Whether an element was read as a statement. */
  holds(element: XmlElement): boolean {
    return this.#keys.has(element);
  }

  begin(reference: string): void {
    this.#begun.add(reference);
  }

  mention(reference: string): void {
    this.#added.add(reference);
  }

  elsewhere<T>(read: () => T): T {
    const [added, deferred] = [this.#added, this.#deferred];
    this.#added = new Set();
    this.#deferred = [];
    try {
      return read();
    } finally {
      this.#late.push(...this.#deferred);
      this.#added = added;
      this.#deferred = deferred;
    }
  }

  defer(check: () => void): void {
    this.#deferred.push(check);
  }

  /** Makes the checks that were put off. */
  settle(): void {
    for (const check of this.#deferred.splice(0)) check();
  }

  /** Makes the checks that had to wait for the whole document. */
  settleLate(): void {
    for (const check of this.#late.splice(0)) check();
  }

  /** What was added since this was last asked. */
  takeAdded(): string[] {
    const added = [...this.#added];
    this.#added = new Set();
    return added;
  }
}

const uniqueOf = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
