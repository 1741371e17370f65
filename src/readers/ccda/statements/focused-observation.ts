import type { Observation, Reference } from '../../../record/index.ts';
import { vitalSignUnits } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { referredTo, statementsIn } from './entry-reference.ts';
import { observation } from './observation.ts';
import { saysAnything } from './organizer.ts';
import { innerFields, settleValue } from './result.ts';
import { withTime } from './vital-sign.ts';
import { settleUnit } from './vital-sign-value.ts';

/** What an observation is about: the statement around it, else what the concern around it is about. */
export const focusAround: Field<Reference[]> = by('../..', (from, scope) => {
  const above = from.parent?.parent;
  if (!above || from.parent?.name !== 'entryRelationship') return undefined;
  const own = scope.statement(above);
  const around = own ? [own] : statementsIn(above).flatMap((one) => scope.statement(one) ?? []);
  // An observation names those that it consists of itself.
  const value = around.filter(({ ref }) => !ref.startsWith('observation/'));
  return value.length > 0 ? { value, nodes: [] } : undefined;
});

/** What is measured of somebody is a vital sign for FHIR by its code, wherever it stands. */
export function settleStatus(item: Observation, element: XmlElement, scope: Scope): Observation {
  const settled = settleValue(item, element, scope);
  if (!settled.code.codings.some(({ code }) => vitalSignUnits(code ?? '') !== undefined)) return settled;
  const categories = [...new Set(['vital-signs', ...(settled.categories ?? [])])];
  return withTime(settleUnit({ ...settled, categories }, element, scope));
}

const base: Definition<'observation'> = {
  ...observation,
  accepts: (element, scope) =>
    element.name === 'observation' && isEvent(element) && saysAnything(element, scope),
  fields: { ...innerFields, categories: by('–', () => undefined), focus: focusAround },
  structure: [],
  settle: settleStatus,
};

/** Priority Preference: who prefers a goal or a concern to others. */
export const priorityPreference: Definition<'observation'> = {
  ...base,
  title: 'Priority Preference',
  templates: parts.priorityPreference.templates,
};

/** Prognosis Observation. */
export const prognosis: Definition<'observation'> = {
  ...base,
  title: 'Prognosis Observation',
  templates: ['2.16.840.1.113883.10.20.22.4.113'],
};

/** Progress Toward Goal Observation; its code says no more than that it asserts something. */
export const goalProgress: Definition<'observation'> = {
  ...base,
  title: 'Progress Toward Goal Observation',
  templates: parts.goalProgress.templates,
  matches: isProgress,
};

/** What supports an outcome, whatever its template. */
export function isProgress(element: XmlElement): boolean {
  const outcome = element.parent?.parent;
  const supports = element.parent?.attributes['typeCode'] === 'SPRT';
  return supports && outcome !== undefined && isPart(outcome, parts.outcome) && !element.first('templateId');
}

/** Outcome Observation: about the goals that it evaluates. */
export const outcome: Definition<'observation'> = {
  ...base,
  title: 'Outcome Observation',
  templates: parts.outcome.templates,
  fields: { ...base.fields, focus: referredTo(['GEVL'], ['goal']) },
};
