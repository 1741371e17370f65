import {
  endsBeforeStart,
  type Kind,
  type Reference,
  type SourcePoint,
  type Statements,
  type Trace,
} from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';

/** A value with the elements that it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly nodes: readonly XmlElement[];
}

/** The fields of a statement, each with where it comes from; what the source does not say is undefined. */
export type Draft<K extends Kind> = {
  readonly [F in Exclude<keyof Statements[K], 'id'>]?: Found<NonNullable<Statements[K][F]>> | undefined;
};

/** Keeps the statements of one document. */
export class Shelf {
  readonly statements: { [K in Kind]?: Statements[K][] } = {};
  readonly trace: Trace = new Map();
  readonly places = new Map<string, readonly SourcePoint[]>();
  /** Elements that stand in the trace of something. */
  readonly taken = new Set<XmlElement>();
  /** Statements that end before they begin. */
  readonly endedFirst: XmlElement[] = [];
  #count = 0;

  /** Adds what an element states. */
  add<K extends Kind>(kind: K, element: XmlElement, draft: Draft<K>): Reference {
    const id = `s${++this.#count}`;
    const item: Record<string, unknown> = { id };
    const fields: Record<string, readonly XmlElement[]> = {};
    for (const [field, found] of Object.entries(draft) as [string, Found<unknown> | undefined][]) {
      if (!found) continue;
      item[field] = found.value;
      fields[field] = found.nodes;
      for (const node of found.nodes) this.taken.add(node);
    }
    if (endsBeforeStart(item)) this.endedFirst.push(element);
    const shelf = (this.statements[kind] ?? []) as unknown[];
    (this.statements as Record<string, unknown>)[kind] = shelf;
    shelf.push(item);
    const ref = `${kind}/${id}`;
    this.trace.set(ref, fields);
    this.places.set(ref, [element]);
    return { ref };
  }
}

/** A value that the kind of statement gives and no element says. */
export const given = <T>(value: T): Found<T> => ({ value, nodes: [] });

/** A value read from an element. */
export const read = <T>(element: XmlElement | undefined, value: T | undefined): Found<T> | undefined =>
  element === undefined || value === undefined ? undefined : { value, nodes: [element] };
