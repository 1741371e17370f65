import type { Kind, Participation, PatientRecord, Section, Statements } from '../../record/index.ts';
import { contextOf } from './context.ts';
import { isSaid } from './datatypes/when.ts';
import { add, type Desk } from './desk.ts';
import { addressOf } from './references.ts';
import {
  documentProvenance,
  type Involvement,
  participationProvenance,
  timed,
} from './resources/provenance.ts';

/** How all of it came about: by document, and by each author of statements. */
export function writeProvenance(record: PatientRecord, { shared, written }: Desk): void {
  for (const item of record.statements.document) {
    const part = `document/${item.id}`;
    const context = contextOf(shared, part);
    const itself = written.index.get(part) ?? [];
    const reached = (item.sections ?? []).flatMap(entriesOf);
    const targets = [...new Set([...itself, shared.subject.reference ?? '', ...visitOf(item), ...reached])];
    const others = timed(item).map((one, index) =>
      participationProvenance(
        one,
        { id: shared.options.make('Provenance', item.id, index), targets: itself, sources: [item] },
        context,
      ),
    );
    add({ shared, written }, [part], [documentProvenance(item, targets, context), ...others]);
  }
  writeAuthors(record, { shared, written });
}

const visitOf = (item: Statements['document']): string[] =>
  [item.encounter && addressOf(item.encounter.ref)].filter((one) => one !== undefined);

/** What a section refers to, as `Type/id`. */
const entriesOf = (section: Section): string[] => refsIn(section).flatMap((ref) => addressOf(ref) ?? []);

/** What a section refers to, as `kind/id`. */
const refsIn = (section: Section): string[] => [
  ...(section.entries ?? []).map(({ ref }) => ref),
  ...(section.sections ?? []).flatMap(refsIn),
];

interface Group {
  readonly involvement: Involvement;
  readonly sources: readonly Statements['document'][];
  readonly parts: Set<string>;
}

/** One Provenance for each person, role, time and source, over all statements that share them. */
function writeAuthors(record: PatientRecord, { shared, written }: Desk): void {
  const sourcesOf = sourcesByPart(record);
  const groups = new Map<string, Group>();
  for (const { part, involvement } of authorships(record)) {
    const sources = sourcesOf.get(part) ?? [];
    const key = JSON.stringify([involvement, ...sources.map(({ id }) => id)]);
    const group = groups.get(key) ?? { involvement, sources, parts: new Set() };
    groups.set(key, group);
    group.parts.add(part);
  }
  for (const [key, { involvement, sources, parts }] of groups) {
    const id = shared.options.make('Provenance', record.patient.id, key);
    const all = [...parts];
    const targets = all.flatMap((part) => written.index.get(part)?.[0] ?? []);
    const context = contextOf(shared, all[0] ?? '');
    add({ shared, written }, all, [participationProvenance(involvement, { id, targets, sources }, context)]);
  }
}

/** The documents whose sections name a statement, by `kind/id`; a document is its own source. */
function sourcesByPart({ statements }: PatientRecord): Map<string, Statements['document'][]> {
  const sources = new Map<string, Statements['document'][]>();
  for (const item of statements.document) {
    const parts = [item.encounter?.ref ?? [], (item.sections ?? []).flatMap(refsIn), `document/${item.id}`];
    for (const part of new Set(parts.flat())) sources.set(part, [...(sources.get(part) ?? []), item]);
  }
  return sources;
}

interface Authorship {
  readonly part: string;
  readonly involvement: Involvement;
}

/** The statements whose authors and informants go into Provenance. */
const authored = [
  'encounter',
  'observation',
  'report',
  'specimen',
  'problem',
  'allergy',
  'procedure',
  'order',
  'note',
  'media',
  'medication',
  'notTaken',
  'dispense',
  'immunization',
  'familyMember',
  'goal',
  'risk',
  'careTeam',
  'carePlan',
  'imagingStudy',
  'coverage',
  'account',
  'deviceUse',
  'deviceRequest',
  'supplyRequest',
  'supplyDelivery',
  'message',
  'messageRequest',
  'outsideDocument',
] as const satisfies readonly Kind[];

const performed = [
  'procedure',
  'order',
  'medication',
  'dispense',
  'immunization',
  'report',
] as const satisfies readonly Kind[];

/** Who wrote or did what; of documents the authors of sections, as the documents have Provenance of their own. */
function authorships({ statements }: PatientRecord): Authorship[] {
  const all: Authorship[] = [];
  const add = (kind: Kind, id: string, role: Role, list: readonly Participation[] | undefined): void => {
    for (const participation of list ?? [])
      all.push({ part: `${kind}/${id}`, involvement: { part: role, field: `${role}s`, participation } });
  };
  for (const kind of authored) {
    for (const { id, authors, informants } of statements[kind]) {
      add(kind, id, 'author', authors);
      add(kind, id, 'informant', informants);
    }
  }
  for (const { id, performers } of statements.observation)
    add('observation', id, 'performer', performers?.filter(saysMore));
  for (const { id, verifiers, custodians } of statements.observation) {
    add('observation', id, 'verifier', verifiers);
    add('observation', id, 'custodian', custodians);
  }
  for (const kind of performed) {
    for (const { id, performers } of statements[kind])
      add(kind, id, 'performer', performers?.filter(saysWhen));
  }
  for (const { id, sections } of statements.document)
    add('document', id, 'author', sections?.flatMap(sectionAuthors));
  return all;
}

type Role = 'author' | 'informant' | 'performer' | 'verifier' | 'custodian';

/** Observation.performer holds who it was; when and as what stands in Provenance. */
const saysMore = ({ who, time, roles, period }: Participation): boolean =>
  who !== undefined && (isSaid(time) || period !== undefined || (roles ?? []).length > 0);

/** A performer of a procedure stands in it with who and as what. */
const saysWhen = ({ who, time, period }: Participation): boolean =>
  who !== undefined && (isSaid(time) || period !== undefined);

const sectionAuthors = ({ authors = [], sections = [] }: Section): Participation[] => [
  ...authors,
  ...sections.flatMap(sectionAuthors),
];
