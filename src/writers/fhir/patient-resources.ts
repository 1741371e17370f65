import type { Kind, PatientRecord, Coding as RecordCoding, Statements } from '../../record/index.ts';
import { type Context, contextOf, sharedOf } from './context.ts';
import { coding } from './datatypes/concept.ts';
import { add, type Desk } from './desk.ts';
import type { Resource } from './fhir-types.ts';
import { summaryResources } from './ips/summary.ts';
import type { FhirOptions, Written } from './options.ts';
import { writeProvenance } from './provenance-resources.ts';
import { account } from './resources/account.ts';
import { allergyIntolerance } from './resources/allergy-intolerance.ts';
import { carePlan } from './resources/care-plan.ts';
import { careTeam } from './resources/care-team.ts';
import { communication } from './resources/communication.ts';
import { communicationRequest } from './resources/communication-request.ts';
import { composition } from './resources/composition.ts';
import { condition } from './resources/condition.ts';
import { coverage } from './resources/coverage.ts';
import { deviceRequest } from './resources/device-request.ts';
import { deviceUseStatement } from './resources/device-use-statement.ts';
import { diagnosticReport } from './resources/diagnostic-report.ts';
import { documentReference } from './resources/document-reference.ts';
import { encounter } from './resources/encounter.ts';
import { familyMemberHistory } from './resources/family-member-history.ts';
import { goal } from './resources/goal.ts';
import { imagingStudy } from './resources/imaging-study.ts';
import { immunization } from './resources/immunization.ts';
import { media } from './resources/media.ts';
import { medicationDispense } from './resources/medication-dispense.ts';
import { medicationRequest } from './resources/medication-request.ts';
import { medicationNotTaken } from './resources/medication-statement.ts';
import { note } from './resources/note.ts';
import { observation } from './resources/observation.ts';
import { order } from './resources/order.ts';
import { outsideDocument } from './resources/outside-document.ts';
import { patient } from './resources/patient.ts';
import { procedure } from './resources/procedure.ts';
import { productInstance } from './resources/product-instance.ts';
import { relatedPerson } from './resources/related-person.ts';
import { riskAssessment } from './resources/risk-assessment.ts';
import { specimen } from './resources/specimen.ts';
import { supplyDelivery } from './resources/supply-delivery.ts';
import { supplyRequest } from './resources/supply-request.ts';

/** The resource of each kind of statement, in the order in which they are written: what is referred to comes first. */
const writers: {
  readonly [K in Kind]: (
    item: Statements[K],
    context: Context,
    siblings: readonly Statements[K][],
  ) => Resource[];
} = {
  relatedPerson: (item, context) => [relatedPerson(item, context)],
  encounter: (item, context) => [encounter(item, context)],
  specimen: (item, context) => [specimen(item, context)],
  observation: (item, context) => [observation(item, context)],
  report: (item, context) => [diagnosticReport(item, context)],
  problem: (item, context) => [condition(item, context)],
  allergy: (item, context) => [allergyIntolerance(item, context)],
  medication: (item, context) => [medicationRequest(item, context)],
  notTaken: (item, context) => [medicationNotTaken(item, context)],
  dispense: (item, context) => [medicationDispense(item, context)],
  immunization: (item, context) => [immunization(item, context)],
  // Its section says that it is empty; IPS has codes for it.
  noneKnown: () => [],
  familyMember: (item, context) => [familyMemberHistory(item, context)],
  goal: (item, context) => [goal(item, context)],
  risk: (item, context) => [riskAssessment(item, context)],
  productInstance: (item, context) => [productInstance(item, context)],
  outsideDocument: (item, context) => [outsideDocument(item, context)],
  coverage: (item, context) => [coverage(item, context)],
  account: (item, context) => [account(item, context)],
  careTeam: (item, context) => [careTeam(item, context)],
  deviceUse: (item, context) => [deviceUseStatement(item, context)],
  deviceRequest: (item, context) => [deviceRequest(item, context)],
  supplyRequest: (item, context) => [supplyRequest(item, context)],
  supplyDelivery: (item, context) => [supplyDelivery(item, context)],
  message: (item, context) => [communication(item, context)],
  messageRequest: (item, context) => [communicationRequest(item, context)],
  carePlan: (item, context) => [carePlan(item, context)],
  procedure: (item, context) => [procedure(item, context)],
  imagingStudy: (item, context) => [imagingStudy(item, context)],
  order: (item, context) => [order(item, context)],
  note: (item, context) => [note(item, context)],
  media: (item, context) => [media(item, context)],
  document: (item, context, siblings) => [
    composition(item, context),
    documentReference(item, siblings, { ...context, unwritten: () => {} }),
  ],
};

/** The patient's own resources: all of a record but the people whom patients share. */
export function patientResources(record: PatientRecord, options: FhirOptions): Written {
  const subject = { reference: `Patient/${record.patient.id}` };
  const roles = new Map(record.people.practitionerRole.map((role) => [role.id, role]));
  const devices = new Map(record.people.device.map((device) => [device.id, device]));
  const shared = sharedOf({ options, subject, roles, devices, traced: record });
  const written: Written = { resources: [], issues: shared.issues, index: new Map() };
  const desk: Desk = { shared, written };
  const part = `patient/${record.patient.id}`;
  add(desk, [part], [patient(record.patient, contextOf(shared, part))]);
  for (const kind of Object.keys(writers) as Kind[]) writeKind(kind, record, desk);
  for (const { resource, parts } of shared.binaries.values()) add(desk, [...parts], [resource]);
  writeProvenance(record, desk);
  if (options.profile === 'ips') add(desk, [part], summaryResources(record, written.resources, shared));
  return written;
}

function writeKind<K extends Kind>(kind: K, record: PatientRecord, desk: Desk): void {
  const statements: { readonly [P in Kind]: readonly Statements[P][] } = record.statements;
  const items: readonly Statements[K][] = statements[kind];
  for (const item of items) {
    const part = `${kind}/${item.id}`;
    const resources = writers[kind](item, contextOf(desk.shared, part), items);
    add(desk, [part], labelled(resources, item as { labels?: readonly RecordCoding[] }));
  }
}

/** Security labels hold for all that is made of a statement. */
const labelled = (
  resources: readonly Resource[],
  { labels }: { readonly labels?: readonly RecordCoding[] },
): readonly Resource[] =>
  labels?.length
    ? resources.map(
        ({ resourceType, id, meta, ...rest }) =>
          ({
            resourceType,
            id,
            meta: { ...meta, security: labels.map((one) => coding(one)) },
            ...rest,
          }) as Resource,
      )
    : resources;
