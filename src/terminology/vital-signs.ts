/** A code of LOINC with its name. */
interface Loinc {
  readonly code: string;
  readonly display: string;
}

const loinc = (code: string, display: string): Loinc => ({ code, display });

/** The panel of vital signs. */
export const VITAL_SIGNS_PANEL = loinc(
  '85353-1',
  'Vital signs, weight, height, head circumference, oxygen saturation and BMI panel',
);

/** Two readings that are one: what they are together, and each of them. */
export interface PressurePair {
  readonly panel: Loinc;
  readonly systolic: Loinc;
  readonly diastolic: Loinc;
}

/** The readings of one blood pressure, and their means. */
export const pressurePairs: readonly PressurePair[] = [
  {
    panel: loinc('85354-9', 'Blood pressure panel with all children optional'),
    systolic: loinc('8480-6', 'Systolic blood pressure'),
    diastolic: loinc('8462-4', 'Diastolic blood pressure'),
  },
  {
    panel: loinc('96607-7', 'Blood pressure panel mean systolic and mean diastolic'),
    systolic: loinc('96608-5', 'Systolic blood pressure mean'),
    diastolic: loinc('96609-3', 'Diastolic blood pressure mean'),
  },
];

/** The saturation, which FHIR wants with both codes, and what the patient breathed. */
export const oximetry = {
  saturation: [
    loinc('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry'),
    loinc('2708-6', 'Oxygen saturation in Arterial blood'),
  ],
  flow: [loinc('3151-8', 'Inhaled oxygen flow rate')],
  // 3150-6 is no code of LOINC (its check digit is wrong), and written for it all the same.
  concentration: [loinc('3150-0', 'Inhaled oxygen concentration'), loinc('3150-6', '')],
} as const;

const lengths = ['cm', '[in_i]'];

/** The units that FHIR's profile of a vital sign allows. */
const units: Readonly<Record<string, readonly string[]>> = {
  '8867-4': ['/min'],
  '9279-1': ['/min'],
  '59408-5': ['%'],
  '2708-6': ['%'],
  '8310-5': ['Cel', '[degF]'],
  '8302-2': lengths,
  '9843-4': lengths,
  '29463-7': ['g', 'kg', '[lb_av]'],
  '39156-5': ['kg/m2'],
  '8480-6': ['mm[Hg]'],
  '8462-4': ['mm[Hg]'],
  '96608-5': ['mm[Hg]'],
  '96609-3': ['mm[Hg]'],
};

/** The units that FHIR allows for a code; undefined where it says none. */
export const vitalSignUnits = (code: string): readonly string[] | undefined =>
  Object.hasOwn(units, code) ? units[code] : undefined;

/** Whether a vital sign is zero, as exports write it where nothing was measured: no living patient has such a one. */
export const isZeroVitalSign = (codes: readonly (string | undefined)[], value: string | undefined): boolean =>
  value !== undefined &&
  Number(value) === 0 &&
  codes.some((code) => code !== undefined && vitalSignUnits(code) !== undefined);

/** FHIR's code for a vital sign beside the narrower or older one that documents have. */
const general: Readonly<Record<string, Loinc>> = {
  '3141-9': loinc('29463-7', 'Body weight'),
  '3142-7': loinc('29463-7', 'Body weight'),
  '8350-1': loinc('29463-7', 'Body weight'),
  '8351-9': loinc('29463-7', 'Body weight'),
  '3137-7': loinc('8302-2', 'Body height'),
  '8306-3': loinc('8302-2', 'Body height'),
  '8308-9': loinc('8302-2', 'Body height'),
  '8331-1': loinc('8310-5', 'Body temperature'),
  '8287-5': loinc('9843-4', 'Head Occipital-frontal circumference'),
  '41909-3': loinc('39156-5', 'Body mass index (BMI) [Ratio]'),
};

/** The code that FHIR wants beside this one. */
export const generalVitalSignOf = (code: string): Loinc | undefined =>
  Object.hasOwn(general, code) ? general[code] : undefined;
