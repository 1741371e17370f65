import {
  type Contribution,
  type LedgerLine,
  legalFamily,
  type Patient,
  patientId,
  type Source,
  type SourcePoint,
  usableIdentifiers,
} from '../../record/index.ts';
import { codeSystems } from '../../terminology/index.ts';
import type { InputFile, ReadOptions, Refused, Scan } from '../reader.ts';
import type { XmlElement } from '../xml/element.ts';
import { openTree } from '../xml/open.ts';
import { Actors, readPerson } from './actors.ts';
import { objectsOf, readSections } from './body.ts';
import { readWhen, textOf } from './datatypes.ts';
import { accountForHeader, isParticipant, readHeader } from './header.ts';
import { report, type Scope } from './scope.ts';
import { Shelf } from './shelf.ts';

/** Finds whose record it is. */
export function scanCcr(file: InputFile, options: ReadOptions): Scan {
  const opened = openCcr(file);
  if ('kind' in opened) return opened;
  const scope = scopeOf(opened, file, options);
  const patient = patientOf(opened, scope, { file, options });
  return {
    patient: patient.id,
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value?.slice(0, 10),
    family: legalFamily(patient.names ?? []),
  };
}

/** Reads a CCR whole: its patient, its actors as they are referred to, its sections and the objects in them. */
export function readCcr(file: InputFile, options: ReadOptions): Contribution | Refused {
  const root = openCcr(file);
  if ('kind' in root) return root;
  const scope = scopeOf(root, file, options);
  const patient = patientOf(root, scope, { file, options });
  if (!patient.names && !patient.birth) report(scope, 'document-without-patient', root);
  else if (usableIdentifiers(patient.identifiers).length === 0) report(scope, 'patient-unidentified', root);
  const source = sourceOf(file);
  const header = readHeader(root, source, scope);
  const ledger: LedgerLine[] = [
    {
      unit: 'document',
      place: { file: file.name, line: root.line },
      state: 'converted',
      into: ['document/document'],
    },
  ];
  const body = root.first('Body');
  const sections = body && readSections(body, scope, ledger);
  ledger.push(...accountForHeader(root, `patient/${patient.id}`, scope));
  const { shelf, actors } = scope;
  shelf.trace.set('document/document', {});
  for (const element of shelf.endedFirst) report(scope, 'end-before-start', element);
  return {
    source,
    precedence: {
      time: header.date?.literal ?? header.date?.value?.replace(/[-:T]/g, '') ?? '',
      hash: file.sha256,
    },
    patient,
    statements: { ...shelf.statements, document: [sections ? { ...header, sections } : header] },
    people: actors.register.people(),
    ledger,
    units: unitsOf(root),
    trace: shelf.trace,
    places: () =>
      new Map<string, readonly SourcePoint[]>([
        ['document/document', [root]],
        [`patient/${patient.id}`, root.elements('Patient')],
        ...actors.places,
        ...shelf.places,
      ]),
    issues: scope.issues,
  };
}

const sourceOf = ({ name, sha256, sha1, bytes }: InputFile): Source => ({
  file: name,
  sha256,
  sha1,
  size: bytes.length,
  mediaType: 'application/xml',
});

/** The root of a CCR of one patient. */
function openCcr({ name, bytes }: InputFile): XmlElement | Refused {
  const { root, issues } = openTree(bytes, name);
  if (!root) return { kind: 'unreadable', issues };
  const place = { file: name, line: root.line };
  if (root.name !== 'ContinuityOfCareRecord')
    return { kind: 'unreadable', issues: [{ code: 'document-not-ccr', place }] };
  // The standard allows two (a mother and her child); whose an object is cannot be told then.
  const count = new Set(root.elements('Patient').map((one) => textOf(one, 'ActorID'))).size;
  if (count < 2) return root;
  return { kind: 'unreadable', issues: [{ code: 'document-several-patients', place, details: { count } }] };
}

interface Reading {
  readonly file: InputFile;
  readonly options: ReadOptions;
}

function patientOf(root: XmlElement, scope: Scope, { file, options }: Reading): Patient {
  const actor = scope.actors.element(textOf(root.first('Patient'), 'ActorID'));
  const person = readPerson(actor, scope.actors);
  const birth = readWhen(actor?.first('Person')?.first('DateOfBirth'), scope);
  const facts = {
    identifiers: usableIdentifiers(person.identifiers),
    birth: birth?.value,
    names: person.names ?? [],
    gender: person.gender,
    source: file.sha256,
  };
  return { id: patientId(options.make, facts), ...person, ...(birth && { birth }) };
}

function scopeOf(root: XmlElement, file: InputFile, options: ReadOptions): Scope {
  const comments = root.first('Comments')?.elements('Comment') ?? [];
  return {
    file: file.name,
    offsetAt: options.offsetAt,
    systems: codeSystems(options.codeSystems),
    actors: new Actors(root, options.make),
    shelf: new Shelf(),
    objects: new Map(comments.map((one) => [textOf(one, 'CommentObjectID') ?? '', one])),
    issues: [],
  };
}

/** Counted apart from the reading. */
function unitsOf(root: XmlElement): Contribution['units'] {
  let header = 0;
  const visit = (element: XmlElement): void => {
    if (isParticipant(element)) header++;
    for (const child of element.elements()) visit(child);
  };
  visit(root);
  return { header, entry: objectsOf(root.first('Body')).length };
}
