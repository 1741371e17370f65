import { codesOf, has, hasChoice, hasCode, membersOf, partOf, rule } from '../demands.ts';
import type { Demand, Json, Profile } from '../profile.ts';
import { urlOf } from './url.ts';

const loinc = 'http://loinc.org';
const ucum = 'http://unitsofmeasure.org';
const folder = 'http://hl7.org/fhir/us/core/StructureDefinition';

const isValued = (part: Json): boolean => hasChoice(part, 'value') || has(part, 'dataAbsentReason');

/** What all vital signs need. */
const vitalSign: readonly Demand[] = [
  rule('effective[x]', (sign) => hasChoice(sign, 'effective')),
  // vs-1: a time is known to the day at least.
  rule('vs-1', ({ effectiveDateTime: time }) => time === undefined || String(time).length >= 8),
  rule('vs-2', (sign) => isValued(sign) || has(sign, 'component') || has(sign, 'hasMember')),
  rule('vs-3', (sign) => membersOf(sign, 'component').every(isValued)),
];

/** A quantity where there is one: with value, unit and one of these codes of UCUM. */
const isQuantityIn = (part: Json, codes: readonly string[]): boolean => {
  if (!has(part, 'valueQuantity')) return true;
  const { value, unit, system, code } = partOf(part, 'valueQuantity');
  return value !== undefined && unit !== undefined && system === ucum && codes.includes(String(code));
};

const measuredIn = (...codes: string[]): Demand =>
  rule('valueQuantity', (sign) => isQuantityIn(sign, codes) && !isValuedOtherwise(sign));

function isValuedOtherwise(sign: Json): boolean {
  for (const key in sign)
    if (key.startsWith('value') && key !== 'valueQuantity' && sign[key] !== undefined) return true;
  return false;
}

const coded = (part: Json, code: string): boolean => hasCode([partOf(part, 'code')], loinc, code);

/** Both pressures, each once, in millimetres of mercury. */
const pressures = (...codes: string[]): Demand =>
  rule('component', (sign) =>
    codes.every((code) => {
      const own = membersOf(sign, 'component').filter((part) => coded(part, code));
      return own.length === 1 && own.every((part) => isQuantityIn(part, ['mm[Hg]']));
    }),
  );

/** Pulse oximetry has both codes of the saturation. */
const bothCodes = rule('code', (sign) => coded(sign, '59408-5') && coded(sign, '2708-6'));

/** What was breathed, where it is measured. */
const breathed = (code: string, unit: string): Demand =>
  rule(`component:${code}`, (sign) => {
    const own = membersOf(sign, 'component').filter((part) => coded(part, code));
    return own.length < 2 && own.every((part) => isQuantityIn(part, [unit]));
  });

const length = measuredIn('cm', '[in_i]');
const oximetry = [bothCodes, measuredIn('%'), breathed('3151-8', 'L/min'), breathed('3150-0', '%')];

const named = (name: string, ...demands: Demand[]): Profile => ({
  url: urlOf(name),
  demands: [...vitalSign, ...demands],
});
const pediatric = (name: string, ...demands: Demand[]): Profile => ({
  url: `${folder}/${name}`,
  demands: [...vitalSign, ...demands],
});

const byCode: readonly (readonly [string, Profile])[] = [
  ['85354-9', named('blood-pressure', pressures('8480-6', '8462-4'))],
  ['39156-5', named('bmi', measuredIn('kg/m2'))],
  ['59576-9', pediatric('pediatric-bmi-for-age', measuredIn('%'))],
  ['8289-1', pediatric('head-occipital-frontal-circumference-percentile', measuredIn('%'))],
  ['77606-2', pediatric('pediatric-weight-for-height', measuredIn('%'))],
  ['9843-4', named('head-circumference', length)],
  ['8302-2', named('body-height', length)],
  ['29463-7', named('body-weight', measuredIn('g', 'kg', '[lb_av]'))],
  ['8310-5', named('body-temperature', measuredIn('Cel', '[degF]'))],
  ['8867-4', named('heart-rate', measuredIn('/min'))],
  ['9279-1', named('respiratory-rate', measuredIn('/min'))],
  ['2708-6', named('pulse-oximetry', ...oximetry)],
  ['59408-5', named('pulse-oximetry', ...oximetry)],
];

const any = named('vital-signs');

/** The profile of the sign's code, and the one for all vital signs. */
export function vitalSignProfiles(sign: Json): readonly Profile[] {
  const codes = codesOf([partOf(sign, 'code')], loinc);
  return [...byCode.filter(([code]) => codes.includes(code)).map(([, profile]) => profile), any];
}
