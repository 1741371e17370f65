import type { ObservationValue } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Observation } from '../fhir-types.ts';
import { codeOf, concept } from './concept.ts';
import { quantity, range } from './quantity.ts';
import { dated, isSaid, period } from './when.ts';

const absentReasons = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

type Value = Pick<
  Observation,
  | 'valueQuantity'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueRange'
  | 'valueRatio'
  | 'valueDateTime'
  | 'valuePeriod'
>;

/** The value[x] of an Observation or a component: the first that the record holds, for it holds one. */
export function observationValue(value: ObservationValue | undefined): Value {
  if (!value) return {};
  const { quantity: amount, concept: meaning, string, boolean, integer, range: span, ...more } = value;
  const { ratio, time, period: between, attachment: _document, absent: _reason, ...rest } = more;
  everyField(rest);
  if (amount) return { valueQuantity: quantity(amount) };
  if (meaning) return { valueCodeableConcept: concept(meaning) };
  if (string !== undefined) return { valueString: string };
  if (boolean !== undefined) return { valueBoolean: boolean };
  if (integer !== undefined) return integerOf(integer);
  if (span) return { valueRange: range(span) };
  if (ratio)
    return { valueRatio: { numerator: quantity(ratio.numerator), denominator: quantity(ratio.denominator) } };
  if (isSaid(time)) return dated('valueDateTime', time);
  return { valuePeriod: period(between) };
}

/** FHIR's integers have 32 bits; what is beyond them is a number without unit. */
function integerOf(digits: string): Value {
  const number = Number(digits);
  if (/^[+-]?\d+$/.test(digits) && Math.abs(number) < 2 ** 31) return { valueInteger: number };
  return Number.isNaN(number) ? { valueString: digits } : { valueQuantity: quantity({ value: digits }) };
}

/** Why there is no value, and there is a reason only then (obs-6). */
export const absentReasonOf = (value: ObservationValue | undefined): Observation['dataAbsentReason'] =>
  value?.absent !== undefined && hasNoValue(value) ? codeOf(absentReasons, value.absent) : undefined;

const hasNoValue = ({ absent: _reason, ...values }: ObservationValue): boolean =>
  Object.values(values).every((one) => one === undefined);
