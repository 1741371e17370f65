import type { Concept, Observation, ReferenceRange } from '../../../record/index.ts';
import { resultStatusOf } from '../../../terminology/index.ts';
import { readConcept } from '../datatypes/concept.ts';
import { readInterval } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { readValue } from '../datatypes/value.ts';
import { by, concept, concepts, type Field, many, nowhere, one, period, time } from '../fields.ts';
import { readParticipations } from '../participation.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import type { XmlElement } from '../xml/element.ts';
import { statementFields } from './common.ts';

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

function readRange(element: XmlElement, scope: Scope): ReferenceRange | undefined {
  const value = element.first('value');
  const interval = value && readInterval(value, scope);
  const text = element.first('text');
  const words = text && readText(text, scope);
  const found = { ...boundsOf(interval), ...(words && { text: words }) };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Both ends, or the one that a comparator marks. */
function boundsOf(interval: ReturnType<typeof readInterval>): Pick<ReferenceRange, 'low' | 'high'> {
  if (interval?.range) return interval.range;
  const { comparator, ...bound } = interval?.quantity ?? {};
  if (comparator === undefined) return {};
  return comparator.startsWith('>') ? { low: bound } : { high: bound };
}

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
    effective: by('effectiveTime', (from, scope) => (isSpan(from) ? undefined : time('effectiveTime').read(from, scope))),
    effectivePeriod: by('effectiveTime', (from, scope) => (isSpan(from) ? period('effectiveTime').read(from, scope) : undefined)),
    value: one('value', readValue),
    interpretations: concepts('interpretationCode'),
    method: concept('methodCode'),
    bodySite: concept('targetSiteCode'),
    referenceRanges: many('referenceRange/observationRange', readRange),
    performers: by('performer', (from, scope) => {
      const value = readParticipations(from, 'performer', scope);
      return value && { value, nodes: from.elements('performer') };
    }),
    members: nowhere,
    components: nowhere,
    encounter: nowhere,
  },
  structure: [],
};

const assessmentScale = '2.16.840.1.113883.10.20.22.4.69';

/** Whether the time is a span: one end alone is a span too, but for `low`, which many write for the time itself. */
const isSpan = (from: XmlElement): boolean => from.first('effectiveTime')?.first('high') !== undefined;

