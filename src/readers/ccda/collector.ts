import type { Kind, SourcePoint, Statements, Trace } from '../../record/index.ts';
import type { Collector } from './statement.ts';
import type { XmlElement } from './xml/element.ts';

type Shelves = { [K in Kind]?: Statements[K][] };

/** The statements of one document, as they are read. */
export class DocumentCollector implements Collector {
  readonly statements: Shelves = {};
  readonly trace: Trace = new Map();
  readonly #keys = new Map<XmlElement, string>();
  /** The references that were added since the last look, for the account of an entry. */
  #added: string[] = [];

  keyOf(element: XmlElement): string {
    const key = this.#keys.get(element) ?? `s${this.#keys.size + 1}`;
    this.#keys.set(element, key);
    return key;
  }

  add<K extends Kind>(kind: K, item: Statements[K], trace: Readonly<Record<string, readonly SourcePoint[]>>): void {
    const shelf = (this.statements[kind] ??= []) as Statements[K][];
    shelf.push(item);
    const ref = `${kind}/${item.id}`;
    this.trace.set(ref, trace);
    this.#added.push(ref);
  }

  has(reference: string): boolean {
    return this.trace.has(reference);
  }

  /** What was added since this was last asked. */
  takeAdded(): string[] {
    const added = this.#added;
    this.#added = [];
    return added;
  }
}
