import type { NoneKnown } from '../../../record/index.ts';
import { absentExtension } from '../datatypes/extension.ts';
import type { CodeableConcept, Reference, Resource } from '../fhir-types.ts';

const system = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

/** Nobody says when. */
const noTime = { extension: [absentExtension()] };

/** What is written for a section of which the source has nothing. */
export interface AbsentEntry {
  readonly type: 'AllergyIntolerance' | 'Condition' | 'MedicationStatement' | 'Immunization' | 'Procedure';
  /** Which of the record's "none known" speaks of it. */
  readonly about?: NoneKnown['about'];
  readonly none: readonly [code: string, display: string];
  /** Of a section that the guide insists on: that there is no information. */
  readonly noInformation?: readonly [code: string, display: string];
}

/** By the key of the section. */
export const absentEntries: Readonly<Record<string, AbsentEntry>> = {
  medications: {
    type: 'MedicationStatement',
    about: 'medications',
    none: ['no-known-medications', 'No known medications'],
    noInformation: ['no-medication-info', 'No information about medications'],
  },
  allergies: {
    type: 'AllergyIntolerance',
    none: ['no-known-allergies', 'No known allergies'],
    noInformation: ['no-allergy-info', 'No information about allergies'],
  },
  problems: {
    type: 'Condition',
    none: ['no-known-problems', 'No known problems'],
    noInformation: ['no-problem-info', 'No information about problems'],
  },
  immunizations: {
    type: 'Immunization',
    about: 'immunizations',
    none: ['no-known-immunizations', 'No known immunizations'],
  },
  procedures: {
    type: 'Procedure',
    about: 'procedures',
    none: ['no-known-procedures', 'No known procedures'],
  },
};

const active = (kind: 'allergyintolerance' | 'condition'): CodeableConcept => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}-clinical`, code: 'active' }],
});

/** The entry that says that there is none, or no information. */
export function absentResource(
  type: AbsentEntry['type'],
  [code, display]: readonly [string, string],
  { id, subject }: { id: string; subject: Reference },
): Resource {
  const concept = { coding: [{ system, code, display }] };
  const forms: Readonly<Record<AbsentEntry['type'], object>> = {
    AllergyIntolerance: { clinicalStatus: active('allergyintolerance'), code: concept, patient: subject },
    Condition: { clinicalStatus: active('condition'), code: concept, subject },
    MedicationStatement: {
      status: 'unknown',
      medicationCodeableConcept: concept,
      subject,
      _effectiveDateTime: noTime,
    },
    Immunization: {
      status: 'not-done',
      vaccineCode: concept,
      patient: subject,
      _occurrenceDateTime: noTime,
    },
    Procedure: { status: 'unknown', code: concept, subject, _performedDateTime: noTime },
  };
  return { resourceType: type, id, ...forms[type] } as Resource;
}
