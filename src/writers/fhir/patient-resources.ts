import type { Kind, PatientRecord, Statements } from '../../record/index.ts';
import { type Context, contextOf, sharedOf } from './context.ts';
import { add, type Desk } from './desk.ts';
import type { Resource } from './fhir-types.ts';
import type { FhirOptions, Written } from './options.ts';
import { writeProvenance } from './provenance-resources.ts';
import { allergyIntolerance } from './resources/allergy-intolerance.ts';
import { composition } from './resources/composition.ts';
import { condition } from './resources/condition.ts';
import { diagnosticReport } from './resources/diagnostic-report.ts';
import { documentReference } from './resources/document-reference.ts';
import { encounter } from './resources/encounter.ts';
import { immunization } from './resources/immunization.ts';
import { medicationDispense } from './resources/medication-dispense.ts';
import { medicationRequest } from './resources/medication-request.ts';
import { medicationNotTaken } from './resources/medication-statement.ts';
import { note } from './resources/note.ts';
import { observation } from './resources/observation.ts';
import { order } from './resources/order.ts';
import { patient } from './resources/patient.ts';
import { procedure } from './resources/procedure.ts';
import { productInstance } from './resources/product-instance.ts';
import { relatedPerson } from './resources/related-person.ts';
import { specimen } from './resources/specimen.ts';

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
  productInstance: (item, context) => [productInstance(item, context)],
  procedure: (item, context) => [procedure(item, context)],
  order: (item, context) => [order(item, context)],
  note: (item, context) => [note(item, context)],
  document: (item, context, siblings) => [
    composition(item, context),
    documentReference(item, siblings, { ...context, unwritten: () => {} }),
  ],
};

/** The patient's own resources: all of a record but the people whom patients share. */
export function patientResources(record: PatientRecord, options: FhirOptions): Written {
  const subject = { reference: `Patient/${record.patient.id}` };
  const roles = new Map(record.people.practitionerRole.map((role) => [role.id, role]));
  const shared = sharedOf({ options, subject, roles, traced: record });
  const written: Written = { resources: [], issues: shared.issues, index: new Map() };
  const part = `patient/${record.patient.id}`;
  add(written, [part], [patient(record.patient, contextOf(shared, part))]);
  for (const kind of Object.keys(writers) as Kind[]) writeKind(kind, record, { shared, written });
  writeProvenance(record, { shared, written });
  return written;
}

function writeKind<K extends Kind>(kind: K, record: PatientRecord, { shared, written }: Desk): void {
  const statements: { readonly [P in Kind]: readonly Statements[P][] } = record.statements;
  const items: readonly Statements[K][] = statements[kind];
  for (const item of items) {
    const part = `${kind}/${item.id}`;
    add(written, [part], writers[kind](item, contextOf(shared, part), items));
  }
}
