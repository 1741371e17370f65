import type { Area } from './area.ts';
import { absent, count, is, none } from './expectation.ts';

const oral = 'C38288';

export const medications: Area = {
  'Drug Mixture': [
    is('MedicationRequest', {
      status: 'active',
      intent: 'order',
      'contained.form': '385023001',
      'contained.ingredient.itemCodeableConcept': ['1362', '1011092', '237870'],
      'contained.ingredient.strength.numerator': ['1 mg', '0.2 mL'],
      'dosageInstruction.doseAndRate.doseQuantity': '5 mL',
      'dosageInstruction.timing.repeat.period': '0.5',
      'dosageInstruction.timing.repeat.periodUnit': 'd',
      'dosageInstruction.route': ['C38289', 'Mouth/Throat'],
    }),
  ],
  'Free Text Medication SIG': [
    is('MedicationRequest', {
      status: 'active',
      'medicationCodeableConcept.coding': absent,
      'dosageInstruction.text': /take one tab by mouth every morning/,
      'dosageInstruction.timing.repeat.boundsPeriod.start': '2018-01-10',
      'dosageInstruction.timing.repeat.frequency': absent,
    }),
  ],
  'Med Relative Dose IV Drug': [
    is('MedicationRequest', {
      'contained.code': '1657066',
      'contained.ingredient.itemCodeableConcept': '1807639',
      'contained.ingredient.isActive': false,
      'dosageInstruction.doseAndRate.doseQuantity': '5 mg/kg',
      'dosageInstruction.route': 'C38276',
      'dosageInstruction.timing.event': '2018-02-15',
      reasonCode: '363406005',
    }),
  ],
  'Med at bedtime': [
    is('MedicationRequest', {
      status: 'active',
      'contained.code': '847232',
      'contained.manufacturer.name': 'SANOFI-AVENTIS',
      'dosageInstruction.timing.repeat.when': 'HS',
      'dosageInstruction.timing.repeat.boundsPeriod.start': '2009-01-09',
      'dosageInstruction.doseAndRate.doseQuantity': '40 [IU]',
      'dosageInstruction.text': 'Administer 40 units at bedtime',
    }),
  ],
  'Med every 4-6 hours': [
    is('MedicationRequest', {
      medicationCodeableConcept: '1049529',
      'dosageInstruction.timing.repeat.period': '4',
      'dosageInstruction.timing.repeat.periodMax': '6',
      'dosageInstruction.timing.repeat.periodUnit': 'h',
      'dosageInstruction.doseAndRate.doseQuantity': '2',
      'dosageInstruction.asNeededBoolean': absent,
      authoredOn: '2014-01-18',
    }),
  ],
  'Med oral QID with PRN': [
    is('MedicationRequest', {
      'medicationCodeableConcept.coding.code': ['197806', '00603402221'],
      'dosageInstruction.asNeededBoolean': true,
      'dosageInstruction.timing.repeat.frequency': '4',
      'dosageInstruction.timing.repeat.periodUnit': 'd',
      'dosageInstruction.route': oral,
      'requester.practitioner.name': 'Heartly Sixer MD',
    }),
  ],
  'Med oral liquid PRN': [
    is('MedicationRequest', {
      medicationCodeableConcept: '102494',
      'dosageInstruction.asNeededCodeableConcept': '49727002',
      'dosageInstruction.doseAndRate.doseQuantity': '2 mL',
      'dosageInstruction.timing.repeat.boundsPeriod.end': '2017-12-31',
    }),
  ],
  'Med oral with indications and instructions': [
    count('MedicationRequest', 3),
    is('MedicationRequest', {
      identifier: ['300035', '300013'],
      'dosageInstruction.asNeededCodeableConcept': '57676002',
      'dosageInstruction.text': /PRN for joint pain/,
    }),
    is('MedicationRequest', {
      identifier: '200035',
      'dosageInstruction.patientInstruction': /empty stomach/,
      'dosageInstruction.asNeededCodeableConcept': absent,
    }),
    is('MedicationRequest', { identifier: '500035', reasonCode: '57676002' }),
  ],
  'Medication Refused': [
    is('MedicationStatement', {
      status: 'not-taken',
      medicationCodeableConcept: '314076',
      statusReason: '105480006',
      effectiveDateTime: '2018-03-15T11:23:05-05:00',
      'note.text': 'Patient refused',
    }),
    none('MedicationRequest'),
  ],
  'No Medications': [
    is('Composition', { 'section.emptyReason': 'nilknown', 'section.code': '10160-0' }),
    none('MedicationRequest'),
    none('MedicationStatement'),
  ],
  'Single administration of medication': [
    is('MedicationRequest', {
      status: 'completed',
      medicationCodeableConcept: '243670',
      'dosageInstruction.timing.event': '2013-09-11T16:03:00-07:00',
      'dosageInstruction.timing.repeat': absent,
      'dosageInstruction.doseAndRate.doseQuantity': '2',
    }),
  ],
  'Withdrawn Anitbiotics with varied dosing': [
    is('MedicationRequest', {
      medicationCodeableConcept: '308460',
      'dosageInstruction.doseAndRate.doseQuantity': '2',
      'dosageInstruction.timing.repeat.boundsPeriod.end': '2014-03-10',
    }),
    is('MedicationRequest', {
      'dosageInstruction.doseAndRate.doseQuantity': '1',
      'dosageInstruction.timing.repeat.boundsPeriod.start': '2014-03-11',
      'dosageInstruction.timing.repeat.boundsPeriod.end': '2014-03-14',
    }),
  ],
  'Withdrawn Patient reported oral medication': [
    is('MedicationRequest', {
      status: 'completed',
      medicationCodeableConcept: '236121',
      'reportedReference.name': 'Patient One',
      'dosageInstruction.timing.repeat.frequency': '1',
      'dosageInstruction.doseAndRate.doseQuantity.value': absent,
    }),
  ],
};
