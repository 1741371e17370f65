import type { ValueMap } from '../value-map.ts';
import * as additions from './additions.ts';
import { allergyCategory, allergyType, severity } from './allergy.ts';
import { addressUse, nameUse, telecomSystem, telecomUse } from './patient.ts';
import { problemStatus } from './problem.ts';
import {
  encounterStatus,
  immunizationStatus,
  medicationStatus,
  procedureStatus,
  resultReportStatus,
  resultStatus,
} from './status.ts';

type Lookup<Target extends string> = (code: string) => Target | undefined;

/** The target of the guide's map, else of our additions. */
const either =
  <G extends string, A extends string>(map: ValueMap<G>, added: Readonly<Record<string, A>>): Lookup<G | A> =>
  (code) =>
    map.to(code) ?? (Object.hasOwn(added, code) ? added[code] : undefined);

/** Reaction severity of a severity code. */
export const severityOf = either(severity, additions.severityAdditions);
/** clinicalStatus of a problem status. */
export const problemStatusOf = either(problemStatus, additions.problemStatusAdditions);
/** AllergyIntolerance category of an allergy type. */
export const allergyCategoryOf = either(allergyCategory, additions.allergyCategoryAdditions);
/** AllergyIntolerance type of an allergy type. */
export const allergyTypeOf = either(allergyType, additions.allergyTypeAdditions);
/** Encounter status of a statusCode. */
export const encounterStatusOf = either(encounterStatus, additions.encounterStatusAdditions);
/** Procedure status of a statusCode. */
export const procedureStatusOf = either(procedureStatus, additions.procedureStatusAdditions);
/** MedicationRequest status of a statusCode. */
export const medicationStatusOf = either(medicationStatus, additions.medicationStatusAdditions);
/** Observation status of a statusCode. */
export const resultStatusOf = either(resultStatus, additions.resultStatusAdditions);
/** DiagnosticReport status of a statusCode. */
export const resultReportStatusOf = either(resultReportStatus, additions.resultStatusAdditions);

/** An immunization's status: a negated one was never given, unless the statement itself was an error. */
export function immunizationStatusOf(statusCode: string, negated: boolean) {
  const status = immunizationStatus.to(statusCode);
  return negated && status !== 'entered-in-error' ? 'not-done' : status;
}

const split = (uses: string) => uses.split(/\s+/).filter((use) => use !== '');

/** The first of several uses that has a target. */
function firstOf<T extends string>(uses: string, lookup: Lookup<T>): T | undefined {
  for (const use of split(uses)) {
    const target = lookup(use);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Address use of one or more uses. */
export const addressUseOf: Lookup<'old' | 'home' | 'temp' | 'work'> = (uses) =>
  firstOf(uses, (use) => addressUse.to(use));

/** Address type of one or more uses. */
export const addressTypeOf: Lookup<'physical' | 'postal'> = (uses) =>
  firstOf(uses, (use) =>
    Object.hasOwn(additions.addressType, use) ? additions.addressType[use] : undefined,
  );

/** Telecom use of one or more uses. */
export const telecomUseOf: Lookup<'work' | 'old' | 'home' | 'mobile' | 'temp'> = (uses) =>
  firstOf(uses, (use) => telecomUse.to(use));

/** A name's use; a pseudonym is a nickname if a part is qualified as call me (CL), else anonymous. */
export function nameUseOf(uses: string, callMe: boolean) {
  const lookup = either(nameUse, additions.nameUseAdditions);
  return firstOf(uses, (use) => (use === 'P' && !callMe ? 'anonymous' : lookup(use)));
}

/** A telecom's system by the scheme of its value (`tel`) and its uses; a pager is told by the use PG. */
export function telecomSystemOf(scheme: string, uses: string) {
  const lower = scheme.toLowerCase();
  if (lower === 'tel' && split(uses).includes('PG')) return 'pager';
  return either(telecomSystem, additions.telecomSystemAdditions)(lower);
}
