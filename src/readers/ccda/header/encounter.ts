import type { Encounter, Participation, Reference } from '../../../record/index.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readAddresses } from '../datatypes/contact.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { readPeriod } from '../datatypes/time.ts';
import { readOrganization, readParticipation } from '../participation.ts';
import type { Scope } from '../scope.ts';
import type { XmlElement } from '../xml/element.ts';

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** componentOf/encompassingEncounter → the encounter of the document. */
export function readEncompassingEncounter(element: XmlElement, scope: Scope): Reference {
  const id = scope.collector.keyOf(element);
  scope.collector.add('encounter', encounterOf(element, id, scope), { period: [element] });
  return { ref: `encounter/${id}` };
}

function encounterOf(element: XmlElement, id: string, scope: Scope): Encounter {
  const identifiers = readIdentifiers(element, scope)?.value;
  const effectiveTime = element.first('effectiveTime');
  const period = effectiveTime && readPeriod(effectiveTime, scope);
  const disposition = element.first('dischargeDispositionCode') ?? element.first('sdtc:dischargeDispositionCode');
  const dischargeDisposition = disposition && readConcept(disposition, scope);
  const participants = participantsOf(element, scope);
  const facility = element.first('location')?.first('healthCareFacility');
  const location = facility && readFacility(facility, scope);
  const provider = facility?.first('serviceProviderOrganization');
  const serviceProvider = provider && readOrganization(provider, scope);
  return {
    id,
    ...(identifiers && { identifiers }),
    // A visit with an end is over; of one without, the header does not say.
    status: period?.end?.value ? 'finished' : 'unknown',
    ...readClass(element, scope),
    ...(period && { period }),
    ...(participants.length > 0 && { participants }),
    ...(location && { locations: [{ location }] }),
    ...(says(dischargeDisposition) && { dischargeDisposition }),
    ...(serviceProvider && { serviceProvider }),
  };
}

/** A code of ActCode is the class, all others are types (CF-encounters). */
export function readClass(element: XmlElement, scope: Scope): Pick<Encounter, 'class' | 'types'> {
  const code = element.first('code');
  const concept = code && readConcept(code, scope);
  if (!says(concept)) return {};
  const classes = concept.codings.filter(({ system }) => system === actCode);
  const codings = concept.codings.filter(({ system }) => system !== actCode);
  const type = { ...concept, codings };
  return {
    ...(classes.length > 0 && { class: { codings: classes } }),
    ...(says(type) && { types: [type] }),
  };
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

function readFacility(facility: XmlElement, scope: Scope): Reference | undefined {
  const place = facility.first('location');
  const identifiers = readIdentifiers(facility, scope)?.value;
  const name = clean(place?.first('name')?.text());
  const addresses = place && readAddresses(place, scope);
  const code = facility.first('code');
  const type = code && readConcept(code, scope);
  if (!identifiers && !name && !addresses) return undefined;
  return scope.directory.other(
    'location',
    {
      ...(identifiers && { identifiers }),
      ...(name && { name }),
      ...(addresses && { addresses }),
      ...(says(type) && { types: [type] }),
    },
    [identifiers, name, addresses],
  );
}
