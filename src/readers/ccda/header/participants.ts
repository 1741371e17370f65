import type { LedgerLine } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { DocumentCollector } from '../collector.ts';
import { placeOf, report, type Scope } from '../scope.ts';

/** Who takes part in a document and in what it is about, by the element that holds the participation. */
const participations: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'ClinicalDocument',
    [
      'recordTarget',
      'author',
      'dataEnterer',
      'informant',
      'custodian',
      'informationRecipient',
      'legalAuthenticator',
      'authenticator',
      'participant',
    ],
  ],
  ['serviceEvent', ['performer']],
  ['encompassingEncounter', ['responsibleParty', 'encounterParticipant', 'location']],
]);

/** What participations of the header are called. */
export const headerParticipants = [...new Set([...participations.values()].flat())];

/** Whether an element is a participation of the header. */
export const isHeaderParticipant = ({ name, parent }: XmlElement): boolean =>
  parent !== undefined && (participations.get(parent.name)?.includes(name) ?? false);

/** Says of each participant of the header who was made of it. */
export function accountForHeader(root: XmlElement, scope: Scope, collector: DocumentCollector): LedgerLine[] {
  const encounters = root.elementsIn('componentOf', 'encompassingEncounter');
  const events = root.elementsIn('documentationOf', 'serviceEvent');
  const holders = [root, ...events, ...encounters];
  return holders
    .flatMap((holder) => holder.elements().filter(isHeaderParticipant))
    .map((element) => ({
      unit: 'header',
      place: placeOf(element, scope),
      ...fateOf(element, scope, collector.patientRef),
    }));
}

function fateOf(
  element: XmlElement,
  scope: Scope,
  patient: string,
): Pick<LedgerLine, 'state' | 'into' | 'rule'> {
  if (element.name === 'recordTarget') return { state: 'converted', into: [patient] };
  const refs = refsOf(element, scope).map((ref) => (ref === 'patient' ? patient : ref));
  if (refs.length > 0) return { state: 'converted', into: refs };
  // That somebody has a role and a time is kept in the Composition; that there was nobody says nothing.
  if (scope.directory.played.has(element)) return { state: 'converted', into: ['document/document'] };
  report(scope, 'participant-unnamed', element);
  return { state: 'left-out', rule: 'names-nobody' };
}

/** Whom a participation was found to name, here or where the document describes them. */
function refsOf(element: XmlElement, { directory }: Scope): string[] {
  const played = directory.played.get(element);
  if (played) return [played.ref];
  const isInside = (node: XmlElement | undefined): boolean =>
    node !== undefined && (node === element || isInside(node.parent));
  return [...directory.places].filter(([, nodes]) => nodes.some(isInside)).map(([ref]) => ref);
}
