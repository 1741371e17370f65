import {
  compact,
  type Document,
  type LedgerLine,
  listOf,
  type Participation,
  type Source,
} from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean, readConcept, readWhen, textOf } from './datatypes.ts';
import type { Scope } from './scope.ts';

/** Everything of the document but its sections. */
export function readHeader(root: XmlElement, source: Source, scope: Scope): Document {
  const number = textOf(root, 'CCRDocumentObjectID');
  const purposes = root
    .elements('Purpose')
    .flatMap((one) => readConcept(one.first('Description'), scope) ?? []);
  return compact({
    id: 'document',
    source,
    identifiers: number === undefined ? undefined : [{ value: number }],
    type: { codings: [], text: 'Continuity of Care Record' },
    title: 'Continuity of Care Record',
    date: readWhen(root.first('DateTime'), scope),
    language: clean(root.first('Language')?.first('Code')?.first('Value')?.text()),
    authors: listOf(linksOf(root, 'From').map((link) => participationOf(link, scope))),
    recipients: listOf(linksOf(root, 'To').map((link) => participationOf(link, scope))),
    events: purposes.length > 0 ? [{ codes: purposes }] : undefined,
  } as Document);
}

/** Who takes part in the document: the patient, from whom it comes and to whom it goes. */
export const isParticipant = ({ name, parent }: XmlElement): boolean =>
  (name === 'Patient' && parent?.name === 'ContinuityOfCareRecord') ||
  (name === 'ActorLink' && (parent?.name === 'From' || parent?.name === 'To'));

const linksOf = (root: XmlElement, name: 'From' | 'To'): readonly XmlElement[] =>
  root.elementsIn(name, 'ActorLink');

function participationOf(link: XmlElement, scope: Scope): Participation | undefined {
  const who = scope.actors.refer(link);
  const roles = link.elements('ActorRole').flatMap((role) => readConcept(role, scope) ?? []);
  return who && { who, ...(roles.length > 0 && { roles }) };
}

/** The lines of the participants. */
export function accountForHeader(root: XmlElement, patient: string, scope: Scope): LedgerLine[] {
  return [...root.elements('Patient'), ...linksOf(root, 'From'), ...linksOf(root, 'To')].map((element) => {
    const ref = element.name === 'Patient' ? 'patient' : scope.actors.refer(element)?.ref;
    const place = { file: scope.file, line: element.line, path: element.path() };
    if (ref === undefined) return { unit: 'header', place, state: 'left-out', rule: 'names-nobody' };
    return { unit: 'header', place, state: 'converted', into: [ref === 'patient' ? patient : ref] };
  });
}
