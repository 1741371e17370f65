import type { Concept, Identifier } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';

/** The identifiers of an element, with the elements that state them. */
export interface Identified {
  readonly value: Identifier[];
  readonly nodes: XmlElement[];
}

/**
 * What was read of which element of one document. Recognising a statement, finding it by its ids and several of its
 * fields look at the same elements, and what they say stays the same.
 */
export class Readings {
  readonly concepts = new Map<XmlElement, Concept | undefined>();
  /** The codes of units, by the unit as written. */
  readonly units = new Map<string, string | undefined>();
  readonly identifiers = new Map<XmlElement, Identified | undefined>();
}
