import type { Concept, Identifier, Participation, Reference, When } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Found } from './fields.ts';
import type { Scope } from './scope.ts';

/** The identifiers of an element, with the elements that state them. */
export interface Identified {
  readonly value: Identifier[];
  readonly nodes: readonly XmlElement[];
}

/** What a substanceAdministration states. */
export type Stated = 'medication' | 'notTaken' | 'immunization' | 'noMedications' | 'noImmunizations';

/**
 * What was read of which element of one document. Recognising a statement, finding it by its ids and several of its
 * fields look at the same elements, and what they say stays the same.
 */
export class Readings {
  readonly concepts = new Map<XmlElement, Concept | undefined>();
  /** The codes of units, by the unit as written. */
  readonly units = new Map<string, string | undefined>();
  readonly identifiers = new Map<XmlElement, Identified | undefined>();
  /** The systems that roots of identifiers stand for, by the root as written. */
  readonly roots = new Map<string, { readonly isValid: boolean; readonly system: string }>();
  /** Times by their literals. */
  readonly times = new Map<string, When | undefined>();
  /** The authors of statements: who recorded them and when is read from these too. */
  readonly authors = new Map<XmlElement, Found<Participation[]> | undefined>();
  readonly organizations = new Map<XmlElement, Reference | undefined>();
  /** What substanceAdministrations state. */
  readonly substances = new Map<XmlElement, Stated | undefined>();
  /** What statements in a section are read with. */
  readonly sections = new Map<XmlElement, Scope>();
  /** The paths of elements that hold others. */
  readonly paths = new Map<XmlElement, string>();
}
