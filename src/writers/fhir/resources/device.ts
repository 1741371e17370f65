import type { Device as RecordDevice } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concept } from '../datatypes/concept.ts';
import { telecoms } from '../datatypes/contact.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { Device } from '../fhir-types.ts';
import { containedPlaces } from './contained-place.ts';

/** A program or apparatus as a Device. */
export function device(thing: RecordDevice, context: Context): Device {
  const {
    id,
    identifiers: numbers,
    telecoms: points,
    addresses: places,
    types = [],
    organization,
    ...more
  } = thing;
  const { name: _a, model: _b, software: _c, ...rest } = more;
  everyField(rest);
  const { contained, references } = containedPlaces(places, context);
  if (types.length > 1) context.unwritten('types');
  if (references.length > 1) context.unwritten('addresses');
  return resource<Device>({
    resourceType: 'Device',
    id,
    contained: contained.slice(0, 1),
    identifier: identifiers(numbers),
    deviceName: namesOf(thing),
    type: concept(types[0]),
    owner: context.refer(organization, 'organization', 'organization'),
    contact: telecoms(points, context),
    location: references[0],
  });
}

const namesOf = ({ name, model, software }: RecordDevice): Device['deviceName'] => [
  ...(name ? [{ name, type: 'user-friendly-name' as const }] : []),
  ...(model ? [{ name: model, type: 'model-name' as const }] : []),
  ...(software ? [{ name: software, type: 'other' as const }] : []),
];
