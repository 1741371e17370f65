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
  /** Comment Activity. */
  comment: { templates: ['2.16.840.1.113883.10.20.22.4.64', '2.16.840.1.113883.10.20.1.40'], code: '48767-8' },
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
} as const satisfies Record<string, Part>;
