import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { nowhere } from '../fields.ts';
import { parts } from '../parts.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { innerFields, settleValue } from './result.ts';

/** What was looked for and what was found, which is all that an observation need say. */
const saysWhat = (element: XmlElement, scope: Scope): boolean =>
  says(readConcept(element.first('code') ?? element, scope)) && element.first('value') !== undefined;

const isEntry = (element: XmlElement): boolean =>
  element.name === 'observation' && element.parent?.name === 'entry' && isEvent(element);

/** An Indication that is an entry of its own, as in a section of indications: whose it is nobody says. */
export const standingIndication: Definition<'observation'> = {
  kind: 'observation',
  title: 'Indication',
  templates: parts.indication.templates,
  accepts: isEntry,
  fields: { ...innerFields, categories: nowhere },
  structure: [],
  settle: settleValue,
};

/** An entry that is an observation of no template in a section without a rule: code and value, and no category. */
export const plainObservation: Definition<'observation'> = {
  kind: 'observation',
  title: 'Observation',
  templates: [],
  matches: (element, scope) =>
    isEntry(element) && element.first('templateId') === undefined && saysWhat(element, scope),
  fields: { ...innerFields, categories: nowhere },
  structure: [],
  settle: settleValue,
};
