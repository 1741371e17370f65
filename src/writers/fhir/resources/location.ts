import type { Location as RecordLocation } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concepts } from '../datatypes/concept.ts';
import { address, telecoms } from '../datatypes/contact.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { Location } from '../fhir-types.ts';

/** A Location. */
export function location(place: RecordLocation, context: Context): Location {
  const {
    id,
    identifiers: numbers,
    telecoms: points,
    addresses = [],
    name,
    types,
    organization,
    ...rest
  } = place;
  everyField(rest);
  const [first] = addresses;
  if (addresses.length > 1) context.unwritten('addresses');
  return resource<Location>({
    resourceType: 'Location',
    id,
    identifier: identifiers(numbers),
    name,
    type: concepts(types),
    telecom: telecoms(points, context),
    address: first && address(first, context),
    managingOrganization: context.refer(organization, 'organization', 'organization'),
  });
}
