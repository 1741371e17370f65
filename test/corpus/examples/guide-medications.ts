import type { Area } from './area.ts';
import { absent, count, is, none } from './expectation.ts';

const pneumococcal = {
  vaccineCode: ['33', '854981', /Pneumovax 23|pneumococcal polysaccharide/],
  lotNumber: '1',
  'manufacturer.name': 'Health LS - Immuno Inc.',
};

/** The part of a device's identifier that a fragment shows, beside the identifier of the organizer around it. */
const device = (facts: Parameters<typeof is>[1]) => [
  is('Device', { 'udiCarrier.carrierHRF': '(01)51022222233336(21)HOST-1', ...facts }),
  count('Device', 1),
];

const albuterol = ['745679', /albuterol 0\.09/];

export const guideMedications: Area = {
  'Immunization Activity (V3)/': [
    is('Immunization', {
      ...pneumococcal,
      status: 'completed',
      occurrenceDateTime: '1998-12-15',
      route: 'C28161',
      doseQuantity: '50 ug',
      'performer.actor.practitioner.name': 'Harold Hippocrates',
      'performer.actor.organization.name': 'Good Health Clinic',
      identifier: 'urn:uuid:e6f1ba43-c0ed-4b9b-9f12-f435d8ad8f92',
    }),
  ],
  'Immunization Medication Information (V2)/': [is('Immunization', pneumococcal)],
  'Immunization Refusal Reason/': [
    is('Immunization', { status: 'not-done', statusReason: ['PATOBJ', 'patient objection'] }),
    none('Immunization', { status: 'completed' }),
    none('Observation'),
  ],
  'Substance Administered Act/': [
    // Its vaccine is the one around it: that of the fragment stands where CDA has no code.
    is('Immunization', { vaccineCode: '88', 'protocolApplied.doseNumberPositiveInt': 2 }),
  ],
  'Drug Vehicle/': [
    is('MedicationRequest', {
      'contained.ingredient.itemCodeableConcept': ['324049', 'Aerosol'],
      'contained.ingredient.isActive': false,
    }),
  ],
  'Indication (V2)/': [
    is('MedicationRequest', {
      identifier: 'urn:uuid:cdbd33f0-6cde-11db-9fe1-0800200c9a66',
      'reasonCode.text': 'Bronchitis',
      'reasonCode.coding.code': '32398004',
    }),
  ],
  'Medication Activity (V2)/Medication Activity': [
    is('MedicationRequest', {
      status: 'active',
      medicationCodeableConcept: ['197380', 'atenolol 25 MG Oral Tablet'],
      // At the institution's hours: twice a day, and not every twelve hours.
      'dosageInstruction.timing.repeat.frequency': 2,
      'dosageInstruction.timing.repeat.period': 1,
      'dosageInstruction.timing.repeat.periodUnit': 'd',
      'dosageInstruction.timing.repeat.boundsPeriod.start': '2012-03-18',
      'dosageInstruction.route': 'C38288',
      'dosageInstruction.doseAndRate.doseQuantity.value': 1,
      reasonCode: '38341003',
    }),
  ],
  'Medication Activity (V2)/No Known': [
    is('Composition', { 'section.code': '10160-0', 'section.emptyReason': 'nilknown' }),
    none('MedicationRequest'),
    none('MedicationStatement'),
  ],
  'Medication Dispense (V2)/': [
    is('MedicationDispense', {
      status: 'completed',
      whenHandedOver: '2012-08-15T14:50:00-08:00',
      'quantity.value': 75,
      identifier: /cb734647/,
    }),
  ],
  'Medication Free Text Sig/': [
    is('MedicationRequest', {
      medicationCodeableConcept: '197361',
      'dosageInstruction.text': 'Words of AD1',
    }),
  ],
  'Medication Information (V2)/': [
    is('MedicationRequest', {
      'contained.code': albuterol,
      'contained.manufacturer.name': 'Medication Factory Inc.',
    }),
  ],
  'Medication Supply Order (V2)/': [
    is('MedicationRequest', {
      'dispenseRequest.quantity.value': 75,
      // FHIR does not count the first dispense.
      'dispenseRequest.numberOfRepeatsAllowed': 0,
      'dispenseRequest.validityPeriod.start': '2007-01-03',
      status: 'completed',
    }),
  ],
  'Precondition for Substance Administration (V2)/': [
    is('MedicationRequest', { 'dosageInstruction.asNeededCodeableConcept': ['56018004', 'Wheezing'] }),
  ],
  'Drug Monitoring Act/': [
    is('ServiceRequest', {
      code: '395170001',
      'occurrencePeriod.start': '2013-06-15',
      'occurrencePeriod.end': '2013-07-15',
      'performer.name': /Larry/,
      performerType: 'RESP',
    }),
    is('MedicationRequest', { medicationCodeableConcept: '197361' }),
  ],
  'Planned Immunization Activity/': [
    is('MedicationRequest', {
      intent: 'order',
      status: 'active',
      identifier: 'urn:uuid:81505d5e-2305-42b3-9273-f579d622000d',
      'dosageInstruction.route': 'IM',
      'dosageInstruction.timing.event': '2013-11-15',
    }),
    none('Immunization'),
  ],
  'Planned Medication Activity (V2)/': [
    is('MedicationRequest', {
      intent: 'order',
      status: 'active',
      'dosageInstruction.timing.event': '2013-09-05',
      identifier: 'urn:uuid:cdbd33f0-6cde-11db-9fe1-0800200c9a66',
      medicationCodeableConcept: 'Heparin 0.25 ml Prefilled Syringe',
    }),
  ],
  'Planned Supply (V2)/': [
    is('MedicationRequest', {
      intent: 'order',
      status: 'active',
      'dispenseRequest.quantity.value': 3,
      'contained.code': '573621',
    }),
    none('SupplyDelivery'),
  ],
  'Non-Medicinal Supply Activity (V2)/': [
    is('DeviceUseStatement', {
      timingDateTime: '2013-07-03',
      'device.type': ['14106009', 'Cardiac Pacemaker'],
      status: 'active',
    }),
    is('Device', { identifier: /24993f33/, owner: absent }),
  ],
  'Product Instance/': [
    is('Device', {
      type: '90412006',
      'udiCarrier.deviceIdentifier': '51022222233336',
      'udiCarrier.carrierHRF': /^\(01\)51022222233336/,
      lotNumber: 'A213B1',
      serialNumber: '1234',
      manufactureDate: '2014-12-31',
      expirationDate: '2015-07-07',
    }),
  ],
  'Brand Name Observation/': device({
    'deviceName.name': 'Words of BrandName_1',
    'deviceName.type': 'user-friendly-name',
  }),
  'Catalog Number Observation/': device({ partNumber: 'Words of CatalogNumber_1' }),
  'Company Name Observation/': device({ manufacturer: 'Words of CompanyName_1' }),
  'Device Identifier Observation/': device({ 'udiCarrier.deviceIdentifier': '00999998998989' }),
  'Distinct Identification Code Observation/': device({
    distinctIdentifier: 'Words of DistinctIdentificationCode_1',
  }),
  'Expiration Date Observation/': device({ expirationDate: '2022-10-15' }),
  'Implantable Device Status Observation/': device({
    'property.type': 'C160939',
    'property.valueCode': 'C160942',
  }),
  'Latex Safety Observation/': device({ 'property.type': 'C160938', 'property.valueCode': 'C106038' }),
  'Lot or Batch Number Observation/': device({ lotNumber: 'Words of LotOrBatchNumber_1' }),
  'MRI Safety Observation/': device({ 'property.type': 'C106044', 'property.valueCode': 'C113844' }),
  'Manufacturing Date Observation/': device({ manufactureDate: '2018-10-15' }),
  'Model Number Observation/': device({ modelNumber: 'Words of ModelNumber_1' }),
  'Serial Number Observation/': device({ serialNumber: 'Words of SerialNumber_1' }),
  'UDI Organizer/': [
    is('Device', {
      'udiCarrier.deviceIdentifier': '99994328998989',
      // What the organizer says goes before what the carrier says.
      manufactureDate: '2018-10-15',
      expirationDate: '2022-10-15',
      lotNumber: 'Words of LotOrBatchNumber_1',
      serialNumber: 'Words of SerialNumber_1',
      modelNumber: 'Words of ModelNumber_1',
      distinctIdentifier: 'Words of DistinctIdentificationCode_1',
    }),
  ],
};
