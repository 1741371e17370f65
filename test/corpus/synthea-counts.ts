interface Count {
  readonly count: number;
  readonly reason: string;
}

const notWritten = 'its exporter writes none of them into the document';

/** Resources of Synthea's FHIR whose number stands nowhere in the document, by type and, of observations, code. */
export const notInDocument: Readonly<Record<string, Count>> = {
  CarePlan: { count: 33, reason: `plans stand in the narrative alone: ${notWritten}` },
  CareTeam: { count: 33, reason: notWritten },
  Device: { count: 9, reason: notWritten },
  DiagnosticReport: { count: 312, reason: `a clinical note of each visit as a report: ${notWritten}` },
  DocumentReference: { count: 312, reason: `the same clinical notes as documents: ${notWritten}` },
  ImagingStudy: { count: 1, reason: notWritten },
  Medication: { count: 7, reason: 'the document has the drug in the prescription' },
  MedicationAdministration: { count: 7, reason: notWritten },
  Provenance: { count: 10, reason: 'the document has an author, of whom ours is made' },
  SupplyDelivery: { count: 48, reason: notWritten },
  'Observation 85354-9': { count: 115, reason: `blood pressures, being panels: ${notWritten}` },
  'Observation 72166-2': { count: 98, reason: 'the document has the latest smoking status alone' },
  'Observation 93025-5': { count: 49, reason: `questionnaires, being panels: ${notWritten}` },
  'Observation 4548-4': { count: 33, reason: `results outside of panels: ${notWritten}` },
  'Observation of other codes': { count: 39, reason: `results and answers outside of panels: ${notWritten}` },
};

/** Resources of ours that answer to none of Synthea's. */
export const besides: Readonly<Record<string, Count>> = {
  Observation: { count: 10, reason: 'the organizer of all vital signs, which US Core wants as a panel' },
  Composition: { count: 10, reason: 'the document itself' },
  DocumentReference: { count: 10, reason: 'the document itself' },
  Device: { count: 10, reason: 'the author of the document is a program' },
  Organization: { count: 10, reason: 'the custodian of the document' },
  Provenance: { count: 30, reason: 'who made the document and its parts, and what converted it' },
};
