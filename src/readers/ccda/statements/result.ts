import type {
  Observation,
  ObservationComponent,
  ObservationValue,
  Reference,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { by, type Field, many } from '../fields.ts';
import { compilePath, hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { negatedValue, settleNegatedObservation } from './negated-observation.ts';
import { observation, readPresent } from './observation.ts';
import { timingFields } from './observed-time.ts';
import { innerAuthors, organizerOf, participations, saysAnything, timesOf } from './organizer.ts';
import { resultCategories } from './result-category.ts';
import { specimenOf } from './specimen.ts';

/** The values that say something; CDA allows several. */
const values: Field<ObservationValue[]> = many('value', readPresent);

/** The value, where it is one. */
const value: Field<ObservationValue> = by('value', (from, scope) => {
  const found = values.read(from, scope);
  const [first, ...others] = found?.value ?? [];
  return found && first && others.length === 0
    ? { value: inReport(first, from), nodes: found.nodes }
    : undefined;
});

/** A report holds the documents of its results (`presentedForm`): they are no values of R4. */
const inReport = (found: ObservationValue, from: XmlElement): ObservationValue =>
  found.attachment && organizerOf(from) ? { absent: 'unsupported' } : found;

/** Several values are components of the same code: so FHIR tells them from the value (obs-7). */
const severalValues: Field<ObservationComponent[]> = by('value', (from, scope) => {
  const found = values.read(from, scope);
  if (!found || found.value.length < 2) return undefined;
  const code = observation.fields.code.read(from, scope)?.value ?? { codings: [], absent: 'unknown' };
  return { value: found.value.map((one) => ({ code, value: inReport(one, from) })), nodes: found.nodes };
});

/** An observation inside that is a code and a value, of no template: the unit in words, the stage of what was counted. */
const isDetail = (element: XmlElement, scope: Scope): boolean =>
  element.elements().every(({ name }) => ['code', 'value', 'statusCode'].includes(name)) &&
  says(readConcept(element.first('code') ?? element, scope)) &&
  element.first('value') !== undefined;

const details = compilePath('entryRelationship/observation');

const components: Field<ObservationComponent[]> = by(
  'value | entryRelationship/observation (of no template)',
  (from, scope) => {
    const found = severalValues.read(from, scope);
    const nodes = details(from).filter((one) => isDetail(one, scope));
    const read = nodes.flatMap((one): ObservationComponent[] => {
      const code = observation.fields.code.read(one, scope)?.value;
      const value = values.read(one, scope)?.value[0];
      return code && value ? [{ code, value }] : [];
    });
    const value = [...(found?.value ?? []), ...read];
    return value.length > 0 ? { value, nodes: [...(found?.nodes ?? []), ...nodes] } : undefined;
  },
);

/** Observations inside, by how they relate: COMP are its members, by SPRT it rests on them. */
/** The observations inside, by the type of the relation. */
export const related = (types: readonly string[]): Field<Reference[]> =>
  by(`entryRelationship[@typeCode=${types.join('|')}]/observation`, (from, scope) => {
    const inside = from
      .elements('entryRelationship')
      .filter(({ attributes }) => types.includes(attributes['typeCode'] ?? 'COMP'))
      .flatMap((relation) => relation.elements('observation'));
    const read = inside.map((node) => ({ node, ref: scope.statement(node) }));
    const observations = read.filter(({ ref }) => ref?.ref.startsWith('observation/'));
    const references = observations.map(({ ref }) => ref).filter((ref) => ref !== undefined);
    return references.length > 0
      ? { value: references, nodes: observations.map(({ node }) => node) }
      : undefined;
  });

/** What all observations have that stand in an organizer or may. */
export const innerFields: Definition<'observation'>['fields'] = {
  ...observation.fields,
  authors: innerAuthors,
  ...timingFields('effectiveTime | ../../effectiveTime', timesOf),
  value,
  components,
  members: related(['COMP']),
  derivedFrom: related(['SPRT']),
  performers: participations('performer', 'RESP'),
  device: by('participant[@typeCode=DEV]', (from, scope) => {
    const found = participations('', 'DEV').read(from, scope);
    const who = found?.value[0]?.who;
    return found && who ? { value: who, nodes: found.nodes } : undefined;
  }),
  encounter: encounterReference,
};

const resultSections = new Set(['Results', 'Findings (imaging)', 'Impressions (imaging)']);

/** CCD's and IHE's observation of any kind, which says by its section what it is. */
const general = ['2.16.840.1.113883.10.20.1.31', '1.3.6.1.4.1.19376.1.5.3.1.4.13'];

/** An observation of no template in an organizer or a section of results. */
function isUntemplatedResult(element: XmlElement, scope: Scope): boolean {
  const inSection = resultSections.has(scope.section?.rules?.title ?? '');
  if (hasTemplate(element, general)) return true;
  const isBare = element.first('templateId') === undefined;
  return isBare && (organizerOf(element) !== undefined || (inSection && element.parent?.name === 'entry'));
}

/** Result Observation. */
export const result: Definition<'observation'> = {
  ...observation,
  title: 'Result Observation',
  templates: [
    '2.16.840.1.113883.10.20.22.4.2',
    '2.16.840.1.113883.3.88.11.83.15',
    '2.16.840.1.113883.3.88.11.83.15.1',
    // Text, Code and Quantity Measurement Observation of imaging reports
    '2.16.840.1.113883.10.20.6.2.12',
    '2.16.840.1.113883.10.20.6.2.13',
    '2.16.840.1.113883.10.20.6.2.14',
  ],
  elements: ['observation'],
  matches: isUntemplatedResult,
  accepts: (element, scope) => isEvent(element) && saysAnything(element, scope),
  fields: { ...innerFields, categories: resultCategories, specimen: specimenOf },
  structure: [],
  settle: (item, element, scope) => settleValue(item, element, scope),
};

/**
 * A negated result is never a positive one: with a value its words say so, without one it was not obtained. One that
 * has nothing else either says that its value is not known.
 */
export function settleValue(item: Observation, element: XmlElement, scope: Scope): Observation {
  const { value: stated, ...rest } = item;
  const isAbsent = !stated || stated.absent !== undefined;
  if (isNegated(element)) {
    if (isAbsent && !item.components) return { ...rest, value: { absent: 'not-performed' } };
    return settleNegatedParts(settleNegatedObservation(item, element, scope));
  }
  if (stated || item.components || item.members || item.derivedFrom) return item;
  return { ...item, value: { absent: 'unknown' } };
}

/** No part of a negated result may be found as a positive one either. */
function settleNegatedParts({ components: several, interpretations, ...rest }: Observation): Observation {
  const { value: _answer, ...bare } = rest;
  return {
    ...(several ? bare : rest),
    ...(several && {
      components: several.map(({ value: one, ...part }) => ({
        ...part,
        ...(one && { value: negatedValue(one) }),
      })),
    }),
    ...(interpretations && {
      interpretations: interpretations.map(({ codings, text }) => ({
        codings: [],
        text: `Negated: ${text ?? codings[0]?.display ?? codings[0]?.code ?? 'interpretation'}`,
      })),
    }),
  };
}
