import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

export const problems: Area = {
  'Active Problem': [
    is('Condition', {
      code: '385093006',
      clinicalStatus: 'active',
      category: 'problem-list-item',
      onsetDateTime: '2014-02-27',
      'recorder.practitioner.name': 'Heartly Sixer MD',
      identifier: '10241104348',
      abatementDateTime: absent,
    }),
  ],
  'Complete or Resolved Problem': [
    is('Condition', {
      code: ['363746003', '462', 'J02.9', 'Acute pharyngitis'],
      clinicalStatus: /^(inactive|resolved)$/,
      onsetDateTime: '2014-04-02',
      abatementDateTime: '2014-04-05T23:59:59-05:00',
    }),
    none('Condition', { clinicalStatus: 'active' }),
  ],
  'No Known Problems': [
    is('Condition', {
      code: '160245001',
      // "problems" alone would say the opposite.
      'code.text': 'No known problems.',
      'code.coding.system': 'http://snomed.info/sct',
      recordedDate: '2013-06-07T16:05:06-04:00',
      verificationStatus: absent,
    }),
  ],
  'Patient Does Not Have Diabetes': [
    is('Condition', { code: '44054006', verificationStatus: 'refuted', clinicalStatus: absent }),
    none('Condition', { verificationStatus: absent }),
  ],
  'Pregnancy with Week Gestation': [
    is('Condition', {
      code: ['77386006', '38039008', 'Z3A.10'],
      clinicalStatus: 'active',
      onsetDateTime: '2020-01-03',
    }),
    is('Observation', { code: '11778-8', valueDateTime: '2020-09-19' }),
  ],
  'Problem TargetSiteCode Qualifier': [
    is('Condition', {
      code: ['V49.75', 'Below Knee Amputation'],
      'bodySite.coding.code': ['30021000', '30021000:272741003=7771000'],
      'bodySite.text': /left/i,
      onsetDateTime: '2014-04-02',
    }),
  ],
  'Problem Value, Translation, Qualifier examples': [
    is('Condition', {
      'code.coding.code': ['8801005', 'E08.22', '8801005:47429007=105502003,47429007=709044004'],
      'code.text': /dialysis/,
      clinicalStatus: 'active',
    }),
  ],
  'SDOH Problem': [
    is('Condition', {
      code: ['445281000124101', 'Z59.48'],
      identifier: ['68993', '1.1'],
      clinicalStatus: 'active',
      onsetDateTime: absent,
      '_onsetDateTime.extension.valueString': '2014032124536-0500',
      'recorder.organization.name': 'Neighborhood Physicians Practice',
    }),
  ],
};
