export { codeSystemOfValueSet, isKnownSystem, oidOf, uriOf, uriOfName } from './code-systems.ts';
export * from './concept-maps/index.ts';
export { identifierSystemOf, npiOid, rootsThatNeedExtension } from './identifier-systems.ts';
export {
  isGenericProblem,
  NO_CURRENT_PROBLEMS,
  noKnownAllergyConceptOf,
  noKnownAllergyOf,
  noKnownAllergyToSubstance,
} from './negation.ts';
export { isValidNpi } from './npi.ts';
export { dataAbsentReasonOf } from './null-flavor.ts';
export { isOid, isUri, isUuid, oidIn } from './oid.ts';
export { isPlaceholderId } from './placeholder.ts';
export {
  detailedNullFlavor,
  OTHER_RACE,
  ombNullFlavors,
  type RaceEthnicityKind,
  raceEthnicityKindOf,
} from './race-ethnicity.ts';
export { ucumOf } from './ucum.ts';
export { isUcum } from './ucum-syntax.ts';
export { type Equivalence, type Row, type ValueMap, valueMap } from './value-map.ts';
