import {
  type Concept,
  type Observation,
  type ObservationComponent,
  type Participation,
  withCodes,
} from '../../../record/index.ts';
import { generalVitalSignOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { observation } from './observation.ts';
import { asPerformers, innerAuthors, organizerOf, saysAnything } from './organizer.ts';
import { innerFields, settleValue } from './result.ts';
import { reportZero, settleUnit } from './vital-sign-value.ts';

/** Who measured it; CDA has them as authors, FHIR as performers (CF-vitals). */
export const measurers: Field<Participation[]> = by('performer | author | ../../author', (from, scope) => {
  const performers = innerFields.performers.read(from, scope);
  if (performers) return performers;
  const authors = innerAuthors.read(from, scope);
  const value = authors && asPerformers(authors.value);
  return authors && value && value.length > 0 ? { value, nodes: authors.nodes } : undefined;
});

/** The code, and the one that FHIR wants for such a measurement. */
const code: Field<Concept> = by('code', (from, scope) => {
  const found = observation.fields.code.read(from, scope);
  const wanted = found?.value.codings.flatMap((coding) => generalVitalSignOf(coding.code ?? '') ?? []) ?? [];
  return found && wanted.length > 0 ? { ...found, value: withCodes(found.value, wanted, 'last') } : found;
});

/** An observation as a component of another. */
export function componentOf(from: XmlElement, scope: Scope): ObservationComponent {
  const { code: coded, value, interpretations, referenceRanges } = innerFields;
  const [interpreted, ranges] = [interpretations.read(from, scope), referenceRanges.read(from, scope)];
  const stated = {
    code: coded.read(from, scope)?.value ?? { codings: [], absent: 'unknown' as const },
    value: value.read(from, scope)?.value ?? { absent: 'unknown' },
  };
  reportZero(stated, from, scope);
  return {
    ...stated,
    ...(interpreted && { interpretations: interpreted.value }),
    ...(ranges && { referenceRanges: ranges.value }),
  };
}

/** What componentOf reads. */
export const componentNodes = (from: XmlElement): XmlElement[] => [
  ...['code', 'value', 'interpretationCode'].flatMap((name) => from.elements(name)),
  ...from.elementsIn('referenceRange', 'observationRange'),
];

const templates = [
  '2.16.840.1.113883.10.20.22.4.27',
  '2.16.840.1.113883.3.88.11.83.14',
  '1.3.6.1.4.1.19376.1.5.3.1.4.13.2',
];
/** What stands in the section of vital signs is one, if only its template says less. */
const general = [
  '2.16.840.1.113883.10.20.1.31',
  '1.3.6.1.4.1.19376.1.5.3.1.4.13',
  '2.16.840.1.113883.10.20.22.4.2',
];

/** Whether an observation is a vital sign that says something. */
export function isVitalSign(element: XmlElement, scope: Scope): boolean {
  if (element.name !== 'observation' || !isEvent(element) || !saysAnything(element, scope)) return false;
  if (hasTemplate(element, templates)) return true;
  if (scope.section?.rules?.title !== 'Vital signs') return false;
  const isBare = element.first('templateId') === undefined;
  const around = element.parent;
  const isMember = around?.name === 'entryRelationship' && around.attributes['typeCode'] === 'COMP';
  const stands = organizerOf(element) !== undefined || around?.name === 'entry' || isMember;
  return hasTemplate(element, general) || (isBare && stands);
}

/** The template fixes the status as completed: one that is left out is that (CF-vitals). */
export const vitalStatus: Field<Observation['status']> = by('statusCode', (from, scope) =>
  from.first('statusCode')?.attributes['code'] === undefined
    ? { value: 'final', nodes: from.elements('statusCode') }
    : observation.fields.status.read(from, scope),
);

/** Vital Sign Observation. */
export const vitalSign: Definition<'observation'> = {
  ...observation,
  title: 'Vital Sign Observation',
  templates: [],
  elements: ['observation'],
  matched: templates,
  matches: isVitalSign,
  fields: {
    ...innerFields,
    code,
    status: vitalStatus,
    categories: by('–', () => ({ value: ['vital-signs'], nodes: [] })),
    performers: measurers,
  },
  structure: [],
  settle: (item, element, scope) => withTime(settleUnit(settleValue(item, element, scope), element, scope)),
};

/** FHIR requires the time of a vital sign: where the source has none, that is said. */
export const withTime = (item: Observation): Observation =>
  item.effective || item.effectivePeriod ? item : { ...item, effective: { absent: 'unknown' } };
