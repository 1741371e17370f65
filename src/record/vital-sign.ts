import {
  generalVitalSignOf,
  isZeroVitalSign,
  oximetry,
  pressurePairs,
  vitalSignUnits,
} from '../terminology/index.ts';
import { type Coding, type Concept, dataAbsentReason, type Quantity } from './datatypes.ts';
import type { Observation, ObservationComponent, ObservationValue } from './observation.ts';

const loinc = 'http://loinc.org';

/** A concept with further codes of LOINC that it does not have yet, before its own or after them. */
export function withCodes(
  concept: Concept,
  codes: readonly Omit<Coding, 'system'>[],
  place: 'first' | 'last',
): Concept {
  const missing = codes.filter(
    ({ code }) => !concept.codings.some((one) => one.system === loinc && one.code === code),
  );
  const added = missing.map((one) => ({ system: loinc, ...one }));
  const codings = place === 'first' ? [...added, ...concept.codings] : [...concept.codings, ...added];
  const { absent: _absent, ...rest } = concept;
  return { ...rest, codings };
}

/** The code of a vital sign with those that FHIR wants for such a measurement. */
export function withVitalSignCodes(concept: Concept): Concept {
  const own = concept.codings.map(({ code = '' }) => code);
  const isSaturation = oximetry.saturation.some(({ code }) => own.includes(code));
  const wanted = isSaturation ? oximetry.saturation : own.flatMap((code) => generalVitalSignOf(code) ?? []);
  return wanted.length > 0 ? withCodes(concept, wanted, 'last') : concept;
}

/** The inch of surveyors differs in the sixth digit: exports write it for the inch. */
const sameAs: Readonly<Record<string, string>> = { '[in_us]': '[in_i]' };

/** The quantity in the code that FHIR has for its unit; the unit's words stay. */
function inFhirUnit(quantity: Quantity): Quantity {
  const { code = '' } = quantity;
  const same = Object.hasOwn(sameAs, code) ? sameAs[code] : undefined;
  return same === undefined ? quantity : { ...quantity, code: same };
}

const unitsOf = ({ code }: Pick<Observation, 'code'>): readonly string[] | undefined =>
  code.codings.map((one) => vitalSignUnits(one.code ?? '')).find((one) => one !== undefined);

/** Whether a value is what FHIR allows for a vital sign of these units. */
export const fitsUnits = ({ quantity, absent }: ObservationValue, units: readonly string[]): boolean =>
  absent !== undefined || (quantity?.code !== undefined && units.includes(quantity.code));

/** What a body mass index is counted in: by its definition, so that FHIR takes no index without it. */
const massIndex = {
  code: '39156-5',
  unit: { unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2' },
};

/** What is to be said of a vital sign. */
type VitalSignIssue = 'unit-implied' | 'vital-sign-unit' | 'vital-sign-zero';
type Say = (code: VitalSignIssue) => void;

/** A body mass index without a unit, or with the unit "1" that some exports write for none. */
function withMassIndexUnit(item: Observation, say: Say): Observation {
  const { value } = item;
  if (!item.code.codings.some((one) => one.code === massIndex.code) || !value) return item;
  if (value.absent !== undefined)
    return { ...item, value: { quantity: { absent: unknownOf(value), ...massIndex.unit } } };
  if (value.quantity === undefined || !['1', undefined].includes(value.quantity.unit)) return item;
  say('unit-implied');
  return { ...item, value: { quantity: { ...value.quantity, ...massIndex.unit } } };
}

const unknownOf = ({ absent }: ObservationValue) => dataAbsentReason.safeParse(absent).data ?? 'unknown';

/** A value that FHIR's profile does not allow stays as given: in a component of the same code, where it allows all. */
export function inVitalSignUnit(stated: Observation, say: Say): Observation {
  const item = withMassIndexUnit(stated, say);
  const units = unitsOf(item);
  if (!units || !item.value) return item;
  const codes = item.code.codings.map(({ code }) => code);
  if (isZeroVitalSign(codes, item.value.quantity?.value)) say('vital-sign-zero');
  const { value: own, ...rest } = item;
  const value = own.quantity ? { ...own, quantity: inFhirUnit(own.quantity) } : own;
  if (fitsUnits(value, units)) return { ...rest, value };
  say('vital-sign-unit');
  return { ...rest, components: [{ code: item.code, value }, ...(item.components ?? [])] };
}

/**
 * Both pressures of one reading; FHIR wants both, so that one without the other says that the other is not known. What is
 * said of both together ("not taken") stands in a component of the same code, as FHIR allows no value beside them.
 */
export function withBothPressures(stated: Observation): Observation {
  const has = (one: { code: Concept }, wanted: string) =>
    one.code.codings.some(({ code }) => code === wanted);
  const pair = pressurePairs.find(({ panel }) => has(stated, panel.code));
  if (!pair) return stated;
  const { value, ...rest } = stated;
  const isTold = value !== undefined && value.absent === undefined;
  const components = [...(isTold ? [{ code: stated.code, value }] : []), ...(stated.components ?? [])];
  const missing = [pair.systolic, pair.diastolic]
    .filter(({ code }) => !components.some((one) => has(one, code)))
    .map(
      (code): ObservationComponent => ({
        code: { codings: [{ system: loinc, ...code }] },
        value: { absent: 'unknown' },
      }),
    );
  return { ...(isTold ? rest : stated), components: [...components, ...missing] };
}
