import type { Organization as RecordOrganization } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { concepts } from '../datatypes/concept.ts';
import { addresses, telecoms } from '../datatypes/contact.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { everyField } from '../every-field.ts';
import type { Organization } from '../fhir-types.ts';

/** An Organization; one without name and identifier says that its name is unknown (org-1). */
export function organization(body: RecordOrganization, context: Context): Organization {
  const {
    id,
    identifiers: numbers,
    telecoms: points,
    addresses: places,
    name,
    types,
    partOf,
    ...rest
  } = body;
  everyField(rest);
  return resource<Organization>({
    resourceType: 'Organization',
    id,
    identifier: identifiers(numbers),
    // What is written is in use: the guide's examples say so too, and US Core asks for it.
    active: true,
    type: concepts(types),
    name,
    _name: name || numbers?.length ? undefined : { extension: [absentExtension()] },
    telecom: telecoms(points, context, 'organization'),
    address: addresses(places, context, 'organization'),
    partOf: context.refer(partOf, 'partOf', 'organization'),
  });
}
