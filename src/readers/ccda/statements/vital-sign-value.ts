import {
  dataAbsentReason,
  type Observation,
  type ObservationValue,
  type Quantity,
} from '../../../record/index.ts';
import { isZeroVitalSign, vitalSignUnits } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { report, type Scope } from '../scope.ts';

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
const fits = ({ quantity, absent }: ObservationValue, units: readonly string[]): boolean =>
  absent !== undefined || (quantity?.code !== undefined && units.includes(quantity.code));

/** What a body mass index is counted in: by its definition, so that FHIR takes no index without it. */
const massIndex = {
  code: '39156-5',
  unit: { unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2' },
};

const isMassIndex = ({ code }: Pick<Observation, 'code'>): boolean =>
  code.codings.some((one) => one.code === massIndex.code);

/** A body mass index without a unit, or with the unit "1" that some exports write for none. */
function settleMassIndex(item: Observation, element: XmlElement, scope: Scope): Observation {
  const { value } = item;
  if (!isMassIndex(item) || !value) return item;
  if (value.absent !== undefined)
    return { ...item, value: { quantity: { absent: unknownOf(value), ...massIndex.unit } } };
  if (value.quantity === undefined || !['1', undefined].includes(value.quantity.unit)) return item;
  report(scope, 'unit-implied', element);
  return { ...item, value: { quantity: { ...value.quantity, ...massIndex.unit } } };
}

const unknownOf = ({ absent }: ObservationValue) => dataAbsentReason.safeParse(absent).data ?? 'unknown';

/** A value that FHIR's profile does not allow stays as given: in a component of the same code, where it allows all. */
export function settleUnit(stated: Observation, element: XmlElement, scope: Scope): Observation {
  const item = settleMassIndex(stated, element, scope);
  const units = unitsOf(item);
  if (!units || !item.value) return item;
  reportZero(item, element, scope);
  const { value: own, ...rest } = item;
  const value = own.quantity ? { ...own, quantity: inFhirUnit(own.quantity) } : own;
  if (fits(value, units)) return { ...rest, value };
  report(scope, 'vital-sign-unit', element);
  return { ...rest, components: [{ code: item.code, value }, ...(item.components ?? [])] };
}

/** Says that a vital sign, or one of two, is zero. */
export function reportZero(
  { code, value }: Pick<Observation, 'code' | 'value'>,
  element: XmlElement,
  scope: Scope,
): void {
  const codes = code.codings.map((one) => one.code);
  if (isZeroVitalSign(codes, value?.quantity?.value)) report(scope, 'vital-sign-zero', element);
}

/** Whether a reading of a blood pressure can be part of one: FHIR fixes the unit of both parts. */
export function isInUnit(reading: XmlElement, scope: Scope): boolean {
  const units = vitalSignUnits(reading.first('code')?.attributes['code']?.trim() ?? '') ?? ['mm[Hg]'];
  const value = reading.first('value');
  if (value?.attributes['value'] === undefined) return true;
  return fits({ quantity: readQuantity(value, scope) }, units);
}
