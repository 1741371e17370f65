export { bundlesOf } from './bundle.ts';
export { outsideDocuments } from './document-bundle.ts';
export type { Resource } from './fhir-types.ts';
export { ndjsonLine, toJson } from './json.ts';
export type { FhirOptions, Written } from './options.ts';
export { patientResources } from './patient-resources.ts';
export { peopleResources } from './people-resources.ts';
export { addressOf } from './references.ts';
export { toXml } from './xml.ts';
