import type { DataAbsentReason } from '../../../record/index.ts';
import type { Element, Extension, Reference } from '../fhir-types.ts';

const core = 'http://hl7.org/fhir/StructureDefinition';

/** Why an element has no value. */
export const absentExtension = (reason: DataAbsentReason = 'unknown'): Extension => ({
  url: `${core}/data-absent-reason`,
  valueCode: reason,
});

/** A reference of which nobody says to whom. */
export const absentReference: Reference = { extension: [absentExtension()], display: 'Unknown' };

/** The source's own words for what an element says otherwise or not at all. */
export const originalText = (text: string): Extension => ({ url: `${core}/originalText`, valueString: text });

/** An element that has only extensions. */
export const elementOf = (...extensions: (Extension | undefined)[]): Element | undefined => {
  const extension = extensions.filter((item) => item !== undefined);
  return extension.length > 0 ? { extension } : undefined;
};
