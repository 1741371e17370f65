import { compact, type Identifier, type Location, type Reference } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean, readConcept, says } from './datatypes/concept.ts';
import { readAddresses, readTelecoms } from './datatypes/contact.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import { readOrganization } from './organization.ts';
import type { Scope } from './scope.ts';

/** Service Delivery Location (a participantRole), or the healthCareFacility of the header. */
export function readLocation(role: XmlElement, scope: Scope): Reference | undefined {
  const place = role.first('playingEntity') ?? role.first('location');
  const identifiers = readIdentifiers(role, scope)?.value;
  const name = clean(place?.first('name')?.text());
  const addresses = readAddresses(role, scope) ?? (place && readAddresses(place, scope));
  if (!identifiers?.some(hasValue) && !name && !addresses) return undefined;
  const about = {
    identifiers,
    name,
    addresses,
    telecoms: readTelecoms(role, scope),
    ...belongings(role, scope),
  };
  const location = scope.directory.other('location', compact(about) as Omit<Location, 'id'>, [
    identifiers,
    name,
    addresses,
  ]);
  return scope.directory.placed(location, role);
}

const hasValue = ({ value }: Identifier): boolean => value !== undefined;

/** Its kind, and whose it is. */
function belongings(role: XmlElement, scope: Scope) {
  const code = role.first('code');
  const type = code && readConcept(code, scope);
  const owner = role.first('scopingEntity');
  return { types: says(type) ? [type] : undefined, organization: owner && readOrganization(owner, scope) };
}
