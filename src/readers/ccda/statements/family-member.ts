import type { FamilyMember } from '../../../record/index.ts';
import { administrativeGender } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept } from '../datatypes/concept.ts';
import { readIdentifier } from '../datatypes/identifier.ts';
import { readWhen } from '../datatypes/time.ts';
import { by, type Field, one } from '../fields.ts';
import { plainText } from '../narrative/index.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { recorded, statementFields } from './common.ts';
import { conditionNodes, deathsIn, findingStructure, readFamilyCondition } from './family-condition.ts';
import { saysAnything } from './organizer.ts';

const person = 'subject/relatedSubject/subject';
const roleCodes = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';

/** What the relative is to the patient; a finding that names no relative is one of the family. */
const relationship: Field<FamilyMember['relationship']> = by('subject/relatedSubject/code', (from, scope) => {
  const nodes = from.elements('subject').flatMap((subject) => roleCodesOf(subject));
  const value = nodes[0] && readConcept(nodes[0], scope);
  if (value) return { value, nodes };
  return {
    value: { codings: [{ system: roleCodes, code: 'FAMMEMB', display: 'family member' }] },
    nodes: [],
  };
});

const roleCodesOf = (subject: XmlElement): readonly XmlElement[] =>
  subject.elementsIn('relatedSubject', 'code');

/** C-CDA gives the person an id by its extension; some write the element without its prefix. */
const personIdentifiers: Field<NonNullable<FamilyMember['personIdentifiers']>> = by(
  `${person}/sdtc:id`,
  (from, scope) => {
    const people = peopleIn(from);
    const nodes = people.flatMap((one) => [...one.elements('sdtc:id'), ...one.elements('id')]);
    const value = nodes
      .map((node) => readIdentifier(node, scope))
      .filter((one) => one?.value !== undefined)
      .filter((one) => one !== undefined);
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

const peopleIn = (from: XmlElement): XmlElement[] =>
  from.elementsIn('subject', 'relatedSubject').flatMap((role) => role.elements('subject'));

/** Whether the relative is dead: stated, dated, or said by what was died of. */
const deceased: Field<boolean> = by(`${person}/sdtc:deceasedInd`, (from) => {
  const nodes = peopleIn(from).flatMap((one) => one.elements('sdtc:deceasedInd'));
  const stated = nodes[0]?.attributes['value']?.trim();
  if (stated === 'true' || stated === 'false') return { value: stated === 'true', nodes };
  const deaths = conditionNodes(from).flatMap(deathsIn);
  return deaths.length > 0 ? { value: true, nodes: deaths } : undefined;
});

const observationTemplates = ['2.16.840.1.113883.10.20.22.4.46', '2.16.840.1.113883.10.20.1.22'];

/** A finding in the section of family history that stands in no organizer. */
const isLoose = (element: XmlElement, { section }: Scope): boolean =>
  element.name === 'observation' &&
  element.parent?.name === 'entry' &&
  (hasTemplate(element, observationTemplates) || section?.rules?.title === 'Family history');

const isOfFamily = (element: XmlElement, { section }: Scope): boolean =>
  element.name === 'organizer' &&
  section?.rules?.title === 'Family history' &&
  element.first('subject') !== undefined;

/** What the template fixes is that it is completed. */
const statuses: Readonly<Record<string, FamilyMember['status']>> = {
  active: 'partial',
  new: 'partial',
  nullified: 'entered-in-error',
};

/** Family History Organizer; a loose Family History Observation is one of an unnamed relative. */
export const familyMember: Definition<'familyMember'> = {
  kind: 'familyMember',
  title: 'Family History Organizer',
  templates: [
    '2.16.840.1.113883.10.20.22.4.45',
    '2.16.840.1.113883.10.20.1.23',
    '2.16.840.1.113883.3.88.11.83.18',
    '1.3.6.1.4.1.19376.1.5.3.1.4.15',
  ],
  elements: ['observation', 'organizer'],
  matches: (element, scope) => isLoose(element, scope) || isOfFamily(element, scope),
  accepts: (element, scope) =>
    isEvent(element) &&
    (element.name === 'organizer' || (element.name === 'observation' && saysAnything(element, scope))),
  fields: {
    ...statementFields,
    status: by('statusCode', (from) => {
      const code = from.first('statusCode')?.attributes['code']?.trim() ?? '';
      const value = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
      return { value: value ?? 'completed', nodes: from.elements('statusCode') };
    }),
    relationship,
    personIdentifiers,
    name: one(`${person}/name`, (name) => clean(plainText(name))),
    sex: one(`${person}/administrativeGenderCode`, ({ attributes }) =>
      attributes['code'] === undefined ? undefined : administrativeGender.to(attributes['code'].trim()),
    ),
    born: one(`${person}/birthTime`, readWhen),
    deceased,
    died: one(`${person}/sdtc:deceasedTime`, readWhen),
    recorded,
    conditions: by('component/observation', (from, scope) => {
      const found = conditionNodes(from).flatMap((node) => readFamilyCondition(node, scope) ?? []);
      return found.length > 0
        ? { value: found.map(({ value }) => value), nodes: found.flatMap(({ nodes }) => nodes) }
        : undefined;
    }),
  },
  structure: ['effectiveTime', ...findingStructure],
};
