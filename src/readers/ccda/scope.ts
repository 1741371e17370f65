import type { Issue, IssueCode, Place } from '../../issue/index.ts';
import type { Identifier, IdMaker, Participation, Reference } from '../../record/index.ts';
import type { CodeSystems } from '../../terminology/index.ts';
import type { OffsetAt } from '../reader.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Directory } from './directory.ts';
import type { EmbeddedContent } from './embedded/content.ts';
import type { MediaLookup, Tables } from './narrative/index.ts';
import { Readings } from './readings.ts';
import type { SectionRules } from './sections.ts';
import type { Collector } from './statement.ts';

/** The section that a statement stands in. */
export interface SectionScope {
  readonly element: XmlElement;
  readonly code: string | undefined;
  readonly rules: SectionRules | undefined;
}

/** What reading one document needs at every depth; handed down, never global. */
export interface Scope {
  readonly file: string;
  readonly make: IdMaker;
  readonly offsetAt: OffsetAt | undefined;
  readonly systems: CodeSystems;
  readonly section: SectionScope | undefined;
  readonly directory: Directory;
  /** The element of the narrative that an ID names, the section's own before the document's. */
  target(id: string): XmlElement | undefined;
  /** Whether the words that an `originalText` refers to are those of several codes of this document. */
  isShared(originalText: XmlElement): boolean;
  /** Whether a Security Observation stands in this document. */
  readonly hasSecurity: boolean;
  /** The role element of this document that names a person or device under one of these identifiers. */
  described(identifiers: readonly Identifier[]): XmlElement | undefined;
  /** The statements of this document under one of these identifiers, wherever they stand. */
  stated(identifiers: readonly Identifier[]): readonly XmlElement[];
  /** Reads the statement that an element is, in the section in which it stands. */
  statement(element: XmlElement): Reference | undefined;
  /** Content of other formats, by the element that holds or names it. */
  readonly embedded: EmbeddedContent;
  readonly collector: Collector;
  /** Participations that were read: several fields look at the same ones. */
  readonly participations: Map<XmlElement, Participation | undefined>;
  /** Concepts and identifiers that were read. */
  readonly readings: Readings;
  /** Embedded media by the ID of their observationMedia. */
  readonly media: MediaLookup;
  /** What was worked out of the narrative's tables. */
  readonly tables: Tables;
  /** Elements that stand in the trace of something. */
  readonly taken: Set<XmlElement>;
  readonly issues: Issue[];
  /** What was said of which elements: several fields may read one element, and it is said once. */
  readonly said: Map<IssueCode, Set<XmlElement>>;
}

/** Where an element stands. */
export const placeOf = (element: XmlElement, scope: Scope): Required<Place> => ({
  file: scope.file,
  line: element.line,
  path: pathOf(element, scope),
});

/** What stands in one element has that one's path in common. */
const pathOf = (element: XmlElement, scope: Scope): string =>
  `${element.parent ? heldPath(element.parent, scope) : ''}/${element.step()}`;

function heldPath(element: XmlElement, scope: Scope): string {
  const { paths } = scope.readings;
  const path = paths.get(element) ?? pathOf(element, scope);
  paths.set(element, path);
  return path;
}

/** Says something about an element. */
export function report(scope: Scope, code: IssueCode, at: XmlElement, details?: Issue['details']): void {
  const said = scope.said.get(code) ?? new Set();
  if (said.has(at)) return;
  scope.said.set(code, said.add(at));
  const place = placeOf(at, scope);
  scope.issues.push(details ? { code, place, details } : { code, place });
}

/** A scope in which identifiers are read for an index: what is wrong with them is told where they are read for good. */
export const silentScope = (): Scope =>
  ({ issues: [], said: new Map(), file: '', readings: new Readings() }) as unknown as Scope;
