import type { RelatedPerson as RecordRelated } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concepts } from '../datatypes/concept.ts';
import { addresses, humanNames, telecoms } from '../datatypes/contact.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { RelatedPerson } from '../fhir-types.ts';

/** Kin, friend or carer as a RelatedPerson; what they are to the patient and in the document is all relationship. */
export function relatedPerson(person: RecordRelated, context: Context): RelatedPerson {
  const { id, identifiers: numbers, telecoms: points, addresses: places, names, ...more } = person;
  const { relationships = [], roles = [], ...rest } = more;
  everyField(rest);
  return resource<RelatedPerson>({
    resourceType: 'RelatedPerson',
    id,
    identifier: identifiers(numbers),
    // What is written is in use; US Core asks for it.
    active: true,
    patient: context.subject,
    relationship: concepts([...relationships, ...roles]),
    name: humanNames(names, context),
    telecom: telecoms(points, context),
    address: addresses(places, context),
  });
}
