import type { Concept } from '../../../record/index.ts';
import type { Element } from '../fhir-types.ts';
import { concept } from './concept.ts';

const alternateCodes = 'http://hl7.org/fhir/StructureDefinition/alternate-codes';

/** The source's own concept beside FHIR's code; a code that is required cannot have extensions alone. */
export function besideCode(
  code: string | undefined,
  own: Concept | undefined,
  lost: () => void,
): Element | undefined {
  if (!own) return undefined;
  if (code !== undefined) {
    return { extension: [{ url: alternateCodes, valueCodeableConcept: concept(own) }] };
  }
  lost();
  return undefined;
}
