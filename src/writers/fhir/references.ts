import type { Kind, People } from '../../record/index.ts';
import type { Resource } from './fhir-types.ts';

/** That there is none of something has no resource: the section of its document says that it is empty. */
export type RecordKind = Exclude<Kind, 'noneKnown'> | keyof People | 'patient';

/** The resource that each kind of the record becomes. */
export const typeOf = {
  patient: 'Patient',
  document: 'Composition',
  encounter: 'Encounter',
  problem: 'Condition',
  allergy: 'AllergyIntolerance',
  observation: 'Observation',
  report: 'DiagnosticReport',
  specimen: 'Specimen',
  procedure: 'Procedure',
  order: 'ServiceRequest',
  medication: 'MedicationRequest',
  notTaken: 'MedicationStatement',
  dispense: 'MedicationDispense',
  immunization: 'Immunization',
  note: 'DocumentReference',
  media: 'DocumentReference',
  productInstance: 'Device',
  familyMember: 'FamilyMemberHistory',
  goal: 'Goal',
  risk: 'RiskAssessment',
  deviceUse: 'DeviceUseStatement',
  deviceRequest: 'DeviceRequest',
  supplyRequest: 'SupplyRequest',
  supplyDelivery: 'SupplyDelivery',
  coverage: 'Coverage',
  account: 'Account',
  careTeam: 'CareTeam',
  carePlan: 'CarePlan',
  imagingStudy: 'ImagingStudy',
  message: 'Communication',
  messageRequest: 'CommunicationRequest',
  outsideDocument: 'DocumentReference',
  relatedPerson: 'RelatedPerson',
  practitioner: 'Practitioner',
  practitionerRole: 'PractitionerRole',
  organization: 'Organization',
  location: 'Location',
  device: 'Device',
} as const satisfies Record<RecordKind, Resource['resourceType']>;

/** The kinds that FHIR lets an element refer to, by what the element is. */
export const allowed = {
  any: Object.keys(typeOf) as RecordKind[],
  problem: ['problem'],
  /** Encounter.diagnosis.condition. */
  diagnosis: ['problem', 'procedure'],
  /** Encounter.reasonReference. */
  visitReason: ['problem', 'procedure', 'observation'],
  /** Procedure.reasonReference. */
  procedureReason: ['problem', 'procedure', 'observation', 'document', 'note'],
  /** ServiceRequest.reasonReference. */
  orderReason: ['problem', 'observation', 'note'],
  /** Goal.addresses. */
  goalAddresses: ['problem', 'observation', 'notTaken', 'order', 'risk'],
  procedure: ['procedure'],
  medication: ['medication'],
  /** MedicationRequest.reasonReference, Immunization.reasonReference. */
  reason: ['problem', 'observation'],
  /** Procedure.performer.actor, ServiceRequest.performer. */
  actor: ['practitioner', 'practitionerRole', 'organization', 'patient', 'relatedPerson', 'device'],
  /** Procedure.focalDevice.manipulated. */
  manipulated: ['productInstance', 'device'],
  observation: ['observation'],
  /** Observation.derivedFrom. */
  derivedFrom: ['observation', 'note', 'outsideDocument'],
  specimen: ['specimen'],
  /** Observation.device. */
  measuringDevice: ['device', 'productInstance'],
  /** DiagnosticReport.performer and resultsInterpreter, Specimen.collection.collector. */
  provider: ['practitioner', 'practitionerRole', 'organization'],
  collector: ['practitioner', 'practitionerRole'],
  encounter: ['encounter'],
  coverage: ['coverage'],
  careTeam: ['careTeam'],
  goal: ['goal'],
  /** DeviceRequest.requester, SupplyRequest.requester. */
  requester: ['practitionerRole', 'practitioner', 'organization', 'device'],
  /** DeviceUseStatement.device, DeviceRequest.codeReference. */
  device: ['productInstance', 'device'],
  /** Coverage.payor, Account.guarantor. */
  payor: ['organization', 'patient', 'relatedPerson'],
  subscriber: ['patient', 'relatedPerson'],
  /** CareTeam.participant.member. */
  member: ['practitionerRole', 'practitioner', 'organization', 'patient', 'relatedPerson', 'careTeam'],
  /** Communication.recipient; CommunicationRequest.recipient and sender. */
  correspondent: [
    'practitionerRole',
    'practitioner',
    'organization',
    'patient',
    'relatedPerson',
    'device',
    'careTeam',
  ],
  practitioner: ['practitioner'],
  organization: ['organization'],
  generalPractitioner: ['practitioner', 'practitionerRole', 'organization'],
  location: ['location'],
  /** Condition.recorder, AllergyIntolerance.recorder, the participants of C-CDA on FHIR. */
  person: ['practitioner', 'practitionerRole', 'patient', 'relatedPerson'],
  /** Annotation.author. */
  noteAuthor: ['practitioner', 'patient', 'relatedPerson', 'organization'],
  /** Composition.author, DocumentReference.author, Provenance.agent.who. */
  author: ['practitioner', 'practitionerRole', 'device', 'patient', 'relatedPerson', 'organization'],
  /** Composition.attester.party, Observation.performer. */
  party: ['practitioner', 'practitionerRole', 'organization', 'patient', 'relatedPerson'],
  /** DocumentReference.authenticator. */
  authenticator: ['practitioner', 'practitionerRole', 'organization'],
  /** Encounter.participant.individual. */
  individual: ['practitioner', 'practitionerRole', 'relatedPerson'],
} as const satisfies Record<string, readonly RecordKind[]>;

export type Allowed = keyof typeof allowed;

/** `kind/id` taken apart; undefined where the kind is none of the record's. */
export function partsOf(ref: string): { kind: RecordKind; id: string } | undefined {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  return kind in typeOf ? { kind: kind as RecordKind, id: ref.slice(slash + 1) } : undefined;
}

/** `kind/id` as FHIR's `Type/id`. */
export function addressOf(ref: string): string | undefined {
  const parts = partsOf(ref);
  return parts && `${typeOf[parts.kind]}/${parts.id}`;
}
