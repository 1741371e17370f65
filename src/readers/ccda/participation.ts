import {
  type Concept,
  compact,
  type Identifier,
  listOf,
  type Participation,
  type Reference,
  usableIdentifiers,
} from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean, readConcept, says } from './datatypes/concept.ts';
import { readAddresses, readNames, readTelecoms } from './datatypes/contact.ts';
import { readIdentifier, readIdentifiers } from './datatypes/identifier.ts';
import { known, readPeriod, readWhen } from './datatypes/time.ts';
import { readLocation } from './location.ts';
import { readOrganization } from './organization.ts';
import { qualificationsOf } from './qualification.ts';
import { report, type Scope } from './scope.ts';

/** The role that a participation is played in, whatever the participation calls it. */
const roleNames = [
  'assignedAuthor',
  'assignedEntity',
  'associatedEntity',
  'relatedEntity',
  'intendedRecipient',
  'participantRole',
  'assignedCustodian',
];
const personNames = [
  'assignedPerson',
  'associatedPerson',
  'relatedPerson',
  'informationRecipient',
  'playingEntity',
  'guardianPerson',
];
const organizationNames = [
  'representedOrganization',
  'receivedOrganization',
  'scopingOrganization',
  'representedCustodianOrganization',
  'guardianOrganization',
];
const deviceNames = ['assignedAuthoringDevice', 'playingDevice'];

/** Whom a participation names, in which function, and when (CF-participations). */
export function readParticipation(element: XmlElement, scope: Scope): Participation | undefined {
  if (!scope.participations.has(element)) scope.participations.set(element, participationOf(element, scope));
  return scope.participations.get(element);
}

function participationOf(element: XmlElement, scope: Scope): Participation | undefined {
  const role = element.firstOf(roleNames);
  const who = role && readRole(role, scope);
  const timing = element.first('time') ?? element.first('effectiveTime');
  const roles = rolesOf(element, scope);
  const participation: Participation = {
    ...(who && { who }),
    ...(timing && readTiming(timing, scope)),
    ...(roles.length > 0 && { roles }),
  };
  if (!who && !participation.time) return undefined;
  scope.directory.played.set(element, who);
  return participation;
}

function readTiming(element: XmlElement, scope: Scope): Pick<Participation, 'time' | 'period'> {
  if (element.first('low') || element.first('high')) {
    const period = readPeriod(element, scope);
    return period ? { period } : {};
  }
  const time = known(readWhen(element, scope));
  return time ? { time } : {};
}

const participationType = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
/** Participations whose element says what they are; of the others the type code does. */
const typedByElement = new Set([
  'author',
  'dataEnterer',
  'custodian',
  'authenticator',
  'legalAuthenticator',
  'informant',
  'informationRecipient',
]);

function rolesOf(element: XmlElement, scope: Scope): Concept[] {
  const code = clean(element.attributes['typeCode']);
  const stated = [element.first('functionCode'), element.first('sdtc:functionCode')].map(
    (one) => one && readConcept(one, scope),
  );
  const type =
    code && !typedByElement.has(element.name)
      ? { codings: [{ system: participationType, code }] }
      : undefined;
  return [type, ...stated].filter(says);
}

/** All participations of one name. */
export function readParticipations(
  parent: XmlElement,
  name: string,
  scope: Scope,
): Participation[] | undefined {
  const found = parent
    .elements(name)
    .map((one) => readParticipation(one, scope))
    .filter((one) => one !== undefined);
  return found.length > 0 ? found : undefined;
}

/** Whoever plays a role: the patient, a device, kin, a practitioner (at an organisation), or an organisation alone. */
export function readRole(stated: XmlElement, scope: Scope): Reference | undefined {
  const identifiers = readIdentifiers(stated, scope)?.value ?? [];
  if (isSelf(stated, identifiers, scope)) return { ref: 'patient' };
  if (isOneself(stated)) return oneself(stated, scope);
  const role = describes(stated) ? stated : (scope.described(identifiers) ?? stated);
  const device = role.firstOf(deviceNames);
  const organizationElement = role.firstOf(organizationNames);
  const organization = organizationElement && readOrganization(organizationElement, scope);
  const placed = (reference: Reference | undefined) => scope.directory.placed(reference, role);
  if (device) return placed(readDevice(role, device, scope));
  if (isPlace(role)) return placed(readLocation(role, scope));
  if (isKin(role)) return placed(readKin(role, scope));
  const practitioner = placed(readPractitioner(role, organization, scope));
  return placed(withRole(role, practitioner, organization, scope));
}

/** A role that says that the patient plays it. */
const isOneself = (role: XmlElement): boolean =>
  ['assignedAuthor', 'assignedEntity'].includes(role.name) &&
  ['ONESELF', 'SELF'].includes(role.first('code')?.attributes['code'] ?? '');

/** The patient, under identifiers that are not said to be theirs: whose they are is not for this program to say. */
function oneself(role: XmlElement, scope: Scope): Reference {
  for (const id of role.elements('id')) {
    if (readIdentifier(id, scope)) {
      report(scope, 'unread', id, { statement: 'Participant who is the patient', path: 'id' });
    }
  }
  return { ref: 'patient' };
}

/** Whether an identifier of the role, or of the patient that it says it is, is one of this patient's. */
function isSelf(role: XmlElement, identifiers: readonly Identifier[], scope: Scope): boolean {
  const patient = role.first('sdtc:patient')?.elements('sdtc:id') ?? [];
  const own = patient.map((id) => readIdentifier(id, scope)).filter((one) => one !== undefined);
  return usableIdentifiers([...identifiers, ...own]).some(({ system, value }) =>
    scope.directory.self.has(`${system}|${value}`),
  );
}

/** Whether a role says more than its id: R2.1 authors of entries often name the header's author by id alone. */
const describes = (role: XmlElement): boolean =>
  (role.firstOf(personNames) ?? role).first('name') !== undefined || role.firstOf(deviceNames) !== undefined;

const placeClasses = new Set(['SDLOC', 'ISDLOC', 'DSDLOC', 'LOCE', 'TERR', 'BIRTHPL']);

const isPlace = (role: XmlElement): boolean =>
  placeClasses.has(role.attributes['classCode'] ?? '') ||
  (role.name === 'participantRole' && role.first('playingEntity')?.attributes['classCode'] === 'PLC');

const kinClasses = new Set(['PRS', 'NOK', 'ECON', 'CAREGIVER', 'GUAR', 'GUARD', 'AGNT', 'CON', 'QUAL']);

const isKin = (role: XmlElement): boolean =>
  role.name === 'relatedEntity' ||
  (['associatedEntity', 'participantRole'].includes(role.name) &&
    kinClasses.has(role.attributes['classCode'] ?? ''));

function readKin(role: XmlElement, scope: Scope): Reference | undefined {
  const person = role.firstOf(personNames);
  const kinship = [role.first('code'), person?.first('sdtc:asPatientRelationship')?.first('code')];
  const relationships = kinship.map((code) => code && readConcept(code, scope)).filter(says);
  const names = person && readNames(person, scope);
  const telecoms = readTelecoms(role, scope);
  const addresses = readAddresses(role, scope);
  if (!names && !telecoms && !addresses && relationships.length === 0) return undefined;
  const identifiers = readIdentifiers(role, scope)?.value;
  const roleClass = clean(role.attributes['classCode']);
  return scope.directory.relatedPerson({
    ...(identifiers && { identifiers }),
    ...(names && { names }),
    ...(telecoms && { telecoms }),
    ...(addresses && { addresses }),
    ...(relationships.length > 0 && { relationships }),
    ...(roleClass && { roles: [{ codings: [{ system: roleClassSystem, code: roleClass }] }] }),
  });
}

const roleClassSystem = 'http://terminology.hl7.org/CodeSystem/v3-RoleClass';

function readPractitioner(
  role: XmlElement,
  organization: Reference | undefined,
  scope: Scope,
): Reference | undefined {
  const identifiers = readIdentifiers(role, scope)?.value ?? [];
  const person = role.firstOf(personNames);
  // A role has no name in CDA; that of its person stands there in some documents.
  const names = readNames(person ?? role, scope);
  if (!names && isNobody(role, identifiers, scope)) return undefined;
  const telecoms = readTelecoms(role, scope);
  const addresses = readAddresses(role, scope);
  const qualifications = qualificationsOf(names, person, scope);
  return scope.directory.practitioner(
    {
      ...(identifiers.length > 0 && { identifiers }),
      ...(names && { names }),
      ...(qualifications && { qualifications }),
      ...(telecoms && { telecoms }),
      ...(addresses && { addresses }),
    },
    organization?.ref,
  );
}

/** Whether the numbers of somebody without a name identify nobody; that there were some is said. */
function isNobody(role: XmlElement, identifiers: readonly Identifier[], scope: Scope): boolean {
  if (usableIdentifiers(identifiers).length > 0) return false;
  if (identifiers.some(({ value }) => value !== undefined)) report(scope, 'placeholder-left-out', role);
  return true;
}

/**
 * A role code, a specialty or an organisation makes the practitioner a practitioner in a role (CF-participations); of
 * somebody without name and number the role is what is known.
 */
function withRole(
  role: XmlElement,
  practitioner: Reference | undefined,
  organization: Reference | undefined,
  scope: Scope,
): Reference | undefined {
  const code = role.first('code');
  const concept = code && readConcept(code, scope);
  const codes = says(concept) ? [concept] : undefined;
  const specialties = specialtiesOf(role, concept, scope);
  const sides = [practitioner, organization].filter((side) => side !== undefined);
  if (!codes && !specialties && sides.length < 2) return sides[0];
  // CDA has one number for person and role: at home it is the person's alone.
  const telecoms = listOf(readTelecoms(role, scope)?.filter(({ use }) => use !== 'home') ?? []);
  return scope.directory.other(
    'practitionerRole',
    compact({ practitioner, organization, codes, specialties, telecoms }),
    [practitioner?.ref, organization?.ref, codes, ...(specialties ? [specialties] : [])],
  );
}

const nucc = 'http://nucc.org/provider-taxonomy';

/** A code of NUCC's taxonomy is a specialty too; so is the kind of an organisation of which nothing else is said. */
function specialtiesOf(role: XmlElement, code: Concept | undefined, scope: Scope): Concept[] | undefined {
  const stated = role.elements('sdtc:specialty').map((one) => readConcept(one, scope));
  const organization = role.firstOf(organizationNames);
  const industry =
    organization && !readOrganization(organization, scope) && organization.first('standardIndustryClassCode');
  const taxonomy = code?.codings.some(({ system }) => system === nucc) ? code : undefined;
  return listOf([taxonomy, ...stated, industry ? readConcept(industry, scope) : undefined].filter(says));
}

function readDevice(role: XmlElement, device: XmlElement, scope: Scope): Reference | undefined {
  const identifiers = readIdentifiers(role, scope)?.value;
  const model = clean(device.first('manufacturerModelName')?.text());
  const software = clean(device.first('softwareName')?.text());
  const type = device.first('code');
  const concept = type && readConcept(type, scope);
  const owner = role.firstOf(organizationNames);
  const organization = owner && readOrganization(owner, scope);
  if (!identifiers && !model && !software) return organization;
  return scope.directory.other(
    'device',
    {
      ...(identifiers && { identifiers }),
      ...(model && { model }),
      ...(software && { software }),
      ...(says(concept) && { types: [concept] }),
      ...(organization && { organization }),
    },
    [identifiers, model, software, organization?.ref],
  );
}

export { readOrganization } from './organization.ts';
