import type { ObservationComponent, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field, nowhere } from '../fields.ts';
import { compilePath } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated } from './common.ts';
import { settleNegatedObservation } from './negated-observation.ts';
import { observation, readPresent } from './observation.ts';
import { organizerOf, participations, saysAnything } from './organizer.ts';
import { outsideDocuments } from './outside-document.ts';
import { holdsResults, memberResults } from './panel.ts';
import { innerFields, settleValue } from './result.ts';

const stateOf = compilePath('entryRelationship/[status]');

/** Advance Directive Status of CCD and R1.1 (current and verified, supported by durable power of attorney …). */
function readState(status: XmlElement, scope: Scope): ObservationComponent[] {
  const value = status.first('value');
  const found = value && readPresent(value, scope);
  const code = observation.fields.code.read(status, scope)?.value;
  return found && code ? [{ code, value: found }] : [];
}

const components: Field<ObservationComponent[]> = by('value | entryRelationship/[status]', (from, scope) => {
  const own = innerFields.components.read(from, scope);
  const states = stateOf(from);
  const value = [...(own?.value ?? []), ...states.flatMap((one) => readState(one, scope))];
  return value.length > 0 ? { value, nodes: [...(own?.nodes ?? []), ...states] } : undefined;
});

/** The observations that it rests on, and the document itself: the living will, the power of attorney. */
const derivedFrom: Field<Reference[]> = by(
  'entryRelationship[@typeCode=SPRT]/observation | reference/externalDocument',
  (from, scope) => {
    const found = [innerFields.derivedFrom, outsideDocuments].flatMap(
      (field) => field.read(from, scope) ?? [],
    );
    return found.length > 0
      ? { value: found.flatMap(({ value }) => value), nodes: found.flatMap(({ nodes }) => nodes) }
      : undefined;
  },
);

/** Advance Directive Observation: of what kind the directive is, and what it says. */
export const directive: Definition<'observation'> = {
  ...observation,
  title: 'Advance Directive Observation',
  templates: [
    '2.16.840.1.113883.10.20.22.4.48',
    '2.16.840.1.113883.10.20.1.17',
    '2.16.840.1.113883.3.88.11.83.12',
    '1.3.6.1.4.1.19376.1.5.3.1.4.13.7',
  ],
  elements: ['observation'],
  matches: (element, { section }) =>
    section?.rules?.title === 'Advance directives' &&
    (element.parent?.name === 'entry' || organizerOf(element) !== undefined),
  accepts: (element, scope) =>
    element.name === 'observation' && isEvent(element) && saysAnything(element, scope),
  fields: {
    ...innerFields,
    components,
    derivedFrom,
    verifiers: participations('', 'VRF'),
    custodians: participations('', 'CST'),
  },
  structure: ['reference/seperatableInd'],
  settle: (item, element, scope) =>
    isNegated(element) ? settleNegatedObservation(item, element, scope) : settleValue(item, element, scope),
};

/** Advance Directive Organizer: directives of one kind. */
export const directives: Definition<'observation'> = {
  ...observation,
  title: 'Advance Directive Organizer',
  templates: ['2.16.840.1.113883.10.20.22.4.108'],
  elements: ['organizer'],
  matches: (_, { section }) => section?.rules?.title === 'Advance directives',
  accepts: (element, scope) =>
    element.name === 'organizer' && isEvent(element) && holdsResults(element, scope),
  fields: {
    ...innerFields,
    value: nowhere,
    components: nowhere,
    members: memberResults,
    derivedFrom: nowhere,
    verifiers: participations('', 'VRF'),
    custodians: participations('', 'CST'),
  },
  structure: [],
};
