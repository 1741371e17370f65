import type { Concept, Order, Participation, When } from '../../../record/index.ts';
import { orderPriorityOf, orderStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { by, type Field, nowhere, period, time, token } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { bodySites, instructions, locations, moodOf, named, performers, planAround, what } from './act.ts';
import { isNegated, recorded, recorder, statementFields } from './common.ts';
import { plannedCoverages } from './coverage.ts';
import { encounterReference } from './encounter-reference.ts';
import { reasonReferences, reasons } from './indication.ts';
import { participations } from './organizer.ts';

/** What each mood means; EVN is no plan and GOL an aim. An appointment that is booked is a plan. */
const intents: Readonly<Record<string, Order['intent']>> = {
  INT: 'plan',
  PRMS: 'plan',
  APT: 'plan',
  RQO: 'order',
  ARQ: 'order',
  PRP: 'proposal',
};

const detailNames = ['act', 'encounter', 'observation', 'procedure'];

/** Some exports put all that is planned into an activity of the same class inside the plan. */
const detailOf = (from: XmlElement): XmlElement | undefined =>
  from
    .elements('entryRelationship')
    .flatMap((relation) => relation.elements(from.name))
    .find(
      (one) =>
        planAround(one) !== undefined &&
        !isPart(one, parts.instruction) &&
        !isPart(one, parts.comment) &&
        !isPart(one, parts.plannedCoverage),
    );

/** The performers; of a Drug Monitoring Act who is responsible for it. */
const responsible: Field<Participation[]> = by(
  'performer | participant[@typeCode=RESP]',
  (from, scope) => performers.read(from, scope) ?? participations('', 'RESP').read(from, scope),
);

/** A field of the plan, or for want of it that of its detail. */
const detailed = <T>(field: Field<T>): Field<T> => ({
  path: `${field.path} | entryRelationship/*/${field.path}`,
  read(from, scope) {
    const detail = detailOf(from);
    return field.read(from, scope) ?? (detail && field.read(detail, scope));
  },
});

/** Planned Act, Encounter, Procedure and Observation; the other activities where their mood is one of a plan. */
export const order: Definition<'order'> = {
  kind: 'order',
  title: 'Planned Procedure',
  templates: [
    '2.16.840.1.113883.10.20.22.4.39',
    '2.16.840.1.113883.10.20.22.4.40',
    '2.16.840.1.113883.10.20.22.4.41',
    '2.16.840.1.113883.10.20.22.4.44',
    '2.16.840.1.113883.10.20.1.25',
    '2.16.840.1.113883.10.20.22.4.49',
    // Nutrition Recommendation, Drug Monitoring Act
    '2.16.840.1.113883.10.20.22.4.130',
    '2.16.840.1.113883.10.20.22.4.123',
    ...parts.procedure.templates,
  ],
  matches: (element, scope) =>
    element.parent?.name === 'entry' &&
    (element.name === 'procedure' || element.name === 'encounter' || isBareInPlan(element, scope)),
  accepts: (element, scope) =>
    isPlanned(element) && saysWhat(element, scope) && !(isNegated(element) && !isCoded(element, scope)),
  fields: {
    ...statementFields,
    status: by('statusCode', (from) => ({
      value: orderStatusOf(from.first('statusCode')?.attributes['code']?.trim() ?? '') ?? 'unknown',
      nodes: from.elements('statusCode'),
    })),
    intent: by('@moodCode', (from) => ({ value: intents[moodOf(from)] ?? 'plan', nodes: [] })),
    doNotPerform: by('@negationInd', (from) => (isNegated(from) ? { value: true, nodes: [] } : undefined)),
    priority: token('priorityCode', orderPriorityOf),
    categories: by('.', ({ name }) => {
      const value = Object.hasOwn(categories, name) ? categories[name] : undefined;
      return value && { value: [value], nodes: [] };
    }),
    code: detailed(what),
    occurrence: detailed(
      by('effectiveTime', (from, scope) =>
        isSpan(from) ? undefined : time('effectiveTime').read(from, scope),
      ),
    ),
    occurrencePeriod: detailed(
      by('effectiveTime', (from, scope) =>
        isSpan(from) ? period('effectiveTime').read(from, scope) : undefined,
      ),
    ),
    authored: recorded,
    requester: recorder,
    performers: detailed(responsible),
    locations: detailed(locations),
    reasons: detailed(reasons),
    reasonReferences: detailed(reasonReferences),
    bodySites: detailed(bodySites),
    methods: detailed(named('methodCode')),
    instructions: detailed(instructions),
    insurances: by('entryRelationship/act[planned coverage]', (from, scope) => {
      const read = plannedCoverages(from).map((node) => ({ node, ref: scope.statement(node) }));
      const value = read.map(({ ref }) => ref).filter((ref) => ref?.ref.startsWith('coverage/') ?? false);
      const found = value.filter((ref) => ref !== undefined);
      const around = read.flatMap(({ node }) => node.parent?.parent?.elements() ?? []);
      const nodes = [
        ...read.map(({ node }) => node),
        ...around.filter(({ name }) => name !== 'entryRelationship'),
      ];
      return found.length > 0 ? { value: found, nodes } : undefined;
    }),
    details: nowhere,
    encounter: encounterReference,
  },
  // What stands in a plan of its own class says what is planned, and has no standing of its own.
  structure: detailNames.flatMap((name) =>
    ['id', 'statusCode', 'text'].map((part) => `entryRelationship/${name}/${part}`),
  ),
  settle: settleTime,
};

const isPlanned = (element: XmlElement): boolean =>
  detailNames.includes(element.name) && Object.hasOwn(intents, moodOf(element));

/** Whether a code names it: what is not to be done must be named by one, as words often say the negation themselves. */
const isCoded = (element: XmlElement, scope: Scope): boolean =>
  (what.read(element, scope)?.value.codings.length ?? 0) > 0;

/** A negated plan that names nothing by a code: nothing is planned. */
export const noOrders: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Planned Procedure, negated without a code',
  templates: order.templates,
  accepts: (element, scope) => isPlanned(element) && isNegated(element) && !isCoded(element, scope),
  fields: { ...statementFields, about: by('@negationInd', () => ({ value: 'orders', nodes: [] })) },
  structure: ['code', 'statusCode', 'effectiveTime', 'value'],
};

const plans = new Set(['Plan of treatment', 'Assessment and plan']);

/** In a plan whatever is intended is planned, though no template says so. */
const isBareInPlan = (element: XmlElement, { section }: Scope): boolean =>
  plans.has(section?.rules?.title ?? '') && element.first('templateId') === undefined;

const snomed = 'http://snomed.info/sct';
/** US Core's categories of ServiceRequest, as far as CDA's class says them. */
const categories: Readonly<Record<string, Concept>> = {
  observation: { codings: [{ system: snomed, code: '386053000', display: 'Evaluation procedure' }] },
  encounter: { codings: [{ system: snomed, code: '308335008', display: 'Patient encounter procedure' }] },
};

/** An order that names nothing is none; a planned visit is named by being one. */
const saysWhat = (element: XmlElement, scope: Scope): boolean =>
  says(detailed(what).read(element, scope)?.value) ||
  (element.name === 'encounter' && (detailOf(element) ?? element).first('effectiveTime') !== undefined);

/** A plan with both ends is a span; a low alone is the day for which it is planned. */
const isSpan = (element: XmlElement): boolean =>
  element.first('effectiveTime')?.first('high')?.attributes['value'] !== undefined;

/** That the time of a plan is not known goes without saying. */
function settleTime({ occurrence, ...rest }: Order): Order {
  const said = (when: When | undefined) => when?.value !== undefined || when?.literal !== undefined;
  return said(occurrence) && occurrence ? { ...rest, occurrence } : rest;
}
