import type { Concept, Observation, ObservationValue } from '../../../record/index.ts';
import { resultStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept } from '../datatypes/concept.ts';
import { known } from '../datatypes/time.ts';
import { readValue } from '../datatypes/value.ts';
import { by, concept, concepts, type Field, nowhere, one } from '../fields.ts';
import { readParticipations } from '../participation.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { partOf } from './act.ts';
import { statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { timingFields } from './observed-time.ts';
import { referenceRanges } from './reference-range.ts';

const status: Field<Observation['status']> = by('statusCode', (from) => {
  const statusCode = from.first('statusCode');
  const value = resultStatusOf(statusCode?.attributes['code'] ?? '');
  return { value: value ?? 'unknown', nodes: statusCode ? [statusCode] : [] };
});

/** The code, or that there is none: FHIR requires one. */
const code: Field<Concept> = by('code', (from, scope) => {
  const element = from.first('code');
  const value = element && readConcept(element, scope);
  return { value: value ?? { codings: [], absent: 'unknown' }, nodes: element ? [element] : [] };
});

/** Any observation that says what was found; Assessment Scale Observation among them. */
export const observation: Definition<'observation'> = {
  kind: 'observation',
  title: 'Observation',
  templates: ['2.16.840.1.113883.10.20.22.4.69'],
  fields: {
    ...statementFields,
    status,
    categories: by('templateId', (from) =>
      from.elements('templateId').some(({ attributes }) => attributes['root'] === assessmentScale)
        ? { value: ['survey'], nodes: [] }
        : undefined,
    ),
    code,
    ...timingFields('effectiveTime', (from) => from.elements('effectiveTime')),
    value: one('value', readPresent),
    interpretations: concepts('interpretationCode'),
    method: concept('methodCode'),
    bodySite: concept('targetSiteCode'),
    referenceRanges,
    performers: by('performer', (from, scope) => {
      const value = readParticipations(from, 'performer', scope);
      return value && { value, nodes: from.elements('performer') };
    }),
    members: nowhere,
    components: nowhere,
    encounter: encounterReference,
    issued: nowhere,
    specimen: nowhere,
    device: nowhere,
    derivedFrom: nowhere,
    focus: nowhere,
    verifiers: nowhere,
    custodians: nowhere,
    partOf,
  },
  structure: [],
};

const assessmentScale = '2.16.840.1.113883.10.20.22.4.69';

/** A value, or why there is none: a type whose content is null has no value (obs-6). */
export function readPresent(element: XmlElement, scope: Scope): ObservationValue | undefined {
  const value = readValue(element, scope);
  if (!value) return undefined;
  const { quantity, concept: meaning, time } = value;
  const absent =
    (quantity?.value === undefined ? quantity?.absent : undefined) ??
    (meaning?.codings.length === 0 && meaning.text === undefined ? meaning.absent : undefined) ??
    (known(time) ? undefined : time?.absent);
  return absent === undefined ? value : { absent };
}
