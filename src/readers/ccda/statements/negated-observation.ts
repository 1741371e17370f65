import type { Observation, ObservationValue } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { report, type Scope } from '../scope.ts';
import { isNegated } from './common.ts';

/**
 * An observation has no negation in FHIR. One without a value is answered with "no"; the value of another is kept as
 * words that say the negation, never as a code that a search would find.
 */
export function settleNegatedObservation(item: Observation, element: XmlElement, scope: Scope): Observation {
  if (!isNegated(element)) return item;
  const { value, ...rest } = item;
  if (!value || value.absent !== undefined) return { ...rest, value: { boolean: false } };
  report(scope, 'negated-value', element);
  return { ...rest, value: negatedValue(value) };
}

/** The words of a value with their negation. */
export const negatedValue = (value: ObservationValue): ObservationValue => ({
  string: `Negated: ${wordsOf(value)}`,
});

/** The value in words; a code without words is its own word. */
function wordsOf({ concept, string, quantity, boolean, integer, time }: ObservationValue): string {
  const [coding] = concept?.codings ?? [];
  const amount = quantity && [quantity.value, quantity.unit].filter((part) => part !== undefined).join(' ');
  const plain = string ?? integer ?? time?.literal ?? time?.value ?? boolean?.toString();
  return concept?.text ?? coding?.display ?? coding?.code ?? amount ?? plain ?? 'a value that has no words';
}
