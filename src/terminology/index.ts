export { type CodeForm, codeForms } from './code-forms.ts';
export {
  type CodeSystems,
  codeSystems,
  isStandardSystem,
} from './code-systems.ts';
export * from './concept-maps/index.ts';
export { encounterClassOf } from './encounter-class.ts';
export { goalAchievementOf, goalPriorityOf, goalStatusOf } from './goals.ts';
export { ownDisplayOf } from './hl7-displays.ts';
export { identifierSystemOf, npiOid, rootsThatNeedExtension } from './identifier-systems.ts';
export {
  dispenseStatusOf,
  isGenericSubstance,
  isNoImmunizationReason,
  medicationIntentOf,
  priorityOf,
  statedMedicationStatusOf,
} from './medications.ts';
export {
  isGenericProblem,
  NO_CURRENT_PROBLEMS,
  noKnownAllergyConceptOf,
  noKnownAllergyName,
  noKnownAllergyOf,
  noKnownAllergyToSubstance,
} from './negation.ts';
export { isValidNpi } from './npi.ts';
export { dataAbsentReasonOf } from './null-flavor.ts';
export { isOid, isUri, isUuid } from './oid.ts';
export { isPlaceholderId } from './placeholder.ts';
export { isProcedureOutcome } from './procedures.ts';
export { isQualification } from './qualification.ts';
export { ombNullFlavors, ombRaceOf, raceEthnicityKindOf } from './race-ethnicity.ts';
export { type ResultCategory, resultCategoryOf, statedResultCategory } from './result-category.ts';
export { subscriberRelationshipOf } from './subscriber-relationship.ts';
export { ucumOf } from './ucum.ts';
export {
  generalVitalSignOf,
  isZeroVitalSign,
  oximetry,
  type PressurePair,
  pressurePairs,
  VITAL_SIGNS_PANEL,
  vitalSignUnits,
} from './vital-signs.ts';
