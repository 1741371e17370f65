import {
  type Contribution,
  type Document,
  type LedgerLine,
  legalFamily,
  type Patient,
  patientId,
  type Precedence,
  type Source,
  usableIdentifiers,
} from '../../record/index.ts';
import type { InputFile, ReadOptions, Refused, Scan } from '../reader.ts';
import { DocumentCollector } from './collector.ts';
import { Directory } from './directory.ts';
import { indexDocument } from './document-index.ts';
import { readCustodian, readHeader } from './header/document.ts';
import { readPatient } from './header/patient.ts';
import { openDocument } from './open.ts';
import type { Scope } from './scope.ts';
import { readSections } from './section.ts';
import type { XmlElement } from './xml/element.ts';

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
  if (!opened.root) return { kind: 'unreadable', issues: opened.issues };
  const { root } = opened;
  const roles = patientRoles(root);
  if (roles.length > 1) return severalPatients(root, file, roles.length);
  const scope = scopeOf(root, file, options);
  scope.issues.push(...opened.issues);
  scope.directory.home = readCustodian(root, scope)?.ref ?? '';
  const patient = patientOf(roles[0], { file, options, scope });
  const known = usableIdentifiers(patient.identifiers);
  for (const { system, value } of known) scope.directory.self.add(`${system}|${value}`);
  const line = roles[0]?.line ?? root.line;
  if (!roles[0]) scope.issues.push({ code: 'document-without-patient', place: { file: file.name, line } });
  else if (known.length === 0) scope.issues.push({ code: 'patient-unidentified', place: { file: file.name, line } });
  return contributionOf(root, { file, scope, patient });
}

const patientRoles = (root: XmlElement): XmlElement[] =>
  root.elements('recordTarget').flatMap((target) => target.elements('patientRole'));

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
  readonly scope: Scope & { readonly collector: DocumentCollector };
  readonly patient: Patient;
}

function contributionOf(root: XmlElement, { file, scope, patient }: Reading): Contribution {
  const source: Source = { file: file.name, sha256: file.sha256, sha1: file.sha1, size: file.bytes.length, mediaType: 'application/xml' };
  const header = readHeader(root, source, scope);
  const ledger: LedgerLine[] = [{ unit: 'document', place: { file: file.name, line: root.line }, state: 'converted', into: ['document/document'] }];
  const body = root.first('component')?.first('structuredBody');
  const sections = body && readSections(body, { scope, collector: scope.collector, ledger });
  scope.collector.add('document', sections ? { ...header, sections } : header, {});
  for (const person of scope.directory.relatedPersons()) scope.collector.add('relatedPerson', person, {});
  return {
    source,
    precedence: precedenceOf(header, file),
    patient,
    statements: scope.collector.statements,
    people: scope.directory.people(),
    ledger,
    trace: scope.collector.trace,
    issues: scope.issues,
  };
}

function scopeOf(root: XmlElement, file: InputFile, { make, offsetAt }: ReadOptions): Reading['scope'] {
  const index = indexDocument(root);
  return {
    file: file.name,
    make,
    offsetAt,
    section: undefined,
    directory: new Directory(make),
    target: (id) => index.ids.get(id),
    described: index.described,
    collector: new DocumentCollector(),
    media: index.media,
    taken: new Set(),
    issues: [],
    said: new Map(),
  };
}

/** Later: a higher version of the same set, else a later time. */
function precedenceOf(header: Document, file: InputFile): Precedence {
  const version = Number(header.version);
  const set = header.setId?.value === undefined ? undefined : `${header.setId.system ?? ''}|${header.setId.value}`;
  return {
    set,
    version: Number.isFinite(version) ? version : undefined,
    time: header.date?.literal ?? header.date?.value?.replace(/[-:T]/g, '') ?? '',
    hash: file.sha256,
  };
}
