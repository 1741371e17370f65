import type { PractitionerRole as RecordRole } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concepts } from '../datatypes/concept.ts';
import { telecoms } from '../datatypes/contact.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { PractitionerRole } from '../fhir-types.ts';
import { containedPlaces } from './contained-place.ts';

/** What a practitioner is at an organisation, as a PractitionerRole. */
export function practitionerRole(role: RecordRole, context: Context): PractitionerRole {
  const { id, identifiers: numbers, telecoms: points, addresses: places, ...more } = role;
  const { practitioner, organization, codes, specialties, ...rest } = more;
  everyField(rest);
  const { contained, references } = containedPlaces(places, context);
  return resource<PractitionerRole>({
    resourceType: 'PractitionerRole',
    id,
    contained,
    identifier: identifiers(numbers),
    practitioner: context.refer(practitioner, 'practitioner', 'practitioner'),
    organization: context.refer(organization, 'organization', 'organization'),
    code: concepts(codes),
    specialty: concepts(specialties),
    location: references,
    telecom: telecoms(points, context),
  });
}
