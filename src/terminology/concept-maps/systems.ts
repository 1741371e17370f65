/** The FHIR code systems that several of the guide's maps name, each once. */
export const V3 = 'http://terminology.hl7.org/CodeSystem/v3-';
export const ACT_STATUS = `${V3}ActStatus`;
export const ADDRESS_USE = `${V3}AddressUse`;
export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const CLINICAL_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
export const EVENT_STATUS = 'http://hl7.org/fhir/event-status';
