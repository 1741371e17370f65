import type { Issue } from '../../issue/index.ts';
import {
  type Contribution,
  type Document,
  type LedgerLine,
  legalFamily,
  type Patient,
  type Precedence,
  patientId,
  type Reference,
  type Section,
  type Source,
  type SourcePoint,
  usableIdentifiers,
} from '../../record/index.ts';
import { codeSystems } from '../../terminology/index.ts';
import type { InputFile, ReadOptions, Refused, Scan } from '../reader.ts';
import type { XmlElement } from '../xml/element.ts';
import { DocumentCollector } from './collector.ts';
import { Directory } from './directory.ts';
import { type DocumentIndex, indexDocument } from './document-index.ts';
import { accountForEmbedded } from './embedded/account.ts';
import { EmbeddedContent } from './embedded/content.ts';
import { readUnstructured } from './embedded/unstructured.ts';
import { headerTrace, readCustodian, readHeader } from './header/document.ts';
import { generalPractitionersOf } from './header/general-practitioner.ts';
import { accountForHeader } from './header/participants.ts';
import { readPatient } from './header/patient.ts';
import { Tables } from './narrative/index.ts';
import { openDocument } from './open.ts';
import { Readings } from './readings.ts';
import { statementsOf } from './refer.ts';
import type { Scope } from './scope.ts';
import { scopeOf as inSection, readSections } from './section.ts';
import { statementOf } from './statements/index.ts';

/** Finds whose document it is. */
export function scanCcda(file: InputFile, options: ReadOptions): Scan {
  const opened = openDocument(file.bytes, file.name, 'header');
  if (!opened.root) return { kind: 'unreadable', issues: opened.issues };
  const roles = patientRoles(opened.root);
  if (roles.length > 1) return severalPatients(opened.root, file, roles.length);
  const patient = patientOf(roles[0], { file, options, scope: scopeOf(opened.root, file, options) });
  return {
    patient: patient.id,
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value?.slice(0, 10),
    family: legalFamily(patient.names ?? []),
  };
}

/** Reads a document whole: its patient, its header, its sections and the statements in them. */
export function readCcda(file: InputFile, options: ReadOptions): Contribution | Refused {
  const opened = openDocument(file.bytes, file.name, 'all');
  return opened.root ? readTree(opened, file, options) : { kind: 'unreadable', issues: opened.issues };
}

/** Reads a document that is a tree already. */
export function readTree(
  { root, issues }: { readonly root: XmlElement; readonly issues: readonly Issue[] },
  file: InputFile,
  options: ReadOptions,
): Contribution | Refused {
  const roles = patientRoles(root);
  if (roles.length > 1) return severalPatients(root, file, roles.length);
  const scope = scopeOf(root, file, options);
  scope.issues.push(...issues);
  scope.directory.home = readCustodian(root, scope)?.ref ?? '';
  const patient = patientOf(roles[0], { file, options, scope });
  const known = usableIdentifiers(patient.identifiers);
  for (const { system, value } of known) scope.directory.self.add(`${system}|${value}`);
  const line = roles[0]?.line ?? root.line;
  if (!roles[0]) scope.issues.push({ code: 'document-without-patient', place: { file: file.name, line } });
  else if (known.length === 0)
    scope.issues.push({ code: 'patient-unidentified', place: { file: file.name, line } });
  return contributionOf(root, { file, scope, patient });
}

const patientRoles = (root: XmlElement): readonly XmlElement[] =>
  root.elementsIn('recordTarget', 'patientRole');

/** CDA allows it for groups; whose a statement is cannot be told then. */
const severalPatients = (root: XmlElement, { name }: InputFile, count: number): Refused => ({
  kind: 'unreadable',
  issues: [{ code: 'document-several-patients', place: { file: name, line: root.line }, details: { count } }],
});

interface Naming {
  readonly file: InputFile;
  readonly options: ReadOptions;
  readonly scope: Scope;
}

/** The patient; of a document that names none, somebody of whom only this document is known. */
function patientOf(role: XmlElement | undefined, { file, options: { make }, scope }: Naming): Patient {
  const patient = role ? readPatient(role, '', scope) : { id: '' };
  const facts = {
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value,
    names: patient.names ?? [],
    gender: patient.gender,
    source: file.sha256,
  };
  return { ...patient, id: patientId(make, facts) };
}

interface Reading {
  readonly file: InputFile;
  readonly scope: Scope & { readonly collector: DocumentCollector; readonly index: DocumentIndex };
  readonly patient: Patient;
}

function contributionOf(root: XmlElement, { file, scope, patient }: Reading): Contribution {
  const source: Source = {
    file: file.name,
    sha256: file.sha256,
    sha1: file.sha1,
    size: file.bytes.length,
    mediaType: 'application/xml',
  };
  const header = readHeader(root, source, scope);
  const ledger: LedgerLine[] = [
    {
      unit: 'document',
      place: { file: file.name, line: root.line },
      state: 'converted',
      into: ['document/document'],
    },
  ];
  scope.collector.patientRef = `patient/${patient.id}`;
  const { collector } = scope;
  const body = root.first('component')?.first('structuredBody');
  const stated = body
    ? readSections(body, { scope, collector, ledger })
    : readUnstructured(root, header, { scope, collector });
  scope.collector.settleLate();
  const embedded = accountForEmbedded(scope.index.embedded, scope, collector);
  ledger.push(...accountForHeader(root, scope, collector), ...embedded.lines);
  const sections = withEmbedded(stated, embedded.alone);
  scope.collector.add('document', sections ? { ...header, sections } : header, headerTrace(root));
  for (const person of scope.directory.relatedPersons()) scope.collector.add('relatedPerson', person, {});
  return {
    source,
    precedence: precedenceOf(header, file),
    patient: { ...patient, ...generalPractitionersOf(header), ...scope.collector.facts },
    statements: scope.collector.statements,
    people: scope.directory.people(),
    ledger,
    units: scope.index.units,
    embedded: [...scope.embedded.kept.values()],
    trace: scope.collector.trace,
    places: placesLater(root, patient, scope),
    issues: scope.issues,
  };
}

/** Bytes that no section names stand in one of their own, so that a document bundle holds them. */
const withEmbedded = (sections: Section[] | undefined, alone: readonly Reference[]): Section[] | undefined =>
  alone.length === 0 ? sections : [...(sections ?? []), { title: 'Embedded content', entries: [...alone] }];

type Places = ReadonlyMap<string, readonly SourcePoint[]>;

type Placing = Pick<Reading['scope'], 'collector' | 'directory'>;

/** They are worked out for who asks: `explain` does. */
function placesLater(root: XmlElement, patient: Patient, { collector, directory }: Placing): () => Places {
  let places: Places | undefined;
  return () => {
    places ??= placesOf(root, patient, { collector, directory });
    return places;
  };
}

/** Where each part stands as a whole. */
function placesOf(root: XmlElement, { id }: Patient, { collector, directory }: Placing): Places {
  const stated = [...collector.places()].map(([ref, element]) => [ref, [element]] as const);
  return new Map<string, readonly SourcePoint[]>([
    ['document/document', [root]],
    [`patient/${id}`, [...patientRoles(root), ...collector.factPlaces]],
    ...directory.places,
    ...stated,
  ]);
}

function scopeOf(root: XmlElement, file: InputFile, options: ReadOptions): Reading['scope'] {
  const { make, offsetAt } = options;
  const index = indexDocument(root, file.bytes);
  const scope: Reading['scope'] = {
    file: file.name,
    make,
    offsetAt,
    systems: codeSystems(options.codeSystems),
    section: undefined,
    directory: new Directory(make),
    target: (id) => index.ids.get(id),
    isShared: index.isShared,
    hasSecurity: index.hasSecurity,
    described: index.described,
    stated: statementsOf(index.nameable),
    statement: (element) => readAt(element, scope),
    embedded: new EmbeddedContent({
      bytes: file.bytes,
      beside: (name) => options.fileBeside?.(file.name, name),
    }),
    collector: new DocumentCollector(),
    participations: new Map(),
    readings: new Readings(),
    index,
    media: index.media,
    tables: new Tables(),
    taken: new Set(),
    issues: [],
    said: new Map(),
  };
  return scope;
}

/** Reads the statement that an element is, with what its section gives it. */
function readAt(element: XmlElement, scope: Scope): Reference | undefined {
  let above = element.parent;
  while (above && above.name !== 'section') above = above.parent;
  const within = above ? inSection(above, scope) : scope;
  return statementOf(element, within)?.read(element, within);
}

/** Later: a higher version of the same set, else a later time. */
function precedenceOf(header: Document, file: InputFile): Precedence {
  const version = Number(header.version);
  const set =
    header.setId?.value === undefined ? undefined : `${header.setId.system ?? ''}|${header.setId.value}`;
  return {
    set,
    version: Number.isFinite(version) ? version : undefined,
    time: header.date?.literal ?? header.date?.value?.replace(/[-:T]/g, '') ?? '',
    hash: file.sha256,
  };
}
