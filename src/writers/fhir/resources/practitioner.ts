import type { Practitioner as RecordPractitioner } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concept } from '../datatypes/concept.ts';
import { addresses, humanNames, telecoms } from '../datatypes/contact.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { Practitioner } from '../fhir-types.ts';

/** A Practitioner. */
export function practitioner(person: RecordPractitioner, context: Context): Practitioner {
  const {
    id,
    identifiers: numbers,
    telecoms: points,
    addresses: places,
    names,
    gender,
    qualifications,
    ...rest
  } = person;
  everyField(rest);
  return resource<Practitioner>({
    resourceType: 'Practitioner',
    id,
    identifier: identifiers(numbers),
    name: humanNames(names, context),
    telecom: telecoms(points, context),
    address: addresses(places, context),
    gender,
    qualification: qualifications?.map((qualification) => ({ code: concept(qualification) })),
  });
}
