import type { Concept, Risk } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { by, concept, type Field, time } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';

import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated, statementFields } from './common.ts';
import { entryReferencesIn, referred } from './entry-reference.ts';
import { problem } from './problem.ts';

/** The problems that may come. */
const problemsIn = (act: XmlElement): XmlElement[] =>
  act
    .elements('entryRelationship')
    .filter(({ attributes }) => attributes['typeCode'] !== 'SPRT')
    .flatMap((relation) => relation.elements('observation'))
    .filter(
      (one) =>
        !isNegated(one) &&
        one
          .elements('templateId')
          .some(({ attributes }) => problem.templates.includes(attributes['root'] ?? '')),
    );

const outcomes: Field<Concept[]> = by('entryRelationship/observation/value | text', (from, scope) => {
  const nodes = problemsIn(from).flatMap((one) => one.elements('value'));
  const value = nodes.map((node) => readConcept(node, scope)).filter(says);
  if (value.length > 0) return { value, nodes };
  const text = from.first('text');
  const words = text && readText(text, scope);
  return words === undefined
    ? undefined
    : { value: [{ codings: [], text: words }], nodes: from.elements('text') };
});

const statuses: Readonly<Record<string, Risk['status']>> = {
  new: 'registered',
  nullified: 'entered-in-error',
  cancelled: 'cancelled',
};

/** What it is based on: what supports it, and what it names elsewhere. */
const basis: Field<NonNullable<Risk['basis']>> = by('entryRelationship', (from, scope) => {
  const supports = from
    .elements('entryRelationship')
    .filter(({ attributes }) => attributes['typeCode'] === 'SPRT')
    .flatMap((relation) => relation.elements('observation'));
  const references = entryReferencesIn(from);
  const value = [
    ...supports.flatMap((one) => scope.statement(one) ?? []),
    ...references.flatMap((one) => referred(one, scope)),
  ];
  return value.length > 0 ? { value, nodes: [...supports, ...references] } : undefined;
});

/** Risk Concern Act: what may come to be is no condition, and is none here. */
export const risk: Definition<'risk'> = {
  kind: 'risk',
  title: 'Risk Concern Act',
  templates: ['2.16.840.1.113883.10.20.22.4.136'],
  accepts: (element, scope) =>
    element.name === 'act' &&
    isEvent(element) &&
    isPart(element, parts.riskConcern) &&
    !isNegated(element) &&
    outcomes.read(element, scope) !== undefined,
  fields: {
    ...statementFields,
    status: by('statusCode', (from) => {
      const code = from.first('statusCode')?.attributes['code']?.trim() ?? '';
      const value = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
      return { value: value ?? 'final', nodes: from.elements('statusCode') };
    }),
    code: concept('code'),
    since: time('effectiveTime'),
    outcomes,
    basis,
  },
  structure: ['id', 'code', 'statusCode', 'effectiveTime'].map(
    (part) => `entryRelationship/observation/${part}`,
  ),
};
