import type { Address } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { address } from '../datatypes/contact.ts';
import type { Location, Reference } from '../fhir-types.ts';

interface Places {
  readonly contained: Location[];
  readonly references: Reference[];
}

/** Addresses of what has no address in FHIR: Locations inside the resource, and references to them. */
export function containedPlaces(places: readonly Address[] = [], context: Context): Places {
  const contained = places.map(
    (place, index): Location => ({
      resourceType: 'Location',
      id: `address-${index + 1}`,
      address: address(place, context),
    }),
  );
  return { contained, references: contained.map(({ id }) => ({ reference: `#${id}` })) };
}
