import type { Encounter, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, periodOf, practitionersOf, reasonsOf } from '../common.ts';
import { readConcept, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
/** FHIR requires a class; the words of the type say it of most. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/inpatient|hospital(i[sz]ation)? stay|admission/, 'IMP'],
  [/emergency|\ber\b|\bed\b/, 'EMER'],
  [/home/, 'HH'],
  [/phone|tele|video|virtual/, 'VR'],
  [/office|ambulatory|outpatient|clinic|visit|consult/, 'AMB'],
];

const statuses: readonly (readonly [RegExp, Encounter['status']])[] = [
  [/cancel|no show/, 'cancelled'],
  [/schedul|plan|pending/, 'planned'],
  [/in progress|active|current/, 'in-progress'],
  [/complet|finish|done|discharg/, 'finished'],
];

/** Encounter → a visit or a stay. */
export function readEncounter(element: XmlElement, scope: Scope): Reference | undefined {
  const types = typesOf(element, scope);
  const status = element.first('Status');
  const known = statuses.find(([words]) => words.test(wordOf(status)))?.[1];
  const words = `${wordOf(element.first('Type'))} ${wordOf(element.first('Description'))}`;
  const code = classes.find(([pattern]) => pattern.test(words))?.[1];
  const period = periodOf(element, scope);
  if (!types && !period) return undefined;
  return scope.shelf.add('encounter', element, {
    ...commonFields(element, scope),
    status: read(status, known) ?? given(known ?? 'unknown'),
    class: code === undefined ? undefined : given({ codings: [{ system: actCode, code }] }),
    types,
    period,
    participants: practitionersOf(element, scope),
    reasons: reasonsOf(element, scope),
    ...placesOf(element, scope),
  });
}

function typesOf(element: XmlElement, scope: Scope): Found<NonNullable<Encounter['types']>> | undefined {
  const nodes = [...element.elements('Type'), ...element.elements('Description')];
  const value = nodes.flatMap((node) => readConcept(node, scope) ?? []);
  return value.length > 0 ? { value, nodes } : undefined;
}

/** Whose place it was. */
function placesOf(element: XmlElement, scope: Scope) {
  const locations = element.first('Locations');
  const actor = locations
    ?.elements('Location')
    .map((one) => scope.actors.refer(one.first('Actor')))
    .find(Boolean);
  return actor?.ref.startsWith('organization/') ? { serviceProvider: read(locations, actor) } : {};
}
