import {
  type Coding,
  type Concept,
  type Contribution,
  compact,
  type Identifier,
  listOf,
  type Note,
  organizationId,
  type Participation,
  PeopleRegister,
  practitionerId,
  type Source,
  type When,
} from '../../record/index.ts';
import { codeSystems } from '../../terminology/index.ts';
import type { InputFile, ReadOptions } from '../reader.ts';
import { whenOf } from '../when-of.ts';
import type { XmlElement } from '../xml/element.ts';
import { classified, type DocumentEntry, named, slot, titleOf } from './entry.ts';
import { personOf } from './hl7-v2.ts';
import { patientOf } from './patient.ts';

/** IHE's names of the classifications and the number of a document. */
const schemes = {
  type: 'urn:uuid:f0306f51-975f-434e-a61c-c59651d33983',
  class: 'urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a',
  confidentiality: 'urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f',
  author: 'urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d',
  uniqueId: 'urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab',
};

/** Reads a document of another format, of which the index of its package says whose it is and what. */
export function readEntry(file: InputFile, entry: DocumentEntry, options: ReadOptions): Contribution {
  const source = sourceOf(file, entry.element);
  const people = new PeopleRegister();
  const created = timeOf(entry.element, 'creationTime', options);
  const note = noteOf(entry, source, { people, created, options });
  const ref = 'note/document';
  return {
    source,
    precedence: { time: created?.value?.replace(/[-:T]/g, '') ?? '', hash: file.sha256 },
    patient: patientOf(entry, file.sha256, options.make),
    statements: { note: [note] },
    people: people.people(),
    ledger: [{ unit: 'document', place: { file: file.name }, state: 'converted', into: [ref] }],
    units: {},
    trace: new Map([[ref, {}]]),
    issues: [],
  };
}

const sourceOf = ({ name, sha256, sha1, bytes }: InputFile, element: XmlElement): Source => ({
  file: name,
  sha256,
  sha1,
  size: bytes.length,
  mediaType: element.attributes['mimeType']?.trim() || 'application/octet-stream',
});

interface Reading {
  readonly people: PeopleRegister;
  readonly created: When | undefined;
  readonly options: ReadOptions;
}

function noteOf({ element }: DocumentEntry, source: Source, { people, created, options }: Reading): Note {
  const language = slot(element, 'languageCode')[0];
  const { mediaType: contentType, sha256, sha1, size } = source;
  return compact({
    id: 'document',
    identifiers: listOf([numberOf(element)]),
    status: element.attributes['status']?.endsWith('Deprecated') ? 'superseded' : 'current',
    type: conceptsOf(element, 'type', options)[0] ??
      conceptsOf(element, 'class', options)[0] ?? { codings: [], absent: 'unknown' },
    labels: listOf(labelsOf(element, options)),
    date: created,
    period: periodOf(element, options),
    authors: listOf(authorsOf(element, people, options)),
    contents: [compact({ contentType, language, sha256, sha1, size, title: titleOf(element) })],
  }) as Note;
}

function numberOf(element: XmlElement): Identifier | undefined {
  const number = named(element, 'ExternalIdentifier')
    .find(({ attributes }) => attributes['identificationScheme'] === schemes.uniqueId)
    ?.attributes['value']?.trim();
  return number ? { system: 'urn:ietf:rfc:3986', value: `urn:oid:${number}` } : undefined;
}

const conceptsOf = (element: XmlElement, scheme: keyof typeof schemes, options: ReadOptions): Concept[] =>
  classified(element, schemes[scheme]).flatMap((one): Concept[] => {
    const code = one.attributes['nodeRepresentation']?.trim();
    const name = slot(one, 'codingScheme')[0] ?? '';
    const systems = codeSystems(options.codeSystems);
    const system = systems.uriOfName(name) ?? systems.uriOf(name);
    const display = titleOf(one);
    return code ? [{ codings: [compact({ system, code, display }) as Coding] }] : [];
  });

/** Who may see it; that anybody may who may see charts goes without saying. */
const labelsOf = (element: XmlElement, options: ReadOptions): Coding[] =>
  conceptsOf(element, 'confidentiality', options)
    .flatMap(({ codings }) => codings)
    .filter(({ code }) => code !== 'N');

/** Times of an index are those of UTC. */
function timeOf(element: XmlElement, name: string, { offsetAt }: ReadOptions): When | undefined {
  const literal = slot(element, name)[0];
  if (literal === undefined) return undefined;
  return (
    whenOf(/^\d{12,14}$/.test(literal) ? `${literal}Z` : literal, offsetAt) ?? { literal, absent: 'error' }
  );
}

function periodOf(element: XmlElement, options: ReadOptions): Note['period'] {
  const start = timeOf(element, 'serviceStartTime', options);
  const end = timeOf(element, 'serviceStopTime', options);
  return start || end ? (compact({ start, end }) as Note['period']) : undefined;
}

/** A person, else the institution. */
const authorsOf = (element: XmlElement, people: PeopleRegister, { make }: ReadOptions): Participation[] =>
  classified(element, schemes.author).flatMap((one): Participation[] => {
    const persons = slot(one, 'authorPerson').map(personOf);
    const found = persons.flatMap(({ identifier, name }) => {
      if (!identifier && !name) return [];
      const item = compact({ identifiers: listOf([identifier]), names: listOf([name]) });
      const id = practitionerId(make, item, '');
      people.add('practitioner', { id, ...item });
      return [{ who: { ref: `practitioner/${id}` } }];
    });
    return found.length > 0 ? found : institutionsOf(one, people, make);
  });

function institutionsOf(
  author: XmlElement,
  people: PeopleRegister,
  make: ReadOptions['make'],
): Participation[] {
  return slot(author, 'authorInstitution').flatMap((text) => {
    const name = text.split('^')[0]?.trim();
    if (!name) return [];
    const id = organizationId(make, { name });
    people.add('organization', { id, name });
    return [{ who: { ref: `organization/${id}` } }];
  });
}
