import type { Json } from './profile.ts';

/** The elements of FHIR R4 in their order, as far as a profile's absences may come between them: XML depends on it. */
const orders: Readonly<Record<string, string>> = {
  identifier: 'use type system value period assigner',
  name: 'use text family given prefix suffix period',
  telecom: 'system value use rank period',
  attachment: 'contentType language data url size hash title creation',
  udiCarrier: 'deviceIdentifier issuer jurisdiction carrierAIDC carrierHRF entryType',
  agent: 'type role who onBehalfOf',
  type: 'coding text',
  Patient: `identifier active name telecom gender birthDate deceasedBoolean deceasedDateTime address
    maritalStatus multipleBirthBoolean multipleBirthInteger photo contact communication generalPractitioner
    managingOrganization link`,
  Practitioner: `identifier active name telecom address gender birthDate photo qualification
    communication`,
  PractitionerRole: `identifier active period practitioner organization code specialty location
    healthcareService telecom availableTime notAvailable availabilityExceptions endpoint`,
  Organization: 'identifier active type name alias telecom address partOf contact endpoint',
  Location: `identifier status operationalStatus name alias description mode type telecom address
    physicalType position managingOrganization partOf hoursOfOperation availabilityExceptions endpoint`,
  RelatedPerson: `identifier active patient relationship name telecom gender birthDate address photo
    period communication`,
  Observation: `identifier basedOn partOf status category code subject focus encounter
    effectiveDateTime effectivePeriod issued performer valueQuantity valueCodeableConcept valueString valueBoolean
    valueInteger valueRange valueRatio valueSampledData valueTime valueDateTime valuePeriod dataAbsentReason
    interpretation note bodySite method specimen device referenceRange hasMember derivedFrom component`,
  DiagnosticReport: `identifier basedOn status category code subject encounter effectiveDateTime
    effectivePeriod issued performer resultsInterpreter specimen result imagingStudy media conclusion conclusionCode
    presentedForm`,
  Coverage: `identifier status type policyHolder subscriber subscriberId beneficiary dependent
    relationship period payor class order network costToBeneficiary subrogation contract`,
  Specimen: `identifier accessionIdentifier status type subject receivedTime parent request
    collection processing container condition note`,
  Procedure: `identifier instantiatesCanonical instantiatesUri basedOn partOf status statusReason
    category code subject encounter performedDateTime performedPeriod performedString recorder asserter performer
    location reasonCode reasonReference bodySite outcome report complication complicationDetail followUp note
    focalDevice usedReference usedCode`,
  DeviceUseStatement: `identifier basedOn status subject derivedFrom timingTiming timingPeriod
    timingDateTime recordedOn source device reasonCode reasonReference bodySite note`,
  MedicationStatement: `identifier basedOn partOf status statusReason category
    medicationCodeableConcept medicationReference subject context effectiveDateTime effectivePeriod dateAsserted
    informationSource derivedFrom reasonCode reasonReference note dosage`,
};

const first = ['resourceType', 'id', 'meta', 'implicitRules', 'language', 'text', 'contained', 'extension'];
const places = new Map<string, ReadonlyMap<string, number>>();

function placesOf(kind: string): ReadonlyMap<string, number> | undefined {
  const text = orders[kind];
  if (text === undefined) return undefined;
  const found =
    places.get(kind) ?? new Map([...first, ...text.split(/\s+/)].map((name, place) => [name, place]));
  places.set(kind, found);
  return found;
}

/** The object with its elements in FHIR's order, where that is known of its kind. */
export function inOrder(object: Json, kind: string): Json {
  const known = placesOf(kind);
  if (!known) return object;
  const placeOf = (key: string): number => known.get(key.replace(/^_/, '')) ?? known.size;
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => placeOf(a) - placeOf(b)));
}
