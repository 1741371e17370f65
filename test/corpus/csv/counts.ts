interface Count {
  readonly count: number;
  readonly reason: string;
}

const noTable = 'no table has them';

/** Resources of Synthea's FHIR that answer to no row. */
export const inNoTable: Readonly<Record<string, Count>> = {
  CareTeam: { count: 33, reason: noTable },
  DiagnosticReport: {
    count: 521,
    reason: `${noTable}: which results are of one report is lost in observations.csv`,
  },
  DocumentReference: { count: 312, reason: noTable },
  Location: { count: 40, reason: `${noTable}: an organisation stands for its own place` },
  Medication: { count: 7, reason: 'the row has the drug itself' },
  MedicationAdministration: { count: 7, reason: noTable },
  Observation: {
    count: 2,
    reason: 'an operative status of two rows, whose codes are none of LOINC: ours are two observations',
  },
  Provenance: { count: 10, reason: noTable },
  SupplyDelivery: { count: 3, reason: 'rows that are equal to another in all cells are one' },
};

/** Resources of ours that answer to none of Synthea's. */
export const besides: Readonly<Record<string, Count>> = {
  Coverage: {
    count: 84,
    reason: 'payer_transitions.csv, of which Synthea’s FHIR says nothing beside its bills',
  },
  DeviceUseStatement: { count: 9, reason: 'that the patient has the device, and since when' },
  Observation: {
    count: 154,
    reason:
      'QALY, DALY and QOLS of each year, of which Synthea’s FHIR has the last two on the patient; the operative status',
  },
  Organization: { count: 9, reason: 'payers.csv' },
  RelatedPerson: { count: 5, reason: 'who owns the plan, where that is not the patient' },
};
