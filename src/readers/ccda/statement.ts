import type { Kind, Reference, SourcePoint, Statements } from '../../record/index.ts';
import type { Field, Found } from './fields.ts';
import { hasTemplate } from './path.ts';
import { report, type Scope } from './scope.ts';
import type { XmlElement } from './xml/element.ts';

/** One field of the record kind each, but its id; the compiler insists on every one. */
export type Fields<T> = { readonly [F in Exclude<keyof T, 'id'>]-?: Field<NonNullable<T[F]>> };

/** How a clinical statement is recognised and what each field of its record kind is read from. */
export interface Definition<K extends Kind = Kind> {
  readonly kind: K;
  /** The standard's name of the template. */
  readonly title: string;
  /** Template ids of all releases, and those of C32 and the older CCD. */
  readonly templates: readonly string[];
  /** Recognises statements that carry no template. */
  readonly matches?: (element: XmlElement, scope: Scope) => boolean;
  readonly fields: Fields<Statements[K]>;
  /** Descendants that hold no content of their own, or none that the record lacks, by path. */
  readonly structure: readonly string[];
  /** Rules that look at several fields together. */
  readonly settle?: (item: Statements[K], element: XmlElement, scope: Scope) => Statements[K];
}

/** What recognises a statement, whatever its kind. */
export type AnyDefinition = Pick<Definition, 'title' | 'templates' | 'matches' | 'kind'>;

/** Keeps what statements of one document are read into. */
export interface Collector {
  /** The key of the statement that an element is, the same at each call. */
  keyOf(element: XmlElement): string;
  add<K extends Kind>(kind: K, item: Statements[K], trace: Readonly<Record<string, readonly SourcePoint[]>>): void;
  has(reference: string): boolean;
}

/** Whether an element is such a statement. */
export const isStatement = (definition: AnyDefinition, element: XmlElement, scope: Scope): boolean =>
  hasTemplate(element, definition.templates) || (definition.matches?.(element, scope) ?? false);

/** Reads one statement into the collector, once however often it is referred to. */
export function readStatement<K extends Kind>(definition: Definition<K>, element: XmlElement, scope: Scope): Reference {
  const id = scope.collector.keyOf(element);
  const ref = `${definition.kind}/${id}`;
  if (scope.collector.has(ref)) return { ref };
  const { draft, trace } = readFields(definition.fields, element, scope);
  const item = { id, ...draft } as Statements[K];
  scope.collector.add(definition.kind, definition.settle ? definition.settle(item, element, scope) : item, trace);
  reportUnread(definition.structure, element, scope);
  return { ref };
}

interface Draft {
  readonly draft: Record<string, unknown>;
  readonly trace: Record<string, readonly XmlElement[]>;
}

function readFields(fields: object, element: XmlElement, scope: Scope): Draft {
  const draft: Record<string, unknown> = {};
  const trace: Record<string, readonly XmlElement[]> = {};
  for (const [name, field] of Object.entries(fields) as [string, Field<unknown>][]) {
    const found: Found<unknown> | undefined = field.read(element, scope);
    if (!found) continue;
    draft[name] = found.value;
    trace[name] = found.nodes;
    for (const node of found.nodes) scope.taken.add(node);
  }
  return { draft, trace };
}

/** Says which parts of a statement nothing has read, by their path inside it. */
function reportUnread(structure: readonly string[], element: XmlElement, scope: Scope): void {
  const known = new Set(structure);
  const visit = (at: XmlElement, prefix: string): void => {
    for (const child of at.elements()) {
      const path = prefix + child.name;
      if (scope.taken.has(child) || everywhere.has(child.name) || known.has(path) || isEmpty(child)) continue;
      if (isWrapper(child) || holdsTaken(child, scope)) visit(child, `${path}/`);
      else report(scope, 'unread', child, { path });
    }
  };
  visit(element, '');
}

/** What every statement and its parts have for the standard's sake. */
const everywhere = new Set(['templateId', 'realmCode', 'typeId']);
const wrappers = new Set(['entryRelationship', 'component', 'reference', 'precondition']);
const isWrapper = ({ name }: XmlElement): boolean => wrappers.has(name);
const holdsTaken = (element: XmlElement, scope: Scope): boolean =>
  element.elements().some((child) => scope.taken.has(child) || holdsTaken(child, scope));

/** An element that says only that it says nothing. */
const isEmpty = (element: XmlElement): boolean =>
  (element.attributes['nullFlavor'] !== undefined || Object.keys(element.attributes).length === 0) &&
  element.elements().length === 0 &&
  element.text().trim() === '';
