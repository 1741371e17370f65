import type { Concept, Reference } from '../../../record/index.ts';
import { goalAchievementOf, goalPriorityOf, goalStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readWhen } from '../datatypes/time.ts';
import { by, type Field } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, isPart } from '../path.ts';
import { refer } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { moodOf } from './act.ts';
import { authors, isNegated, statementFields } from './common.ts';
import { referredTo, referring } from './entry-reference.ts';
import { isProgress } from './focused-observation.ts';
import { goalDescription, goalTargets, namesGoal } from './goal-target.ts';
import { observation } from './observation.ts';

const preferences = compilePath('entryRelationship/[priorityPreference]/value');

/** The first preference, be it the patient's or somebody else's; each is an observation too, with who preferred it. */
const priority: Field<Concept> = by('entryRelationship/[priorityPreference]/value', (from, scope) =>
  codedAt(preferences(from), goalPriorityOf, scope),
);

/** The first concept of these elements, with FHIR's own code for it beside, where there is one. */
function codedAt(
  nodes: readonly XmlElement[],
  also: (code: string) => Concept['codings'][number] | undefined,
  scope: Scope,
) {
  for (const node of nodes) {
    const value = readConcept(node, scope);
    if (!says(value)) continue;
    const added = value.codings.flatMap(({ code }) => (code === undefined ? [] : (also(code) ?? [])));
    return { value: { ...value, codings: [...value.codings, ...added] }, nodes: [node] };
  }
  return undefined;
}

const inside = compilePath('entryRelationship/observation');

const progressAt = (from: XmlElement): XmlElement[] =>
  inside(from)
    .filter((one) => isPart(one, parts.goalProgress) || isProgress(one))
    .flatMap((one) => one.elements('value'));

/** The outcomes that evaluate it, wherever they stand. */
const outcomesOf = (from: XmlElement, scope: Scope): XmlElement[] =>
  referring(from, ['GEVL'], scope).filter(({ name }) => name === 'observation');

/** How far it was reached: said in the goal, or in an outcome that evaluates it. */
const achievement: Field<Concept> = by('entryRelationship/[goalProgress]/value', (from, scope) =>
  codedAt(
    [from, ...outcomesOf(from, scope)].flatMap((one) => progressAt(one)),
    goalAchievementOf,
    scope,
  ),
);

const outcomes: Field<Reference[]> = by(
  'entryRelationship[@typeCode=GEVL]/act/id (elsewhere)',
  (from, scope) => {
    const value = outcomesOf(from, scope)
      .map((one) => refer(one, scope))
      .filter((one) => one?.ref.startsWith('observation/'))
      .filter((one) => one !== undefined);
    return value.length > 0 ? { value, nodes: [] } : undefined;
  },
);

/** Who may have a goal: a person. */
const expressedBy: Field<Reference> = by('author (first)', (from, scope) => {
  const found = authors.read(from, scope);
  const who = found?.value
    .map((one) => one.who)
    .find((one) => one && /^(patient|practitioner|relatedPerson)/.test(one.ref));
  return found && who && { value: who, nodes: found.nodes };
});

const named = referredTo(['REFR', 'RSON'], ['problem', 'observation', 'order']);
const reasonsIn = compilePath('entryRelationship[@typeCode=RSON]/[careReason]');

/** What it is to better: what it names, the problems that name it, and the reason that stands in it. */
const addresses: Field<Reference[]> = by(
  `${named.path} | entryRelationship/[careReason] | problem/entryRelationship/act/id (elsewhere)`,
  (from, scope) => {
    const found = named.read(from, scope);
    const reasons = reasonsIn(from);
    const problems = referring(from, ['REFR'], scope).flatMap((one) => refer(one, scope) ?? []);
    const value = [
      ...(found?.value ?? []),
      ...reasons.map((one) => readStatement(observation, one, scope)),
      ...problems.filter(({ ref }) => ref.startsWith('problem/')),
    ];
    const unique = [...new Map(value.map((one) => [one.ref, one])).values()];
    return unique.length > 0 ? { value: unique, nodes: [...(found?.nodes ?? []), ...reasons] } : undefined;
  },
);

/** Goal Observation; whatever else stands in the mood of a goal. */
export const goal: Definition<'goal'> = {
  kind: 'goal',
  title: 'Goal Observation',
  templates: ['2.16.840.1.113883.10.20.22.4.121'],
  matches: (element) => moodOf(element) === 'GOL',
  accepts: (element, scope) =>
    moodOf(element) === 'GOL' &&
    element.name !== 'organizer' &&
    !isNegated(element) &&
    namesGoal(element, scope),
  fields: {
    ...statementFields,
    // The template fixes active.
    lifecycleStatus: by('statusCode', (from) => ({
      value: goalStatusOf(from.first('statusCode')?.attributes['code']?.trim() ?? 'active') ?? 'active',
      nodes: from.elements('statusCode'),
    })),
    achievement,
    priority,
    description: goalDescription,
    // A plain time is when it was set; the end of a span is when it is due.
    start: by('effectiveTime | effectiveTime/low', (from, scope) => {
      const time = from.first('effectiveTime');
      const value = time && readWhen(time, scope);
      return value && { value, nodes: [time] };
    }),
    targets: goalTargets,
    expressedBy,
    addresses,
    outcomes,
  },
  structure: [],
};

/** A negated goal without a target: there are none. */
export const noGoals: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Goal Observation, negated',
  templates: [],
  matches: (element) =>
    moodOf(element) === 'GOL' && isNegated(element) && element.first('value') === undefined,
  fields: { ...statementFields, about: by('@negationInd', () => ({ value: 'goals', nodes: [] })) },
  structure: ['code', 'statusCode', 'effectiveTime'],
};
