import {
  compact,
  type Identifier,
  type Organization,
  type Participation,
  type Reference,
  type RelatedPerson,
  usableIdentifiers,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readAddresses, readNames, readTelecoms } from '../datatypes/contact.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { known, readPeriod } from '../datatypes/time.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';

const codeOf = (entity: XmlElement | undefined): string | undefined =>
  entity?.first('code')?.attributes['code']?.trim().toUpperCase();

/** Guarantor Performer. */
const isGuarantor = (performer: XmlElement): boolean =>
  hasTemplate(performer, ['2.16.840.1.113883.10.20.22.4.88']) ||
  codeOf(performer.first('assignedEntity')) === 'GUAR';

/** The performers of a policy who answer for the bill. */
export const guarantorsIn = (policy: XmlElement): XmlElement[] =>
  policy.elements('performer').filter(isGuarantor);

/** Those who pay. */
export const payorsIn = (policy: XmlElement): XmlElement[] =>
  policy.elements('performer').filter((performer) => !isGuarantor(performer));

/** Whether one of these numbers is the patient's own. */
export const isPatient = (identifiers: readonly Identifier[] | undefined, scope: Scope): boolean =>
  usableIdentifiers(identifiers).some(({ system, value }) => scope.directory.self.has(`${system}|${value}`));

/** An insurer: what CDA says of its role (its number, often its address) is said of the organisation. */
function organizationOf(entity: XmlElement, scope: Scope): Reference | undefined {
  const whole = entity.first('representedOrganization');
  const numbers = [entity, whole].flatMap((one) => (one && readIdentifiers(one, scope)?.value) ?? []);
  const name = clean(whole?.first('name')?.text());
  const addresses = (whole && readAddresses(whole, scope)) ?? readAddresses(entity, scope);
  if (name === undefined && usableIdentifiers(numbers).length === 0 && !addresses) return undefined;
  const telecoms = (whole && readTelecoms(whole, scope)) ?? readTelecoms(entity, scope);
  const found = compact({
    identifiers: numbers.length > 0 ? numbers : undefined,
    name,
    telecoms,
    addresses,
  }) as Omit<Organization, 'id'>;
  return scope.directory.placed(scope.directory.organization(found), entity);
}

const roleClass = 'http://terminology.hl7.org/CodeSystem/v3-RoleClass';

/** A person with a part in a policy: the patient, or somebody whom the patient's record knows by it. */
function personOf(role: XmlElement, part: string, scope: Scope): Reference | undefined {
  const identifiers = readIdentifiers(role, scope)?.value;
  if (isPatient(identifiers, scope)) return { ref: 'patient' };
  const person = role.first('assignedPerson') ?? role.first('playingEntity');
  const names = person && readNames(person, scope);
  const [telecoms, addresses] = [readTelecoms(role, scope), readAddresses(role, scope)];
  if (!names && !telecoms && !addresses) return undefined;
  const code = role.first('code');
  const kin = code && readConcept(code, scope);
  const isKin = says(kin) && codeOf(role) !== part;
  const found = compact({
    identifiers,
    names,
    telecoms,
    addresses,
    relationships: isKin ? [kin] : undefined,
    roles: [{ codings: [{ system: roleClass, code: part }] }],
  }) as Omit<RelatedPerson, 'id'>;
  return scope.directory.placed(scope.directory.relatedPerson(found), role);
}

/** Who pays: an organisation, or a person where no organisation is named. */
export function readPayor(performer: XmlElement, scope: Scope): Reference | undefined {
  const entity = performer.first('assignedEntity');
  if (!entity) return undefined;
  const isPerson = entity.first('assignedPerson')?.first('name') && !entity.first('representedOrganization');
  return isPerson ? personOf(entity, 'PAYOR', scope) : organizationOf(entity, scope);
}

/** Who answers for the bill, and in which time. */
export function readGuarantor(performer: XmlElement, scope: Scope): Participation | undefined {
  const entity = performer.first('assignedEntity');
  const hasPerson = entity?.first('assignedPerson') !== undefined;
  const organization = entity?.first('representedOrganization');
  const who =
    entity && (organization && !hasPerson ? organizationOf(entity, scope) : personOf(entity, 'GUAR', scope));
  const time = performer.first('time');
  const period = time && readPeriod(time, scope);
  const isKnown = known(period?.start) !== undefined || known(period?.end) !== undefined;
  return who && { who, ...(period && isKnown && { period }) };
}

/** Policy Holder Participant. */
export const readHolder = (role: XmlElement, scope: Scope): Reference | undefined =>
  personOf(role, 'POLHOLD', scope);
