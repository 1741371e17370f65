import type { Concept, Observation, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept } from '../datatypes/concept.ts';
import { readValue } from '../datatypes/value.ts';
import { by, type Field, type Found, many } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import { type Part, parts } from '../parts.ts';
import { hasTemplate, isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { settleNegatedObservation } from './negated-observation.ts';
import { observation } from './observation.ts';

type Component = NonNullable<Observation['components']>[number];

const assessments = ['2.16.840.1.113883.10.20.22.4.69', '2.16.840.1.113883.10.20.22.4.86'];

/** The section's category; an assessment is a survey too. */
const categories: Field<string[]> = by('section/code | templateId', (from) => ({
  value: hasTemplate(from, assessments) ? ['social-history', 'survey'] : ['social-history'],
  nodes: [],
}));

/** What is only planned has no finding yet. */
const status: Field<Observation['status']> = by('statusCode | @moodCode', (from, scope) =>
  isStated(from)
    ? observation.fields.status.read(from, scope)
    : { value: 'registered', nodes: from.elements('statusCode') },
);

/** Whether it is a finding: the mood of one is EVN, which some leave out. */
const isStated = ({ attributes }: XmlElement): boolean => (attributes['moodCode'] ?? 'EVN') === 'EVN';

const nested = (from: XmlElement): readonly XmlElement[] =>
  from.elementsIn('entryRelationship', 'observation');

/** The observations inside that qualify their owner: they have no standing of their own. */
const qualifiers: readonly Part[] = [parts.industry, parts.dueDate, parts.status];
const qualifies = (element: XmlElement): boolean => qualifiers.some((part) => isPart(element, part));

/** Observations inside that qualify this one, as its components. */
export const components: Field<Component[]> = by('entryRelationship/observation', (from, scope) => {
  const nodes = nested(from).filter(qualifies);
  return nodes.length > 0 ? { value: nodes.map((node) => readComponent(node, scope)), nodes } : undefined;
});

function readComponent(element: XmlElement, scope: Scope): Component {
  const [code, value] = [element.first('code'), element.first('value')];
  const found = value && readValue(value, scope);
  const concept = code && readConcept(code, scope);
  return { code: concept ?? { codings: [], absent: 'unknown' }, ...(found && { value: found }) };
}

const answers = [...assessments, '2.16.840.1.113883.10.20.22.4.38'];
const isMember = (element: XmlElement): boolean =>
  !qualifies(element) && (hasTemplate(element, answers) || element.first('templateId') === undefined);

/** All other observations inside stand for themselves: the answers of an assessment among them. */
const members: Field<Reference[]> = by('entryRelationship/observation', (from, scope) => {
  const nodes = nested(from).filter(isMember);
  const value = nodes.map((node) => readStatement(socialHistory, node, scope));
  return nodes.length > 0 ? { value, nodes } : undefined;
});

const sections = new Set(['Social history', 'Foreign travel']);

const isSocialHistory = (element: XmlElement, { section }: Scope): boolean =>
  sections.has(section?.rules?.title ?? '') &&
  isStated(element) &&
  (element.first('code') !== undefined || element.first('value') !== undefined);

/** Whom Caregiver Characteristics are about. */
const carer: Field<Reference[]> = many('participant[@typeCode=IND]', (participant, scope) =>
  participant.parent && hasTemplate(participant.parent, ['2.16.840.1.113883.10.20.22.4.72'])
    ? readParticipation(participant, scope)?.who
    : undefined,
);

/** Social History Observation and its kin: sexual orientation, home, culture, carers, occupation, disability, assessments. */
export const socialHistory: Definition<'observation'> = {
  ...observation,
  title: 'Social History Observation',
  templates: [
    '2.16.840.1.113883.10.20.22.4.38',
    '2.16.840.1.113883.10.20.22.4.501',
    '2.16.840.1.113883.10.20.22.4.503',
    '2.16.840.1.113883.10.20.22.4.504',
    '2.16.840.1.113883.10.20.22.4.505',
    '2.16.840.1.113883.10.20.22.4.506',
    '2.16.840.1.113883.10.20.22.4.507',
    '2.16.840.1.113883.10.20.34.3.45',
    '2.16.840.1.113883.10.20.22.4.200',
    '2.16.840.1.113883.10.20.22.4.109',
    '2.16.840.1.113883.10.20.22.4.111',
    '2.16.840.1.113883.10.20.22.4.72',
    '2.16.840.1.113883.3.88.11.83.19',
    '2.16.840.1.113883.10.20.1.33',
    '1.3.6.1.4.1.19376.1.5.3.1.4.13.4',
  ],
  elements: ['observation'],
  matches: isSocialHistory,
  fields: { ...observation.fields, status, categories, components, members, focus: carer },
  structure: ['statusCode'],
  settle: settleNegatedObservation,
};

const assertion = 'ASSERTION';

/** The code, for which older releases write ASSERTION: then the one that later releases fix. */
export const codeOr = (code: string, display: string): Field<Concept> =>
  by('code', (from, scope): Found<Concept> => {
    const nodes = from.elements('code');
    const stated = nodes[0] && readConcept(nodes[0], scope);
    const codings = stated?.codings.filter((coding) => coding.code !== assertion) ?? [];
    if (codings.length > 0) return { value: { ...stated, codings }, nodes };
    const text = stated?.text;
    return {
      value: { codings: [{ system: 'http://loinc.org', code, display }], ...(text && { text }) },
      nodes,
    };
  });
