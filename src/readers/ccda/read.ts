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
  const role = patientRoleOf(opened.root, file.name);
  if ('kind' in role) return role;
  const scope = scopeOf(opened.root, file, options);
  const patient = readPatient(role.element, '', scope);
  return {
    patient: idOf(patient, file, options),
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
  const role = patientRoleOf(root, file.name);
  if ('kind' in role) return role;
  const scope = scopeOf(root, file, options);
  scope.issues.push(...opened.issues);
  scope.directory.home = readCustodian(root, scope)?.ref ?? '';
  const draft = readPatient(role.element, '', scope);
  const patient = { ...draft, id: idOf(draft, file, options) };
  for (const { system, value } of usableIdentifiers(patient.identifiers)) scope.directory.self.add(`${system}|${value}`);
  if (usableIdentifiers(patient.identifiers).length === 0) scope.issues.push({ code: 'patient-unidentified', place: { file: file.name, line: role.element.line } });
  return contributionOf(root, { file, scope, patient });
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

/** Exactly one patient, or the document is refused. */
function patientRoleOf(root: XmlElement, file: string): { element: XmlElement } | Refused {
  const roles = root.elements('recordTarget').flatMap((target) => target.elements('patientRole'));
  const [element, ...others] = roles;
  const place = { file, line: root.line };
  if (!element) return { kind: 'unreadable', issues: [{ code: 'document-without-patient', place }] };
  if (others.length > 0) return { kind: 'unreadable', issues: [{ code: 'document-several-patients', place, details: { count: roles.length } }] };
  return { element };
}

const idOf = (patient: Patient, file: InputFile, { make }: ReadOptions): string =>
  patientId(make, {
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value,
    names: patient.names ?? [],
    gender: patient.gender,
    source: file.sha256,
  });

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
