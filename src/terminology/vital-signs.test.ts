import { expect, it } from 'vitest';
import { isUcum } from './ucum-syntax.ts';
import {
  generalVitalSignOf,
  oximetry,
  pressurePairs,
  VITAL_SIGNS_PANEL,
  vitalSignUnits,
} from './vital-signs.ts';

/** LOINC's check digit: Luhn's, of the digits before the hyphen. */
function isLoinc(code: string): boolean {
  const [digits = '', check] = code.split('-');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10) === check;
}

it('has codes of LOINC', () => {
  const pairs = pressurePairs.flatMap(({ panel, systolic, diastolic }) => [panel, systolic, diastolic]);
  const oxygen = [...oximetry.saturation, ...oximetry.flow, ...oximetry.concentration];
  const codes = [VITAL_SIGNS_PANEL, ...pairs, ...oxygen].map(({ code }) => code);
  // A slip that is written so often that it is understood.
  expect(codes.filter((code) => !isLoinc(code))).toEqual(['3150-6']);
});

it('has units of UCUM for each part of a pressure', () => {
  for (const { systolic, diastolic } of pressurePairs) {
    for (const { code } of [systolic, diastolic]) expect(vitalSignUnits(code)?.every(isUcum)).toBe(true);
  }
  expect(vitalSignUnits('72514-3')).toBeUndefined();
});

it('knows FHIR’s code beside an older one', () => {
  expect(generalVitalSignOf('3141-9')?.code).toBe('29463-7');
  expect(generalVitalSignOf('8302-2')).toBeUndefined();
});
