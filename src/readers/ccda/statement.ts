import {
  endsBeforeStart,
  type Kind,
  type Patient,
  type Reference,
  type SourcePoint,
  type Statements,
} from '../../record/index.ts';
import { dataAbsentReasonOf } from '../../terminology/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { type Field, type Found, nowhere } from './fields.ts';
import { hasTemplate } from './path.ts';
import { report, type Scope } from './scope.ts';
import { isSilent } from './silent.ts';

/** One field of the record kind each, but its id; the compiler insists on every one. */
export type Fields<T> = { readonly [F in Exclude<keyof T, 'id'>]-?: Field<NonNullable<T[F]>> };

/** How a clinical statement is recognised and what each field of its record kind is read from. */
export interface Definition<K extends Kind = Kind> {
  readonly kind: K;
  /** The standard's name of the template. */
  readonly title: string;
  /** Template ids of all releases, and those of C32 and the older CCD. */
  readonly templates: readonly string[];
  /** The elements that `matches` may recognise, where it is not any: others are not asked. */
  readonly elements?: readonly string[];
  /** Recognises statements that carry no template. */
  readonly matches?: (element: XmlElement, scope: Scope) => boolean;
  /** Templates that `matches` looks at among other things. */
  readonly matched?: readonly string[];
  /** What must be so whatever the template: the mood, that something is said at all. */
  readonly accepts?: (element: XmlElement, scope: Scope) => boolean;
  /** The elements that are one statement, where it takes several; the first stands for them. */
  readonly together?: (element: XmlElement, scope: Scope) => readonly XmlElement[];
  readonly fields: Fields<Statements[K]>;
  /** Descendants that hold no content of their own, or none that the record lacks, by path. */
  readonly structure: readonly string[];
  /** Rules that look at several fields together. */
  readonly settle?: (item: Statements[K], element: XmlElement, scope: Scope) => Statements[K];
}

/** What recognises a statement, whatever its kind. */
export type AnyDefinition = Pick<
  Definition,
  'title' | 'templates' | 'elements' | 'matched' | 'matches' | 'accepts'
> & {
  readonly kind?: Kind;
};

/** One statement to be recognised and read, whatever its kind. */
export interface Reader {
  readonly definition: AnyDefinition;
  read(element: XmlElement, scope: Scope): Reference;
}

/** Keeps what statements of one document are read into. */
export interface Collector {
  /** The key of the statement that an element is, the same at each call. */
  keyOf(element: XmlElement): string;
  add<K extends Kind>(
    kind: K,
    item: Statements[K],
    trace: Readonly<Record<string, readonly SourcePoint[]>>,
  ): void;
  has(reference: string): boolean;
  /** What is worked out once for an element, however often it is asked for. */
  once<T>(element: XmlElement, work: () => T): T;
  /** Whether an element was read as a statement. */
  holds(element: XmlElement): boolean;
  /** Makes a statement known before it is read, as what it refers to may refer to it. */
  begin(reference: string): void;
  /** Says that an entry holds a statement that was read already. */
  mention(reference: string): void;
  /** Reads a statement for which the entry at work does not account. */
  elsewhere<T>(read: () => T): T;
  /** Puts off a check until all statements of the entry are read. */
  defer(check: () => void): void;
  /** Something that a statement says of the patient, which is no statement in the record. */
  addFact(fact: Partial<Patient>, element: XmlElement): Reference;
}

/** Whether a statement says of itself that nothing is known: what stands in it is not said to be so. */
export const isNull = ({ attributes }: XmlElement): boolean => attributes.nullFlavor !== undefined;

/** An observation of which nothing is known was asked for; every finding goes. */
const withoutFinding = <T>(item: T, { attributes }: XmlElement): T => {
  const {
    value: _a,
    interpretations: _b,
    components: _c,
    members: _d,
    ...rest
  } = item as Record<string, unknown>;
  return { ...rest, value: { absent: dataAbsentReasonOf(attributes.nullFlavor ?? 'UNK') } } as T;
};

/** Whether an element of that name may be recognised without a template. */
export const mayMatch = ({ matches, elements }: AnyDefinition, name: string): boolean =>
  matches !== undefined && (elements?.includes(name) ?? true);

/** Whether an element is such a statement. */
export const isStatement = (definition: AnyDefinition, element: XmlElement, scope: Scope): boolean =>
  (hasTemplate(element, definition.templates) ||
    (mayMatch(definition, element.name) && definition.matches?.(element, scope) === true)) &&
  (definition.accepts?.(element, scope) ?? true);

/** Reads one statement into the collector, once however often it is referred to. */
export function readStatement<K extends Kind>(
  definition: Definition<K>,
  stated: XmlElement,
  scope: Scope,
): Reference {
  const elements = definition.together?.(stated, scope) ?? [stated];
  const element = elements[0] ?? stated;
  const id = scope.collector.keyOf(element);
  const ref = `${definition.kind}/${id}`;
  if (scope.collector.has(ref)) {
    scope.collector.mention(ref);
    return { ref };
  }
  scope.collector.begin(ref);
  const draft: Record<string, unknown> = { id };
  const trace = readFields(definition.fields, element, { draft, scope });
  const item = draft as unknown as Statements[K];
  const settled = definition.settle ? definition.settle(item, element, scope) : item;
  if (endsBeforeStart(settled)) report(scope, 'end-before-start', element);
  scope.collector.add(definition.kind, isNull(element) ? withoutFinding(settled, element) : settled, trace);
  // A statement inside a statement may be read after it: it is no part that nobody read.
  for (const one of elements) {
    scope.taken.add(one);
    scope.collector.defer(() => reportUnread(definition, one, scope));
  }
  return { ref };
}

const known = new WeakMap<object, readonly (readonly [string, Field<unknown>])[]>();

/** The fields that have a source, by name; worked out once for each definition. */
function readable(fields: object): readonly (readonly [string, Field<unknown>])[] {
  const found = known.get(fields) ?? Object.entries(fields).filter(([, field]) => field !== nowhere);
  known.set(fields, found);
  return found;
}

/** Reads the fields into a draft, and tells where each was found. */
function readFields(
  fields: object,
  element: XmlElement,
  { draft, scope }: { draft: Record<string, unknown>; scope: Scope },
): Record<string, readonly XmlElement[]> {
  const trace: Record<string, readonly XmlElement[]> = {};
  for (const [name, field] of readable(fields)) {
    const found: Found<unknown> | undefined = field.read(element, scope);
    if (!found) continue;
    draft[name] = found.value;
    trace[name] = found.nodes;
    for (const node of found.nodes) scope.taken.add(node);
  }
  return trace;
}

/** Says which parts of a statement nothing has read, by their path inside it. */
export function reportUnread(
  { title, structure }: Pick<Definition, 'title' | 'structure'>,
  element: XmlElement,
  scope: Scope,
): void {
  const isUnread = (child: XmlElement | string): child is XmlElement =>
    typeof child !== 'string' && !everywhere.has(child.name) && !scope.taken.has(child);
  const isKnown = (child: XmlElement, path: string): boolean =>
    structure.includes(path) || isSilent(child, scope);
  const visit = (at: XmlElement, prefix: string): void => {
    for (const child of at.children.filter(isUnread)) {
      const path = prefix + child.name;
      if (isKnown(child, path)) continue;
      if (isWrapper(child) || holdsTaken(child, scope)) visit(child, `${path}/`);
      else report(scope, 'unread', child, { statement: title, path });
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
