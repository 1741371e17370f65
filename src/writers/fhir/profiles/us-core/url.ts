const folder = 'http://hl7.org/fhir/us/core/StructureDefinition';

/** The URL of a profile of US Core. */
export const urlOf = (name: string): string => `${folder}/us-core-${name}`;
