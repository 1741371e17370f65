import type { Attachment, Identifier, Narrative, Note, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept } from '../datatypes/concept.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { readText, referenced } from '../datatypes/text.ts';
import { by, type Field, type Found, many, nowhere, period } from '../fields.ts';
import { isPlain, renderReferenced } from '../narrative/index.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import { refer, statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { recorded, statementFields } from './common.ts';
import { documentEncounter, encounterReference } from './encounter-reference.ts';

const outsideActs = ['externalAct', 'externalObservation', 'externalProcedure'];

/** The statements of this document that it is attached to, or names as acts of others. */
const about: Field<Reference[]> = by('reference/externalAct/id (elsewhere) | ../..', (from, scope) => {
  const named = from
    .elements('reference')
    .flatMap((reference) => reference.elements().filter(({ name }) => outsideActs.includes(name)));
  const found = named.flatMap((node) => {
    const value = statedElsewhere(node, scope).flatMap((one) => refer(one, scope) ?? []);
    return value.length > 0 ? [{ node, value }] : [];
  });
  const value = [...found.flatMap((one) => one.value), ...statedAround(from, scope)];
  return value.length > 0 ? { value, nodes: found.map(({ node }) => node) } : undefined;
});

/** The statement that the note is attached to; an encounter has a field of its own. */
function statedAround(from: XmlElement, scope: Scope): Reference[] {
  const above = from.parent?.name === 'entryRelationship' ? from.parent.parent : undefined;
  const ref = above && above.name !== 'encounter' ? scope.statement(above) : undefined;
  return ref ? [ref] : [];
}

/** Note Activity, in a section of its own or in any other. */
export const note: Definition<'note'> = {
  kind: 'note',
  title: 'Note Activity',
  templates: parts.note.templates,
  elements: ['act'],
  matches: (element) => isPart(element, parts.note),
  accepts: isEvent,
  fields: {
    ...statementFields,
    text: by('text/reference', readBeside),
    status: by('statusCode', (from) => ({ value: statusOf(from), nodes: from.elements('statusCode') })),
    docStatus: by('statusCode', (from) => {
      const value = docStatuses[statusCodeOf(from)];
      return value && { value, nodes: from.elements('statusCode') };
    }),
    type: by('code', (from, scope) => {
      const nodes = from.elements('code');
      const value = nodes[0] && readConcept(nodes[0], scope);
      return { value: value ?? { codings: [], absent: 'unknown' }, nodes };
    }),
    date: recorded,
    period: period('effectiveTime'),
    contents: by('text', readContents),
    related: many('reference/externalDocument', readRelated),
    about,
    encounter: encounterOfNote(),
    custodian: nowhere,
  },
  structure: [],
};

const statusCodeOf = (from: XmlElement): string => from.first('statusCode')?.attributes['code']?.trim() ?? '';

/** A note that was retracted is one; of all others the last version is what stands here. */
const statusOf = (from: XmlElement): Note['status'] =>
  statusCodeOf(from) === 'nullified'
    ? 'entered-in-error'
    : statusCodeOf(from) === 'obsolete'
      ? 'superseded'
      : 'current';

const docStatuses: Readonly<Record<string, Note['docStatus']>> = {
  completed: 'final',
  active: 'preliminary',
  new: 'preliminary',
  held: 'preliminary',
  suspended: 'preliminary',
  nullified: 'entered-in-error',
};

/** The guide's three steps: an encounter in the note, the one around it, the one of the document. */
function encounterOfNote(): typeof encounterReference {
  return {
    path: `${encounterReference.path} | /ClinicalDocument/componentOf/encompassingEncounter`,
    read: (from, scope) => encounterReference.read(from, scope) ?? documentEncounter(from, scope),
  };
}

/** Whether the text has bytes of its own. */
const hasBody = (from: XmlElement): boolean => from.first('text')?.attributes['representation'] === 'B64';

/** The narrative beside bytes; where it is the content itself it would stand in the resource twice. */
function readBeside(from: XmlElement, scope: Scope): Found<Narrative> | undefined {
  const text = hasBody(from) ? from.first('text') : undefined;
  const target = text && referenced(text, scope);
  const rendered = target && renderReferenced(target, scope.media, { tables: scope.tables });
  return text && rendered ? { value: { xhtml: rendered, status: 'additional' }, nodes: [text] } : undefined;
}

/** The bytes as they stand there; else the narrative, as plain text where it has no form that would be lost. */
function readContents(from: XmlElement, scope: Scope): Found<Attachment[]> | undefined {
  const text = from.first('text');
  const value = text && (hasBody(from) ? scope.embedded.inline(text) : undefined);
  if (text && value) return { value: [value], nodes: [text] };
  const narrative = text && narrativeOf(text, scope);
  return text && narrative && { value: [narrative], nodes: [text] };
}

function narrativeOf(text: XmlElement, scope: Scope): Attachment | undefined {
  const target = referenced(text, scope);
  const rendered =
    target && !isPlain(target) ? renderReferenced(target, scope.media, { tables: scope.tables }) : undefined;
  if (rendered) return attachmentOf('application/xhtml+xml', rendered);
  const words = readText(text, scope);
  return words === undefined ? undefined : attachmentOf('text/plain; charset=utf-8', words);
}

const attachmentOf = (contentType: string, words: string): Attachment => ({
  contentType,
  data: Buffer.from(words).toString('base64'),
});

/** How CDA says that a document stands to another, where FHIR has a word for it. */
const relations: Readonly<Record<string, 'replaces' | 'transforms' | 'appends'>> = {
  RPLC: 'replaces',
  XFRM: 'transforms',
  APND: 'appends',
};

function readRelated(
  element: XmlElement,
  scope: Scope,
): { identifiers: Identifier[]; type?: 'replaces' | 'transforms' | 'appends' } | undefined {
  const identifiers = readIdentifiers(element, scope)?.value;
  const type = relations[element.parent?.attributes['typeCode'] ?? ''];
  return identifiers && { identifiers, ...(type && { type }) };
}
