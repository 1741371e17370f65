import {
  type Concept,
  type Coverage,
  type CoverageClass,
  type Identifier,
  listOf,
  type Participation,
  type Period,
  type Reference,
} from '../../../record/index.ts';
import { subscriberRelationshipOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { readText } from '../datatypes/text.ts';
import { known, readPeriod } from '../datatypes/time.ts';
import { by, type Field, type Found, nowhere } from '../fields.ts';
import { readParticipations } from '../participation.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated, labels, statementFields } from './common.ts';
import { guarantorsIn, payorsIn, readGuarantor, readHolder, readPayor } from './payer-parties.ts';

const policyTemplates = [
  '2.16.840.1.113883.10.20.22.4.61',
  '2.16.840.1.113883.10.20.1.26',
  '1.3.6.1.4.1.19376.1.5.3.1.4.18',
  '2.16.840.1.113883.3.88.11.83.5.1',
];
const plannedCoverage = ['2.16.840.1.113883.10.20.22.4.129'];
const activityTemplates = [
  '2.16.840.1.113883.10.20.22.4.60',
  '2.16.840.1.113883.10.20.1.20',
  '1.3.6.1.4.1.19376.1.5.3.1.4.17',
  ...plannedCoverage,
];

/** The Coverage Activity or Planned Coverage around a policy. */
function activityOf(policy: XmlElement): XmlElement | undefined {
  const above = policy.parent?.parent;
  if (policy.name !== 'act' || above?.name !== 'act') return undefined;
  const isOne =
    hasTemplate(above, activityTemplates) || above.first('code')?.attributes['code'] === '48768-6';
  return isOne ? above : undefined;
}

/** The policies that an element plans to be paid by. */
export const plannedCoverages = (from: XmlElement): XmlElement[] =>
  from
    .elementsIn('entryRelationship', 'act')
    .filter((act) => hasTemplate(act, plannedCoverage))
    .flatMap((act) => act.elementsIn('entryRelationship', 'act'));

const roleOf = (policy: XmlElement, typeCode: string): XmlElement | undefined =>
  policy
    .elements('participant')
    .find(({ attributes }) => attributes['typeCode'] === typeCode)
    ?.first('participantRole');

const participantOf = (policy: XmlElement, typeCode: string): XmlElement[] =>
  policy.elements('participant').filter(({ attributes }) => attributes['typeCode'] === typeCode);

/** The older CCD and some exports write the relationship where the kind of policy stands. */
const relationCodeOf = (policy: XmlElement): XmlElement | undefined =>
  [roleOf(policy, 'COV')?.first('code'), policy.first('code')].find(
    (code) => code && subscriberRelationshipOf(code.attributes['code']?.trim() ?? '') !== undefined,
  );

const system = 'http://terminology.hl7.org/CodeSystem/subscriber-relationship';

/** FHIR's code before the source's own. */
const relationship: Field<Concept> = by(
  'participant[@typeCode=COV]/participantRole/code | code',
  (from, scope) => {
    const node = relationCodeOf(from) ?? roleOf(from, 'COV')?.first('code');
    const stated = node && readConcept(node, scope);
    if (!node || !says(stated)) return undefined;
    const code = subscriberRelationshipOf(node.attributes['code']?.trim() ?? '');
    const codings = code ? [{ system, code }, ...stated.codings] : stated.codings;
    return { value: { ...stated, codings }, nodes: [node] };
  },
);

const isSelf = (policy: XmlElement): boolean =>
  subscriberRelationshipOf(relationCodeOf(policy)?.attributes['code']?.trim() ?? '') === 'self';

const numbersOf = (role: XmlElement | undefined, scope: Scope): Identifier[] | undefined =>
  listOf((role && readIdentifiers(role, scope)?.value)?.filter(({ value }) => value !== undefined) ?? []);

/** Of somebody who holds the policy the number is the subscriber's too. */
const subscriberIds: Field<Identifier[]> = by(
  'participant[@typeCode=HLD]/participantRole/id',
  (from, scope) => {
    const value =
      numbersOf(roleOf(from, 'HLD'), scope) ??
      (isSelf(from) ? numbersOf(roleOf(from, 'COV'), scope) : undefined);
    return value && { value, nodes: participantOf(from, 'HLD') };
  },
);

/** The number by which the insurer knows the patient, with the name and the birth date that it has on its card. */
const memberIds: Field<Identifier[]> = by('participant[@typeCode=COV]/participantRole/id', (from, scope) => {
  const value = numbersOf(roleOf(from, 'COV'), scope);
  return value && { value, nodes: participantOf(from, 'COV') };
});

const subscriber: Field<Reference> = by('participant[@typeCode=HLD]', (from, scope) => {
  const holder = roleOf(from, 'HLD');
  const value = isSelf(from) ? { ref: 'patient' } : holder && readHolder(holder, scope);
  return value && { value, nodes: participantOf(from, 'HLD') };
});

const type: Field<Concept> = by('code', (from, scope) => {
  const code = from.first('code');
  const value = code && code !== relationCodeOf(from) ? readConcept(code, scope) : undefined;
  return code && says(value) ? { value, nodes: [code] } : undefined;
});

/** When the patient is covered. */
const span: Field<Period> = by('participant[@typeCode=COV]/time | effectiveTime', (from, scope) => {
  const times = [
    ...participantOf(from, 'COV').flatMap((one) => one.elements('time')),
    ...from.elements('effectiveTime'),
  ];
  for (const node of times) {
    const value = readPeriod(node, scope);
    if (value && (known(value.start) || known(value.end))) return { value, nodes: [node] };
  }
  return undefined;
});

const payors: Field<Reference[]> = by('performer[payor]', (from, scope) => {
  const nodes = payorsIn(from);
  const value = nodes.map((one) => readPayor(one, scope)).filter((one) => one !== undefined);
  return value.length > 0 ? { value, nodes } : undefined;
});

/** The description of the health plan: an act that is only defined. */
const plansIn = (policy: XmlElement): XmlElement[] =>
  policy.elementsIn('entryRelationship', 'act').filter(({ attributes }) => attributes['moodCode'] === 'DEF');

/** The group by the policy's number, the plan by its number and name. */
const classes: Field<CoverageClass[]> = by(
  'id/@extension | entryRelationship/act[@moodCode=DEF]',
  (from, scope) => {
    const groups = from.elements('id').flatMap((id) => {
      const value = clean(id.attributes['extension']);
      return value === undefined ? [] : [{ kind: 'group' as const, value }];
    });
    const nodes = plansIn(from);
    const plans = nodes.flatMap((plan) => {
      const value = clean(plan.first('id')?.attributes['extension']);
      const text = plan.first('text');
      const name = text && readText(text, scope);
      return value === undefined && name === undefined
        ? []
        : [{ kind: 'plan' as const, ...(value && { value }), ...(name && { name }) }];
    });
    const all = [...groups, ...plans];
    return all.length > 0 ? { value: all, nodes: plans.length > 0 ? nodes : [] } : undefined;
  },
);

/** Which of several pays first; it stands beside the policy or, in older exports, in it. */
const order: Field<number> = by('../sequenceNumber | sequenceNumber', (from) => {
  const node = from.parent?.first('sequenceNumber') ?? from.first('sequenceNumber');
  const value = Number(node?.attributes['value']);
  return node && Number.isInteger(value) && value > 0 ? { value, nodes: [node] } : undefined;
});

/** "completed" is what the standard fixes, and says that it is written down; a coverage that is planned is a draft. */
function statusOf(policy: XmlElement): Coverage['status'] {
  const code = policy.first('statusCode')?.attributes['code']?.trim();
  if (code === 'nullified') return 'entered-in-error';
  if (code === 'aborted' || code === 'cancelled' || code === 'obsolete') return 'cancelled';
  return isEvent(policy) || policy.attributes['moodCode'] === 'DEF' ? 'active' : 'draft';
}

const authors: Field<Participation[]> = by('author | ../../author', (from, scope) => {
  const at = [from, activityOf(from)].filter((one) => one !== undefined);
  const value = at.flatMap((one) => readParticipations(one, 'author', scope) ?? []);
  return value.length > 0 ? { value, nodes: at.flatMap((one) => one.elements('author')) } : undefined;
});

/** Whether it names anything: a kind, a payor, a number, a plan. */
const saysAnything = (policy: XmlElement, scope: Scope): boolean =>
  [type, payors, memberIds, subscriberIds, classes].some((field) => field.read(policy, scope) !== undefined);

/** Policy Activity, and the policy of a Planned Coverage. */
export const coverage: Definition<'coverage'> = {
  kind: 'coverage',
  title: 'Policy Activity',
  templates: policyTemplates,
  elements: ['act'],
  matches: (element) => activityOf(element) !== undefined && !hasTemplate(element, authorizationTemplates),
  accepts: (element, scope) => element.name === 'act' && !isNegated(element) && saysAnything(element, scope),
  fields: {
    ...statementFields,
    authors,
    status: by('statusCode | @moodCode', (from) => ({
      value: statusOf(from),
      nodes: from.elements('statusCode'),
    })),
    type,
    subscriber,
    subscriberIds,
    memberIds,
    relationship,
    period: span,
    payors,
    classes,
    order,
  },
  structure: [],
  settle: (item, element, scope) => {
    const [first] = guarantorsIn(element).filter((one) => readGuarantor(one, scope) !== undefined);
    if (first) readStatement(account, first, scope);
    return item;
  },
};

const authorizationTemplates = ['2.16.840.1.113883.10.20.1.19'];

/** The guarantors of a policy: FHIR's Coverage has none, an Account has. */
const account: Definition<'account'> = {
  kind: 'account',
  title: 'Guarantor Performer',
  templates: [],
  together: ({ parent }) => (parent ? guarantorsIn(parent) : []),
  fields: {
    identifiers: nowhere,
    text: nowhere,
    authors: nowhere,
    informants: nowhere,
    labels,
    notes: nowhere,
    status: by('–', () => ({ value: 'active', nodes: [] })),
    guarantors: by('../performer[guarantor]', readGuarantors),
    coverage: by('..', ({ parent }, scope) =>
      parent ? { value: { ref: `coverage/${scope.collector.keyOf(parent)}` }, nodes: [] } : undefined,
    ),
  },
  structure: ['time', 'assignedEntity'],
};

function readGuarantors({ parent }: XmlElement, scope: Scope): Found<Participation[]> | undefined {
  const nodes = parent ? guarantorsIn(parent) : [];
  const value = nodes.map((one) => readGuarantor(one, scope)).filter((one) => one !== undefined);
  return value.length > 0 ? { value, nodes } : undefined;
}
