import { noKnownAllergy } from './concept-maps/allergy.ts';

/** SNOMED CT: no current problems or disability. */
export const NO_CURRENT_PROBLEMS = '160245001';

/** Codes that only say "a problem", of SNOMED CT and LOINC: negated, they say that there is none. */
const GENERIC_PROBLEMS: ReadonlySet<string> = new Set([
  '55607006', // Problem
  '64572001', // Disease
  '404684003', // Clinical finding
  '248536006', // Functional finding
  '282291009', // Diagnosis
  '409586006', // Complaint
  '418799008', // Symptom
  '373930000', // Cognitive finding
  '75326-9', // Problem
  '75323-6', // Condition
  '75321-0', // Clinical finding
  '75325-1', // Symptom
  '75322-8', // Complaint
  '29308-4', // Diagnosis
]);

/** Whether a code only says "a problem", so that negating it says "no current problems". */
export const isGenericProblem = (code: string): boolean => GENERIC_PROBLEMS.has(code);

/** The "no known … allergy" concepts of SNOMED CT, each with the code to write: retired ones have a successor. */
const NO_KNOWN_ALLERGY: ReadonlyMap<string, string> = new Map([
  ['716186003', '716186003'], // allergy
  ['160244002', '716186003'], // allergies, retired
  ['409137002', '409137002'], // drug
  ['429625007', '429625007'], // food
  ['428607008', '428607008'], // environmental
  ['716220001', '716220001'], // animal
  ['428197003', '428197003'], // insect
  ['1003774007', '1003774007'], // Hevea brasiliensis latex
  ['716184000', '1003774007'], // latex, retired
]);

/** What SNOMED CT calls them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['716186003', 'No known allergy'],
  ['409137002', 'No known drug allergy'],
  ['429625007', 'No known food allergy'],
  ['428607008', 'No known environmental allergy'],
  ['1003774007', 'No known Hevea brasiliensis latex allergy'],
]);

/** The name of a "no known … allergy" concept, so that nobody reads a bare code as an allergy. */
export const noKnownAllergyName = (code: string): string | undefined => NAMES.get(code);

/** The current code of a "no known … allergy" concept; undefined for any other code. */
export const noKnownAllergyConceptOf = (code: string): string | undefined => NO_KNOWN_ALLERGY.get(code);

/** Substance → "no known X allergy", by SNOMED CT, RxNorm and UNII code; SNOMED CT has no other substance that we could verify. */
const NO_KNOWN_BY_SUBSTANCE: ReadonlyMap<string, string> = new Map([
  ['111088007', '1003774007'], // Latex
  ['1003751008', '1003774007'], // Hevea brasiliensis latex
  ['1314891', '1003774007'], // RxNorm
  ['2LQ0UUW8IN', '1003774007'], // UNII
]);

/** The "no known X allergy" concept of a substance. */
export const noKnownAllergyToSubstance = (substance: string): string | undefined =>
  NO_KNOWN_BY_SUBSTANCE.get(substance);

/**
 * Negated allergy types beside the guide's three. The wider types include the allergy, so that their negation denies it;
 * an intolerance to drug or food does not, and stays out.
 */
const NO_KNOWN_BY_TYPE: ReadonlyMap<string, string> = new Map([
  ['418038007', '716186003'], // Propensity to adverse reactions to substance
  ['420134006', '716186003'], // Propensity to adverse reactions
  ['419511003', '409137002'], // Propensity to adverse reactions to drug
  ['418471000', '429625007'], // Propensity to adverse reactions to food
  ['426232007', '428607008'], // Environmental allergy
  ['ALG', '716186003'],
  ['OINT', '716186003'],
  ['DALG', '409137002'],
  ['DINT', '409137002'],
  ['FALG', '429625007'],
  ['FINT', '429625007'],
  ['EALG', '428607008'],
  ['EINT', '428607008'],
]);

/** The "no known …" concept of a negated allergy of this type with no substance named: the guide's, else ours. */
export const noKnownAllergyOf = (type: string): string | undefined =>
  noKnownAllergy.to(type) ?? NO_KNOWN_BY_TYPE.get(type);
