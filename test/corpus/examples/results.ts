import type { Area } from './area.ts';
import { absent, count, is } from './expectation.ts';

const lab = { status: 'final', category: 'laboratory' };

export const results: Area = {
  'Result COVID Positive': [
    is('Observation', {
      ...lab,
      code: '94500-6',
      valueCodeableConcept: '260373001',
      interpretation: 'A',
      'referenceRange.text': /Not Detected/i,
      effectiveDateTime: '2020-03-22T14:26:00-05:00',
    }),
    is('DiagnosticReport', { status: 'final', code: '94531-1', 'result.code': '94500-6' }),
  ],
  'Result panel with coded values of negative-positive': [
    is('Observation', { ...lab, code: '42931-6', valueCodeableConcept: '260385009', interpretation: 'N' }),
    is('Observation', { ...lab, code: '60256-5', valueCodeableConcept: '10828004', interpretation: 'A' }),
    is('DiagnosticReport', { code: '70161-5', 'result.code': ['42931-6', '60256-5'] }),
  ],
  // The guide takes the normal range alone.
  'Result with Multiple Reference Ranges': [
    is('Observation', {
      ...lab,
      code: '5048-4',
      valueString: 'Borderline, equal to 1:80',
      interpretation: 'A',
      'referenceRange.text': /Negative, less than 1:80/,
    }),
  ],
  'Result with an unstructured string as value (urine color)': [
    is('Observation', {
      ...lab,
      code: '5778-6',
      valueString: 'Amber',
      interpretation: 'N',
      effectiveDateTime: '2013-10-23T09:08:23-05:00',
    }),
    is('DiagnosticReport', { code: '24356-8', effectiveDateTime: '2013-10-23T09:10:00-05:00' }),
  ],
  'Result with greater than a specified value': [
    is('Observation', {
      ...lab,
      code: '32016-8',
      'valueQuantity.value': '500',
      'valueQuantity.comparator': '>',
      'valueQuantity.code': 'mg/dL',
      interpretation: '>',
      'referenceRange.low': '80 mg/dL',
      'referenceRange.high': '140 mg/dL',
    }),
  ],
  'Result with lab location': [
    is('DiagnosticReport', {
      code: ['24357-6', /dipstick/],
      'performer.organization.name': 'Value Labs',
      effectiveDateTime: '2015-06-22',
    }),
    is('Observation', { code: '5811-5', valueQuantity: '1.015', 'referenceRange.low': '1.005' }),
  ],
  'Result with non-numeric physical quantity and unit': [
    is('Observation', { ...lab, code: '3043-7', valueQuantity: '450 mg/dL' }),
    is('Observation', {
      ...lab,
      code: '13457-7',
      valueString: 'Unable to calculate',
      'component.code': '246514001',
      'component.valueCodeableConcept': 'mg/dL',
    }),
  ],
  'Results Radiology with Image Narrative': [
    is('Observation', {
      category: 'imaging',
      code: '36643-5',
      valueString: /heart is enlarged/,
      effectiveDateTime: '2015-02-25T09:10:59-05:00',
    }),
    is('DiagnosticReport', { category: 'LP29684-5', code: '71020', 'result.code': '36643-5' }),
    is('Provenance', {
      'agent.type': 'author',
      'target.code': '36643-5',
      occurredDateTime: '2015-02-25T10:32:06-05:00',
    }),
  ],
  'Results Unit Non-UCUM': [
    is('Observation', {
      ...lab,
      code: ['26515-7', 'Platelet count'],
      'valueQuantity.value': '152',
      // The unit as it is written, and the code of what it means beyond doubt.
      'valueQuantity.unit': 'THOUS/MCL',
      'valueQuantity.code': '10*3/uL',
      dataAbsentReason: absent,
      'referenceRange.low': '150 THOUS/MCL',
      'referenceRange.high': '400 THOUS/MCL',
    }),
  ],
  'Results of Basic Metabolic Panel and Troponin': [
    is('DiagnosticReport', {
      code: '51990-0',
      'result.code': ['2947-0', '6298-4', '2069-3', '2028-9', '6299-2'],
    }),
    is('Observation', {
      code: '6298-4',
      valueQuantity: '4.2 mmol/L',
      'referenceRange.text': '3.5-5.2 mmol/L',
    }),
    is('Observation', {
      code: '6598-7',
      valueQuantity: '0.01 ng/mL',
      effectiveDateTime: '2012-10-03T10:08:00-05:00',
    }),
    count('DiagnosticReport', 3),
  ],
  'Results of CO2 Test': [
    is('Observation', {
      ...lab,
      code: ['2028-9', 'CO2'],
      valueQuantity: '27 mmol/L',
      'referenceRange.high': '29 mmol/L',
    }),
    // Without a time of its own it has that of its result.
    is('DiagnosticReport', { code: '2028-9', effectiveDateTime: '2012-08-15T10:05:00-08:00' }),
  ],
  'Results panel with pending component': [
    is('DiagnosticReport', { status: 'registered', code: '57782-5', issued: absent }),
    is('Observation', {
      status: 'registered',
      code: '804-5',
      dataAbsentReason: 'not-applicable',
      valueQuantity: absent,
      effectiveDateTime: '2012-08-06',
    }),
  ],
  'Results with less than specific value': [
    is('Observation', {
      ...lab,
      code: '42637-9',
      'valueRange.low': '0 pg/mL',
      'valueRange.high': '5 pg/mL',
      'referenceRange.high': '100 pg/mL',
    }),
  ],
  'Results with translation unit': [
    is('Observation', {
      ...lab,
      code: '26515-7',
      valueQuantity: '152 10*3/uL',
      'component.valueCodeableConcept': 'THOUS/MCL',
      'referenceRange.low': '150 10*3/uL',
    }),
  ],
};
