import { type Reference, withCodes } from '../../../record/index.ts';
import { VITAL_SIGNS_PANEL } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field, nowhere } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { observation } from './observation.ts';
import { componentsOf, organizerOf, saysAnything } from './organizer.ts';
import { innerFields } from './result.ts';
import { resultCategories } from './result-category.ts';
import { panelSpanFields, spanFields } from './span.ts';
import { measurers, vitalSign, vitalStatus, withTime } from './vital-sign.ts';

/** The observations of an organizer; an organizer inside it is one of them. */
export const memberResults: Field<Reference[]> = by(
  'component/observation | component/organizer',
  (from, scope) => {
    const nodes = [...componentsOf(from, 'observation'), ...componentsOf(from, 'organizer')];
    const read = nodes.map((node) => ({ node, ref: scope.statement(node)?.ref }));
    const observations = read.filter(({ ref }) => ref?.startsWith('observation/'));
    const refs = new Set(observations.map(({ ref }) => ref).filter((ref) => ref !== undefined));
    return refs.size > 0
      ? { value: [...refs].map((ref) => ({ ref })), nodes: observations.map(({ node }) => node) }
      : undefined;
  },
);

/** Whether an organizer holds an observation that says anything. */
export const holdsResults = (organizer: XmlElement, scope: Scope): boolean =>
  componentsOf(organizer, 'observation').some((one) => saysAnything(one, scope)) ||
  componentsOf(organizer, 'organizer').some((one) => holdsResults(one, scope));

const panelTemplates = ['2.16.840.1.113883.10.20.22.4.26', '2.16.840.1.113883.10.20.1.35'];

const isVitalOrganizer = (element: XmlElement, { section }: Scope): boolean =>
  element.name === 'organizer' &&
  (hasTemplate(element, panelTemplates) || section?.rules?.title === 'Vital signs');

const base: Definition<'observation'> = {
  ...observation,
  title: 'Vital Signs Organizer',
  templates: [],
  accepts: (element, scope) => isEvent(element) && holdsResults(element, scope),
  fields: {
    ...innerFields,
    ...spanFields,
    value: nowhere,
    components: nowhere,
    members: memberResults,
    derivedFrom: nowhere,
  },
  structure: [],
};

/** Vital Signs Organizer → the panel of vital signs; the source's own code stands beside FHIR's. */
export const vitalSignsPanel: Definition<'observation'> = {
  ...base,
  elements: ['organizer'],
  matched: panelTemplates,
  matches: (element, scope) => isVitalOrganizer(element, scope) && organizerOf(element) === undefined,
  fields: {
    ...base.fields,
    ...panelSpanFields,
    code: by('code', (from, scope) => {
      const found = observation.fields.code.read(from, scope);
      const value = found && withCodes(found.value, [VITAL_SIGNS_PANEL], 'first');
      return value && { ...found, value: { text: 'Vital Signs Panel', ...value } };
    }),
    status: vitalStatus,
    categories: vitalSign.fields.categories,
    performers: measurers,
  },
  settle: withTime,
};

/** An organizer inside another: an observation that is the sum of its members. */
export const group: Definition<'observation'> = {
  ...base,
  title: 'Organizer inside an organizer',
  elements: ['organizer'],
  matches: (element) => organizerOf(element) !== undefined,
  fields: {
    ...base.fields,
    categories: by('../..', (from, scope) => {
      const outer = organizerOf(from);
      const field = outer && isVitalOrganizer(outer, scope) ? vitalSign.fields.categories : resultCategories;
      return field.read(from, scope);
    }),
  },
};
