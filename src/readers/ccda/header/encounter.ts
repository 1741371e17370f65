import {
  compact,
  type Encounter,
  listOf,
  type Participation,
  type Reference,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { readPeriod } from '../datatypes/time.ts';
import { readLocation } from '../location.ts';
import { readOrganization, readParticipation } from '../participation.ts';
import { describedEncounter } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { encounterStatus, readClass } from '../statements/encounter-status.ts';

/** componentOf/encompassingEncounter → the encounter of the document. */
export function readEncompassingEncounter(element: XmlElement, scope: Scope): Reference {
  const id = scope.collector.keyOf(element);
  scope.collector.add('encounter', encounterOf(element, id, scope), { period: [element] });
  return { ref: `encounter/${id}` };
}

function encounterOf(element: XmlElement, id: string, scope: Scope): Encounter {
  const timed = sayingMore(element, scope);
  const effectiveTime = timed.first('effectiveTime');
  const disposition =
    element.first('dischargeDispositionCode') ?? element.first('sdtc:dischargeDispositionCode');
  const dischargeDisposition = disposition && readConcept(disposition, scope);
  return compact({
    id,
    identifiers: readIdentifiers(element, scope)?.value,
    status: encounterStatus(timed),
    ...readClass(element, scope),
    period: effectiveTime && readPeriod(effectiveTime, scope),
    participants: listOf(participantsOf(element, scope)),
    dischargeDisposition: says(dischargeDisposition) ? dischargeDisposition : undefined,
    ...placeOf(element, scope),
  } as Encounter);
}

/** Where it was, and whose place that is. */
function placeOf(element: XmlElement, scope: Scope) {
  const facility = element.first('location')?.first('healthCareFacility');
  const location = facility && scope.directory.placed(readLocation(facility, scope), facility);
  const provider = facility?.first('serviceProviderOrganization');
  return {
    locations: location && [{ location }],
    serviceProvider: provider && readOrganization(provider, scope),
  };
}

/** Where the header leaves the end of a visit open, the body's encounter of the same id may tell it. */
function sayingMore(element: XmlElement, scope: Scope): XmlElement {
  const body = describedEncounter(element, scope);
  const tells = (one: XmlElement | undefined): boolean =>
    one?.first('effectiveTime')?.first('high')?.attributes['value'] !== undefined ||
    one?.first('statusCode')?.attributes['code'] !== undefined;
  return body && !tells(element) && tells(body) ? body : element;
}

const participationType = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';

/** The participants; the responsible party is the attender where nobody else is. */
function participantsOf(element: XmlElement, scope: Scope): Participation[] {
  const participants = element.elements('encounterParticipant').map((one) => readParticipation(one, scope));
  const responsible = element.elements('responsibleParty').map((one) => {
    const party = readParticipation(one, scope);
    return party && { ...party, roles: [{ codings: [{ system: participationType, code: 'RESP' }] }] };
  });
  return [...participants, ...responsible].filter((one) => one !== undefined);
}
