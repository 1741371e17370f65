/** A statement that qualifies another: its template ids of all releases, and its code where that is unmistakable. */
export interface Part {
  readonly templates: readonly string[];
  readonly code?: string;
}

/** The parts of statements, by the names that paths use. */
export const parts = {
  /** Problem Status, Allergy Status (R1.1, R2.x), status observations of CCD. */
  status: {
    templates: [
      '2.16.840.1.113883.10.20.22.4.6',
      '2.16.840.1.113883.10.20.22.4.28',
      '2.16.840.1.113883.10.20.1.50',
      '2.16.840.1.113883.10.20.1.39',
    ],
    code: '33999-4',
  },
  /** Date of Diagnosis Act. */
  dateOfDiagnosis: { templates: ['2.16.840.1.113883.10.20.22.4.502'], code: '77975-1' },
  /** Age Observation, and CCD's age observation. */
  ageObservation: {
    templates: ['2.16.840.1.113883.10.20.22.4.31', '2.16.840.1.113883.10.20.1.38'],
    code: '445518008',
  },
  /** Family History Death Observation, and CCD's cause of death. */
  familyDeath: {
    templates: ['2.16.840.1.113883.10.20.22.4.47', '2.16.840.1.113883.10.20.1.42'],
  },
  /** Priority Preference. */
  priorityPreference: { templates: ['2.16.840.1.113883.10.20.22.4.143'] },
  /** Progress Toward Goal Observation. */
  goalProgress: { templates: ['2.16.840.1.113883.10.20.22.4.110'] },
  /** Outcome Observation. */
  outcome: { templates: ['2.16.840.1.113883.10.20.22.4.144'] },
  /** Entry Reference. */
  entryReference: { templates: ['2.16.840.1.113883.10.20.22.4.122'] },
  /** Health Concern Act. */
  healthConcern: { templates: ['2.16.840.1.113883.10.20.22.4.132'] },
  /** Risk Concern Act. */
  riskConcern: { templates: ['2.16.840.1.113883.10.20.22.4.136'] },
  /** Intervention Act and Planned Intervention Act. */
  intervention: { templates: ['2.16.840.1.113883.10.20.22.4.131', '2.16.840.1.113883.10.20.22.4.146'] },
  /** Comment Activity. */
  comment: {
    templates: ['2.16.840.1.113883.10.20.22.4.64', '2.16.840.1.113883.10.20.1.40'],
    code: '48767-8',
  },
  /** Specimen Collection Procedure. */
  specimenCollection: { templates: ['2.16.840.1.113883.10.20.22.4.415'], code: '17636008' },
  /** Specimen Condition Observation. */
  specimenCondition: { templates: ['2.16.840.1.113883.10.20.22.4.435'] },
  /** Reaction Observation. */
  reaction: { templates: ['2.16.840.1.113883.10.20.22.4.9', '2.16.840.1.113883.10.20.1.54'] },
  /** Severity Observation. */
  severity: { templates: ['2.16.840.1.113883.10.20.22.4.8', '2.16.840.1.113883.10.20.1.55'], code: 'SEV' },
  /** Criticality Observation. */
  criticality: { templates: ['2.16.840.1.113883.10.20.22.4.145'], code: '82606-5' },
  /** Problem Concern Act, Allergy Concern Act, CCD's problem act. */
  concern: {
    templates: [
      '2.16.840.1.113883.10.20.22.4.3',
      '2.16.840.1.113883.10.20.22.4.30',
      '2.16.840.1.113883.10.20.1.27',
      '2.16.840.1.113883.3.88.11.83.7',
      '2.16.840.1.113883.3.88.11.83.6',
    ],
    code: 'CONC',
  },
  /** Estimated Date of Delivery, also that of the supplemental pregnancy templates. */
  dueDate: {
    templates: ['2.16.840.1.113883.10.20.15.3.1', '2.16.840.1.113883.10.20.22.4.297'],
    code: '11778-8',
  },
  /** Security Observation (DS4P). */
  security: { templates: ['2.16.840.1.113883.3.445.21'] },
  /** Deceased Observation. */
  deceased: { templates: ['2.16.840.1.113883.10.20.22.4.79'] },
  /** Birth Sex Observation. */
  birthSex: { templates: ['2.16.840.1.113883.10.20.22.4.200'], code: '76689-9' },
  /** Sex Observation. */
  sex: { templates: ['2.16.840.1.113883.10.20.22.4.507'], code: '46098-0' },
  /** Gender Identity Observation. */
  genderIdentity: { templates: ['2.16.840.1.113883.10.20.34.3.45'], code: '76691-5' },
  /** Tribal Affiliation Observation. */
  tribalAffiliation: { templates: ['2.16.840.1.113883.10.20.22.4.506'], code: '95370-3' },
  /** Basic Industry Observation. */
  industry: { templates: ['2.16.840.1.113883.10.20.22.4.504'], code: '86188-0' },
  /** Procedure Activity Procedure, Observation and Act, and the procedure activities of CCD and C32. */
  procedure: {
    templates: [
      '2.16.840.1.113883.10.20.22.4.14',
      '2.16.840.1.113883.10.20.22.4.13',
      '2.16.840.1.113883.10.20.22.4.12',
      '2.16.840.1.113883.10.20.1.29',
      '2.16.840.1.113883.3.88.11.83.17',
    ],
  },
  /** Reason (of QRDA and 2023+): why something was done or not. */
  careReason: { templates: ['2.16.840.1.113883.10.20.24.3.88'], code: '77301-0' },
  /** Note Activity. */
  note: { templates: ['2.16.840.1.113883.10.20.22.4.202'], code: '34109-9' },
  /** Product Instance, and that of CCD. */
  productInstance: { templates: ['2.16.840.1.113883.10.20.22.4.37', '2.16.840.1.113883.10.20.1.52'] },
  /** Encounter Diagnosis. */
  diagnosis: { templates: ['2.16.840.1.113883.10.20.22.4.80'] },
  /** Hospital Admission Diagnosis. */
  admissionDiagnosis: { templates: ['2.16.840.1.113883.10.20.22.4.34'] },
  /** Hospital Discharge Diagnosis. */
  dischargeDiagnosis: { templates: ['2.16.840.1.113883.10.20.22.4.33'] },
  /** Rank of a diagnosis (of QRDA). */
  rank: { templates: ['2.16.840.1.113883.10.20.24.3.166'], code: '263486008' },
  /** Indication. */
  indication: { templates: ['2.16.840.1.113883.10.20.22.4.19'] },
  /** Instruction, and that of CCD. */
  instruction: { templates: ['2.16.840.1.113883.10.20.22.4.20', '2.16.840.1.113883.10.20.1.49'] },
  /** Medication Free Text Sig. */
  sig: { templates: ['2.16.840.1.113883.10.20.22.4.147'], code: '76662-6' },
  /** Planned Coverage. */
  plannedCoverage: { templates: ['2.16.840.1.113883.10.20.22.4.129'] },
  /** What the pharmacy is told: CCD's fulfillment instruction. */
  fulfilment: {
    templates: ['2.16.840.1.113883.10.20.1.43', '1.3.6.1.4.1.19376.1.5.3.1.4.3.1'],
    code: 'FINSTRUCT',
  },
  /** C32's type of medication. */
  medicationType: { templates: ['2.16.840.1.113883.3.88.11.83.8.1'], code: '73639000' },
  /** CCD's number in a series. */
  doseNumber: { templates: ['2.16.840.1.113883.10.20.1.46'], code: '30973-2' },
  /** Substance Administered Act: the course that a dose belongs to. */
  administeredCourse: { templates: ['2.16.840.1.113883.10.20.22.4.118'] },
  /** CCD's information source. */
  informationSource: { templates: [], code: '48766-0' },
} as const satisfies Record<string, Part>;
