import type { Observation } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { focusAround, settleStatus } from './focused-observation.ts';
import { observation } from './observation.ts';
import { saysAnything } from './organizer.ts';
import { holdsResults, memberResults } from './panel.ts';
import { innerFields, related } from './result.ts';
import { codeOr } from './social-history.ts';

const ccda = (...tails: string[]): string[] => tails.map((tail) => `2.16.840.1.113883.10.20.22.4.${tail}`);

/** Functional Status, Self-Care Activities, Sensory Status. */
const functional = ccda('67', '128', '127');
/** Mental (before: Cognitive) Status Observation. */
const mental = ccda('74');
/** Number of Pressure Ulcers, Highest Pressure Ulcer Stage, Wound Measurement and Wound Characteristic. */
const skin = ccda('76', '77', '133', '134');
/** Nutritional Status Observation, Nutrition Assessment, Health Status Observation. */
const others = [...ccda('124', '138', '5'), '2.16.840.1.113883.10.20.1.51'];
const organizers = { functional: ccda('66'), mental: ccda('75') };

/** US Core's categories; what somebody was found to be like is an exam, what somebody answered a survey. */
function categoriesOf(element: XmlElement, { section }: Scope): string[] {
  if (hasTemplate(element, [...functional, ...organizers.functional])) return ['survey', 'functional-status'];
  if (hasTemplate(element, [...mental, ...organizers.mental])) return ['survey', 'cognitive-status'];
  if (hasTemplate(element, skin)) return ['exam'];
  if (section?.rules?.title === 'Functional status') return ['survey', 'functional-status'];
  if (section?.rules?.title === 'Mental status') return ['survey', 'cognitive-status'];
  return ['survey'];
}

const categories: Field<string[]> = by('templateId', (from, scope) => ({
  value: categoriesOf(from, scope),
  nodes: [],
}));

const sections = new Set(['Functional status', 'Mental status', 'Nutrition']);

/** An observation of no template that stands for itself in one of these sections. */
const isBare = (element: XmlElement, { section }: Scope): boolean =>
  element.parent?.name === 'entry' &&
  element.first('templateId') === undefined &&
  sections.has(section?.rules?.title ?? '');

const inside: Field<NonNullable<Observation['members']>> = related(['COMP', 'SUBJ']);

const says = (element: XmlElement, scope: Scope): boolean =>
  saysAnything(element, scope) ||
  element.elementsIn('entryRelationship', 'observation').some((one) => saysAnything(one, scope));

/** Observations of how somebody fares: functional, mental, nutritional and health status, wounds. */
export const statusObservation: Definition<'observation'> = {
  ...observation,
  title: 'Status Observation',
  templates: [...functional, ...mental, ...skin, ...others],
  elements: ['observation'],
  matches: isBare,
  accepts: (element, scope) =>
    element.name === 'observation' && isEvent(element) && !isProblem(element) && says(element, scope),
  fields: { ...innerFields, categories, members: inside, focus: focusAround },
  structure: [],
  settle: settleStatus,
};

/** Some exports give a problem the template of a status beside its own. */
const isProblem = (element: XmlElement): boolean => hasTemplate(element, ccda('4'));

/** Functional Status Organizer: an observation that is the sum of its members. */
const organizer = (
  title: string,
  code: string,
  display: string,
  templates: string[],
): Definition<'observation'> => ({
  ...observation,
  title,
  templates,
  accepts: (element, scope) =>
    element.name === 'organizer' && isEvent(element) && holdsResults(element, scope),
  fields: {
    ...innerFields,
    code: codeOr(code, display),
    categories,
    value: by('–', () => undefined),
    members: memberResults,
  },
  structure: [],
});

export const functionalStatus = organizer(
  'Functional Status Organizer',
  '54522-8',
  'Functional status',
  organizers.functional,
);
export const mentalStatus = organizer(
  'Mental Status Organizer',
  '10190-7',
  'Mental status',
  organizers.mental,
);
