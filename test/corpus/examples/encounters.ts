import type { Area } from './area.ts';
import { count, is, none } from './expectation.ts';

const charlesTime = '2012-09-27T13:00:00-05:00';

export const encounters: Area = {
  'Hospital Discharge Encounter with Billable Diagnoses': [
    is('Encounter', {
      status: 'finished',
      'class.code': 'IMP',
      type: '99238',
      'period.start': '2014-10-28T12:22:00-05:00',
      'period.end': '2014-10-31T15:04:00-05:00',
      'hospitalization.dischargeDisposition': '04',
      'location.location.name': 'Good Day Hospital',
      'diagnosis.rank': ['1', '2'],
      'diagnosis.use': 'DD',
      'diagnosis.condition.code': ['428.0', '250.00'],
      'participant.individual.practitioner.name': 'James Getwell DO',
    }),
    count('Encounter', 1),
  ],
  'Inpatient Encounter Discharged to Rehab Location': [
    is('Encounter', {
      'class.code': 'IMP',
      type: '99221',
      'period.start': charlesTime,
      'hospitalization.dischargeDisposition': ['04', 'HOSSVR'],
      'hospitalization.destination.name': 'Sunnyview Rehab Hospital',
      'location.location.name': 'Community Medical Center',
      reasonCode: '233604007',
    }),
    none('Encounter', { 'location.location.name': 'Sunnyview Rehab Hospital' }),
  ],
  'Multiple CPT E&M Codes': [
    is('Encounter', {
      'class.code': 'AMB',
      type: ['Wellness Visit', '99408', '99394', '99213'],
      'period.end': '2017-09-18T09:51:00-04:00',
      'diagnosis.condition.code': ['235083001', '23997001', '12264001'],
    }),
    is('Condition', { code: ['M26.11', 'Jaw Asymmetry Maxillary'], category: 'encounter-diagnosis' }),
    none('Procedure'),
  ],
  'Outpatient Encounter Patient Disenrolled': [
    is('Encounter', {
      type: ['99213', 'Checkup Examination'],
      'hospitalization.dischargeDisposition': ['DE', 'Disenrolled'],
      'period.start': charlesTime,
      'location.location.address.city': 'Portland',
    }),
  ],
  'Outpatient Encounter with Diagnoses': [
    is('Encounter', {
      status: 'finished',
      'period.start': '2012-08-15T10:00:00-08:00',
      'diagnosis.condition.code': '64109004',
      'location.location.type': '1160-1',
      'participant.individual.practitioner.name': /Samir Khan/,
    }),
    is('Condition', { code: '64109004', clinicalStatus: 'active', onsetDateTime: '2012-08-15' }),
  ],
};
