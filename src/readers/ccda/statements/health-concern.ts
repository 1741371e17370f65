import type { Concept, Problem, Reference } from '../../../record/index.ts';
import { concernStatus } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, firstOf, nowhere, time, token } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import { statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { type AnyDefinition, type Definition, reportUnread } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated, recorded, recorder, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import {
  entryReferencesIn,
  isEntryReference,
  referred,
  referredTo,
  statementsIn,
} from './entry-reference.ts';

const isConcern = (element: XmlElement): boolean =>
  element.name === 'act' && isEvent(element) && isPart(element, parts.healthConcern);

/** Statements that say what the concern is about. */
const isAbout = (element: XmlElement): boolean =>
  element.name !== 'act' ? !isPart(element, parts.priorityPreference) : isPart(element, parts.diagnosis);

const holdsContent = (act: XmlElement): boolean =>
  act
    .elements('entryRelationship')
    .flatMap((relation) => relation.elements())
    .some(isAbout);

/** That it is a health concern is no name of one. */
const generic = new Set(['75310-3', '75323-6', 'CONC']);

/** Some exports name the concern in the display of the code that says that it is one. */
function ownDisplay(code: XmlElement | undefined): string | undefined {
  const display = clean(code?.attributes['displayName']);
  return display === undefined || /^health concerns?( document)?$/i.test(display) ? undefined : display;
}

function nameOf(act: XmlElement, scope: Scope): { value: Concept; nodes: readonly XmlElement[] } | undefined {
  const code = act.first('code');
  const concept = code && readConcept(code, scope);
  const isNamed = says(concept) && !concept.codings.some((one) => generic.has(one.code ?? ''));
  if (code && isNamed) return { value: concept, nodes: [code] };
  const text = act.first('text');
  const words = (text && readText(text, scope)) ?? concept?.text ?? ownDisplay(code);
  // A date alone names nothing.
  return words === undefined || !/\p{L}/u.test(words)
    ? undefined
    : { value: { codings: [], text: words }, nodes: act.elements('text') };
}

/** Whether its words are only those of the statement that it names: then it adds nothing to it. */
function repeats(act: XmlElement, scope: Scope): boolean {
  const words = nameOf(act, scope)?.value.text?.toLowerCase();
  const values = entryReferencesIn(act, ['REFR'])
    .flatMap((one) => statedElsewhere(one, scope))
    .flatMap((one) => one.elements('value'));
  const names = values.flatMap((value) => {
    const concept = readConcept(value, scope);
    return [concept?.text, ...(concept?.codings.map(({ display }) => display) ?? [])];
  });
  return words !== undefined && names.some((name) => name?.toLowerCase() === words);
}

/** Health Concern Act that holds nothing but its words: it is the concern itself. */
export const healthConcern: Definition<'problem'> = {
  kind: 'problem',
  title: 'Health Concern Act',
  templates: ['2.16.840.1.113883.10.20.22.4.132'],
  accepts: (element, scope) =>
    isConcern(element) &&
    !isNegated(element) &&
    !holdsContent(element) &&
    nameOf(element, scope) !== undefined &&
    !repeats(element, scope),
  fields: {
    ...statementFields,
    code: by('code | text', nameOf) as Field<Concept>,
    verificationStatus: nowhere,
    clinicalStatus: token('statusCode', (code) => concernStatus.to(code)),
    categories: by('.', () => ({
      value: ['health-concern'] as NonNullable<Problem['categories']>,
      nodes: [],
    })),
    type: nowhere,
    severity: nowhere,
    bodySites: nowhere,
    // When it began to be watched is not when it began.
    onset: nowhere,
    onsetAge: nowhere,
    abatement: nowhere,
    asserted: nowhere,
    recorded: firstOf(recorded, time('effectiveTime')),
    recorder,
    encounter: encounterReference,
    evidence: referredTo(
      ['REFR', 'SPRT'],
      ['problem', 'allergy', 'observation', 'procedure', 'risk', 'goal'],
    ),
  },
  structure: ['code', 'statusCode', 'effectiveTime'],
};

/** A negated Health Concern Act: there are none. */
export const noHealthConcerns: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Health Concern Act, negated',
  templates: [],
  elements: ['act'],
  matches: (element) => isConcern(element) && isNegated(element) && !holdsContent(element),
  fields: { ...statementFields, about: by('@negationInd', () => ({ value: 'healthConcerns', nodes: [] })) },
  structure: ['code', 'statusCode', 'effectiveTime'],
};

const references = (element: XmlElement): XmlElement[] =>
  isEntryReference(element) ? [element] : entryReferencesIn(element, ['REFR', 'COMP']);

/** What an act names that has nothing of its own; of a planned intervention also what it holds. */
const named = (element: XmlElement, scope: Scope): Reference[] => [
  ...references(element).flatMap((one) => referred(one, scope, false)),
  ...(isPart(element, parts.intervention) ? statementsIn(element) : []).flatMap(
    (one) => scope.statement(one) ?? [],
  ),
];

const isPointer = (element: XmlElement): boolean => {
  if (isEntryReference(element)) return element.parent?.name === 'entry';
  const isOne = isPart(element, parts.healthConcern) || isPart(element, parts.intervention);
  return element.name === 'act' && isOne && !isNegated(element);
};

const account = {
  title: 'Entry Reference',
  structure: ['id', 'code', 'text', 'statusCode', 'effectiveTime', 'author'],
};

/** An act that only names or holds other statements: its entry accounts for them. */
export const pointer: { definition: AnyDefinition; read(element: XmlElement, scope: Scope): Reference } = {
  definition: {
    title: account.title,
    templates: [],
    elements: ['act'],
    matches: (element, scope) => isPointer(element) && named(element, scope).length > 0,
  },
  read(element, scope) {
    const found = named(element, scope);
    for (const { ref } of found) scope.collector.mention(ref);
    for (const one of references(element)) scope.taken.add(one);
    scope.collector.defer(() => reportUnread(account, element, scope));
    return found[0] ?? { ref: '' };
  },
};
