import type { Kind, Participation, PatientRecord, Section, Statements } from '../../record/index.ts';
import { type Context, contextOf, type Shared } from './context.ts';
import type { Resource } from './fhir-types.ts';
import type { FhirOptions, Written } from './options.ts';
import { addressOf } from './references.ts';
import { allergyIntolerance } from './resources/allergy-intolerance.ts';
import { composition } from './resources/composition.ts';
import { condition } from './resources/condition.ts';
import { documentReference } from './resources/document-reference.ts';
import { encounter } from './resources/encounter.ts';
import { observation } from './resources/observation.ts';
import { patient } from './resources/patient.ts';
import { documentProvenance, participationProvenance, timed } from './resources/provenance.ts';
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
  const shared: Shared = { options, subject, roles, trace: record.trace, issues: [] };
  const written: Written = { resources: [], issues: shared.issues, index: new Map() };
  const part = `patient/${record.patient.id}`;
  add(written, part, [patient(record.patient, contextOf(shared, part))]);
  for (const kind of Object.keys(writers) as Kind[]) writeKind(kind, record, { shared, written });
  writeProvenance(record, { shared, written });
  return written;
}

interface Desk {
  readonly shared: Shared;
  readonly written: Written;
}

function writeKind<K extends Kind>(kind: K, record: PatientRecord, { shared, written }: Desk): void {
  const statements: { readonly [P in Kind]: readonly Statements[P][] } = record.statements;
  const items: readonly Statements[K][] = statements[kind];
  for (const item of items) {
    const part = `${kind}/${item.id}`;
    add(written, part, writers[kind](item, contextOf(shared, part), items));
  }
}

/** Puts resources under the part of the record that they say. */
function add({ resources, index }: Written, part: string, added: readonly Resource[]): void {
  resources.push(...added);
  index.set(part, [
    ...(index.get(part) ?? []),
    ...added.map(({ resourceType, id }) => `${resourceType}/${id}`),
  ]);
}

/** How all of it came about: by document, and by each author of statements. */
function writeProvenance(record: PatientRecord, { shared, written }: Desk): void {
  for (const item of record.statements.document) {
    const part = `document/${item.id}`;
    const context = { ...contextOf(shared, part), unwritten: () => {} };
    const itself = written.index.get(part) ?? [];
    const reached = (item.sections ?? []).flatMap(entriesOf);
    const targets = [...new Set([...itself, shared.subject.reference ?? '', ...visitOf(item), ...reached])];
    const others = timed(item).map((one, index) =>
      participationProvenance(
        one,
        { id: shared.options.make('Provenance', item.id, index), targets: itself },
        context,
      ),
    );
    add(written, part, [documentProvenance(item, targets, context), ...others]);
  }
  writeAuthors(record, { shared, written });
}

const visitOf = (item: Statements['document']): string[] =>
  [item.encounter && addressOf(item.encounter.ref)].filter((one) => one !== undefined);

/** What a section refers to, as `Type/id`. */
const entriesOf = (section: Section): string[] => [
  ...(section.entries ?? []).flatMap(({ ref }) => addressOf(ref) ?? []),
  ...(section.sections ?? []).flatMap(entriesOf),
];

/** One Provenance for each author, role and time, over all statements that share them. */
function writeAuthors(record: PatientRecord, { shared, written }: Desk): void {
  const groups = new Map<string, { author: Participation; parts: string[] }>();
  for (const { part, author } of authorships(record)) {
    const key = JSON.stringify(author);
    const group = groups.get(key);
    if (group) group.parts.push(part);
    else groups.set(key, { author, parts: [part] });
  }
  for (const [key, { author, parts }] of groups) {
    const id = shared.options.make('Provenance', record.patient.id, key);
    const targets = [...new Set(parts.flatMap((part) => written.index.get(part)?.[0] ?? []))];
    const context = contextOf(shared, parts[0] ?? '');
    const involvement = { part: 'author', field: 'authors', participation: author } as const;
    add(written, parts[0] ?? '', [participationProvenance(involvement, { id, targets }, context)]);
  }
}

/** Who wrote which statement; of documents the authors of sections, as the documents have Provenance of their own. */
function* authorships({ statements }: PatientRecord): Generator<{ part: string; author: Participation }> {
  for (const kind of ['encounter', 'observation', 'problem', 'allergy'] as const) {
    for (const { id, authors = [] } of statements[kind]) {
      for (const author of authors) yield { part: `${kind}/${id}`, author };
    }
  }
  for (const { id, sections = [] } of statements.document) {
    for (const author of sections.flatMap(sectionAuthors)) yield { part: `document/${id}`, author };
  }
}

const sectionAuthors = ({ authors = [], sections = [] }: Section): Participation[] => [
  ...authors,
  ...sections.flatMap(sectionAuthors),
];
