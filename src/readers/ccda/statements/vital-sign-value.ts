import { fitsUnits, inVitalSignUnit, type Observation } from '../../../record/index.ts';
import { isZeroVitalSign, vitalSignUnits } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { report, type Scope } from '../scope.ts';

/** A value that FHIR's profile does not allow stays as given: in a component of the same code, where it allows all. */
export const settleUnit = (stated: Observation, element: XmlElement, scope: Scope): Observation =>
  inVitalSignUnit(stated, (code) => report(scope, code, element));

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
  return fitsUnits({ quantity: readQuantity(value, scope) }, units);
}
