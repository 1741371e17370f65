import type { Amount, Dosage as RecordDosage, Ratio as RecordRatio } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { Dosage, DosageDoseAndRate, Ratio } from '../fhir-types.ts';
import { concept, concepts } from './concept.ts';
import { quantity, range, simpleQuantity } from './quantity.ts';
import { timing } from './timing.ts';

/** Dosages; of several each has its place. */
export const dosages = (list: readonly RecordDosage[] | undefined, context: Context): Dosage[] | undefined =>
  list?.map((one, index) => dosage(one, list.length > 1 ? index + 1 : undefined, context));

function dosage(one: RecordDosage, sequence: number | undefined, context: Context): Dosage {
  const {
    text,
    patientInstruction,
    additionalInstructions,
    timing: times,
    asNeeded,
    asNeededFor,
    ...more
  } = one;
  const { site, route, dose, rate, maxDosePerPeriod, ...rest } = more;
  everyField(rest);
  return {
    sequence,
    text,
    additionalInstruction: concepts(additionalInstructions),
    patientInstruction,
    timing: timing(times, context),
    ...(asNeededFor ? { asNeededCodeableConcept: concept(asNeededFor) } : { asNeededBoolean: asNeeded }),
    site: concept(site),
    route: concept(route),
    doseAndRate: [{ ...doseOf(dose, context), ...rateOf(rate) }],
    maxDosePerPeriod: ratio(maxDosePerPeriod),
  } as Dosage;
}

function doseOf(dose: Amount | undefined, context: Context): DosageDoseAndRate {
  if (dose?.ratio) context.unwritten('dosages.dose');
  return dose?.range ? { doseRange: range(dose.range) } : { doseQuantity: simpleQuantity(dose?.quantity) };
}

function rateOf(rate: Amount | undefined): DosageDoseAndRate {
  if (rate?.ratio) return { rateRatio: ratio(rate.ratio) };
  return rate?.range ? { rateRange: range(rate.range) } : { rateQuantity: simpleQuantity(rate?.quantity) };
}

export function ratio(value: RecordRatio | undefined): Ratio | undefined {
  if (!value) return undefined;
  const { numerator, denominator, ...rest } = value;
  everyField(rest);
  return { numerator: quantity(numerator), denominator: quantity(denominator) };
}
