import type { Kind, PatientRecord, Statements } from '../../record/index.ts';
import { type Context, contextOf, sharedOf } from './context.ts';
import { add, type Desk } from './desk.ts';
import type { Resource } from './fhir-types.ts';
import type { FhirOptions, Written } from './options.ts';
import { writeProvenance } from './provenance-resources.ts';
import { allergyIntolerance } from './resources/allergy-intolerance.ts';
import { composition } from './resources/composition.ts';
import { condition } from './resources/condition.ts';
import { documentReference } from './resources/document-reference.ts';
import { encounter } from './resources/encounter.ts';
import { observation } from './resources/observation.ts';
import { patient } from './resources/patient.ts';
import { relatedPerson } from './resources/related-person.ts';

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
  observation: (item, context) => [observation(item, context)],
  problem: (item, context) => [condition(item, context)],
  allergy: (item, context) => [allergyIntolerance(item, context)],
  document: (item, context, siblings) => [
    composition(item, context),
    documentReference(item, siblings, { ...context, unwritten: () => {} }),
  ],
};

/** The patient's own resources: all of a record but the people whom patients share. */
export function patientResources(record: PatientRecord, options: FhirOptions): Written {
  const subject = { reference: `Patient/${record.patient.id}` };
  const roles = new Map(record.people.practitionerRole.map((role) => [role.id, role]));
  const shared = sharedOf({ options, subject, roles, trace: record.trace });
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
