import { compact, type Organization, type Reference, usableIdentifiers } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean, readConcept, says } from './datatypes/concept.ts';
import { readAddresses, readTelecoms } from './datatypes/contact.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import type { Scope } from './scope.ts';

/** An organisation and those it is part of (CF-participations, "CDA to FHIR Organization"). */
export function readOrganization(element: XmlElement, scope: Scope): Reference | undefined {
  const { organizations } = scope.readings;
  if (!organizations.has(element)) organizations.set(element, organizationOf(element, scope));
  return organizations.get(element);
}

function organizationOf(element: XmlElement, scope: Scope): Reference | undefined {
  const body = bodyOf(element, scope);
  if (!isSomebody(body)) return undefined;
  const industry = element.first('standardIndustryClassCode') ?? element.first('code');
  const type = industry && readConcept(industry, scope);
  const whole = element.first('asOrganizationPartOf')?.first('wholeOrganization');
  const partOf = whole && readOrganization(whole, scope);
  const organization = scope.directory.organization({
    ...body,
    ...(says(type) && { types: [type] }),
    ...(partOf && { partOf }),
  });
  return scope.directory.placed(organization, element);
}

type Body = Omit<Organization, 'id' | 'types' | 'partOf'>;

const bodyOf = (element: XmlElement, scope: Scope): Body =>
  compact({
    identifiers: readIdentifiers(element, scope)?.value,
    // An entity that stands behind a role has no name, but a description.
    name: clean((element.first('name') ?? element.first('desc'))?.text()),
    telecoms: readTelecoms(element, scope),
    addresses: readAddresses(element, scope),
  } as Body);

/** One that is known by where it is alone is somebody still; a kind or a number to call alone is nobody. */
const isSomebody = ({ identifiers, name, addresses }: Body): boolean =>
  name !== undefined || usableIdentifiers(identifiers).length > 0 || addresses !== undefined;
