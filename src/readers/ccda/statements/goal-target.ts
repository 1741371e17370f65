import type { Concept, GoalTarget, ObservationValue } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { by, type Field } from '../fields.ts';
import type { Scope } from '../scope.ts';
import { readWhat } from './act.ts';
import { readPresent } from './observation.ts';

const statedValue = (from: XmlElement, scope: Scope): ObservationValue | undefined => {
  const [value] = from.elements('value').flatMap((one) => readPresent(one, scope) ?? []);
  return value?.absent === undefined ? value : undefined;
};

/** Whether a goal says what is to be reached. */
export const namesGoal = (from: XmlElement, scope: Scope): boolean =>
  statedValue(from, scope) !== undefined || says(readWhat(from, scope)?.value);

const textOf = (from: XmlElement, scope: Scope): string | undefined => {
  const text = from.first('text');
  return text && readText(text, scope);
};

/**
 * What is to be reached, in the source's words: a value of words is the goal itself, a coded value the state that is
 * aimed at; a number is the target, and the goal then is named by its code.
 */
export const goalDescription: Field<Concept> = by('value | code | text', (from, scope) => {
  const nodes = [...from.elements('value'), ...from.elements('code'), ...from.elements('text')];
  return { value: descriptionOf(from, scope), nodes };
});

function descriptionOf(from: XmlElement, scope: Scope): Concept {
  const value = statedValue(from, scope);
  const code = from.first('code');
  const concept = code && readConcept(code, scope);
  const codings = concept?.codings ?? [];
  if (says(value?.concept)) {
    const text = value.concept.text ?? textOf(from, scope);
    return { codings: value.concept.codings, ...(text !== undefined && { text }) };
  }
  const text = value?.string ?? concept?.text ?? textOf(from, scope);
  if (text !== undefined) return { codings, text };
  return codings.length > 0 ? { codings } : { codings, absent: 'unknown' };
}

/** The measure and what it is to be, and until when. */
export const goalTargets: Field<GoalTarget[]> = by('value | effectiveTime/high', (from, scope) => {
  const high = from.first('effectiveTime')?.first('high');
  const due = known(high && readWhen(high, scope));
  const value = statedValue(from, scope);
  const code = from.first('code');
  const measure = code && readConcept(code, scope);
  // Words are the goal and no target.
  const isDetail = value !== undefined && value.string === undefined;
  const detail = isDetail ? { ...(says(measure) && { measure }), detail: value } : {};
  const target = { ...detail, ...(due && { due }) };
  const nodes = [...from.elements('value'), ...(high ? [high] : [])];
  return Object.keys(target).length > 0 ? { value: [target], nodes } : undefined;
});
