import type { Conversion, Json } from '../../conversion.ts';
import type { Resolve } from './fields.ts';

/** Concepts that say that there is none. */
const NONE = new Set(['716186003', '409137002', '160245001', '429625007', '428607008']);

const statusOf = (concept: Json): string | undefined => concept?.coding?.[0]?.code;

const holds: Record<string, (resource: Json) => boolean> = {
  Condition: ({ clinicalStatus, verificationStatus }) =>
    statusOf(clinicalStatus) === 'active' && statusOf(verificationStatus) !== 'refuted',
  AllergyIntolerance: ({ clinicalStatus, verificationStatus }) =>
    statusOf(clinicalStatus) === 'active' && statusOf(verificationStatus) !== 'refuted',
  MedicationRequest: ({ status, intent, doNotPerform }) =>
    status === 'active' && (intent === 'order' || intent === 'plan') && doNotPerform !== true,
  MedicationStatement: ({ status }) => status === 'active',
  Immunization: ({ status }) => status === 'completed',
};

const conceptOf = (resource: Json, resolve: Resolve): Json =>
  resource.code ??
  resource.vaccineCode ??
  resource.medicationCodeableConcept ??
  resolve(resource.medicationReference, resource)?.code;

/** Active problems, allergies and medications, and vaccines given, under none of the codes that are allowed. */
export function activeBeside(
  allowed: readonly string[],
  { resources }: Conversion,
  resolve: Resolve,
): string[] {
  const beside = resources.flatMap((resource) => {
    if (!holds[resource.resourceType]?.(resource)) return [];
    const codes: string[] = (conceptOf(resource, resolve)?.coding ?? []).map(({ code }: Json) => code);
    if (codes.some((code) => allowed.includes(code) || NONE.has(code))) return [];
    return [`${resource.resourceType} ${codes[0] ?? 'without a code'}`];
  });
  return beside.sort();
}
