import type { Concept, Reference } from '../../../record/index.ts';
import { isNoImmunizationReason } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, type Found, readAll } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, hasTemplate, isPart } from '../path.ts';
import { refer, statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { isStatement, readStatement } from '../statement.ts';
import { isNegated } from './common.ts';
import { problem } from './problem.ts';

const related = compilePath('entryRelationship/observation');
const rationale = compilePath('entryRelationship[@typeCode=RSON]/observation');
const concerned = compilePath('entryRelationship[@typeCode=RSON]/act/entryRelationship/observation');

/** Immunization Refusal Reason, later Immunization Not Given Reason: by its template, else by its code. */
const isRefusal = (observation: XmlElement): boolean =>
  hasTemplate(observation, ['2.16.840.1.113883.10.20.22.4.53']) ||
  isNoImmunizationReason(observation.first('code')?.attributes['code'] ?? '');

/** Why a vaccine was not given. */
export function refusalOf(from: XmlElement, scope: Scope): Found<Concept> | undefined {
  for (const observation of related(from).filter(isRefusal)) {
    const code = observation.first('code');
    const value = code && readConcept(code, scope);
    if (says(value)) return { value, nodes: [observation] };
  }
  return undefined;
}

export const refusal: Field<Concept> = by('entryRelationship/observation (refusal reason)/code', refusalOf);

/** What a Reason has beside the reason: an id, a code that says that it is one, the day that it was given, its words. */
export const careReasonStructure = ['id', 'code', 'text', 'statusCode', 'effectiveTime'].map(
  (part) => `entryRelationship/observation/${part}`,
);

/** Indications: what stands as the reason, and what has the template of one. */
const indicationsIn = (from: XmlElement): XmlElement[] =>
  [
    ...new Set([
      ...rationale(from),
      ...concerned(from),
      ...related(from).filter((one) => isPart(one, parts.indication)),
    ]),
  ].filter(
    (one) => !isRefusal(one) && !isNegated(one) && !(isNegated(from) && isPart(one, parts.careReason)),
  );

/** The problem that an indication is, or that it names by its id. */
function problemOf(indication: XmlElement, scope: Scope): Reference | undefined {
  if (isStatement(problem, indication, scope)) return readStatement(problem, indication, scope);
  return statedElsewhere(indication, scope)
    .filter(({ name }) => name === 'observation')
    .map((one) => refer(one, scope))
    .find((one) => one?.ref.startsWith('problem/'));
}

function readIndication(observation: XmlElement, scope: Scope): Concept | undefined {
  const value = observation.first('value');
  const concept = value && readConcept(value, scope);
  if (says(concept)) return concept;
  const text = observation.first('text');
  const words = text && readText(text, scope);
  return words === undefined ? undefined : { codings: [], text: words };
}

/** Indications that are no problem of this document. */
export const reasons: Field<Concept[]> = by(
  'entryRelationship[@typeCode=RSON]/observation/value',
  (from, scope) => {
    const nodes = indicationsIn(from).filter((node) => problemOf(node, scope) === undefined);
    return readAll(nodes, readIndication, scope);
  },
);

/** Indications that are problems of this document. */
export const reasonReferences: Field<Reference[]> = by(
  'entryRelationship[@typeCode=RSON]//observation',
  (from, scope) => readAll(indicationsIn(from), problemOf, scope),
);
