import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

const social = { status: 'final', category: 'social-history' };
const smoking = { ...social, code: '72166-2', effectiveDateTime: '2014-06-06T10:32:00-05:00' };

export const socialHistory: Area = {
  'Birth Sex': [
    is('Patient', { 'extension.url': /us-core-birthsex$/, 'extension.valueCode': 'F' }),
    none('Observation'),
  ],
  'Current Smoking Status': [
    is('Observation', { ...smoking, valueCodeableConcept: '449868002' }),
    is('Observation', {
      ...social,
      code: '11367-0',
      effectiveDateTime: '1992',
      valueCodeableConcept: '160604004',
    }),
  ],
  'Electronic Cigarette': [
    is('Observation', {
      ...social,
      code: '66547-1',
      valueCodeableConcept: ['735240008', /Former user/],
      'effectivePeriod.end': '2018-08',
      'effectivePeriod.start': absent,
    }),
  ],
  'Former Smoking Status': [
    is('Observation', { ...smoking, valueCodeableConcept: '8517006' }),
    is('Observation', { code: '11367-0', 'effectivePeriod.start': '1994', 'effectivePeriod.end': '2011-03' }),
  ],
  'Never Smoking Status': [is('Observation', { ...smoking, valueCodeableConcept: '266919005' })],
  'Not Pregnant': [
    is('Observation', {
      ...social,
      code: '82810-3',
      valueCodeableConcept: '60001007',
      effectiveDateTime: '2011-04-10',
    }),
    none('Observation', { valueCodeableConcept: '77386006' }),
  ],
  'Sexual Orientation Gender Identity': [
    is('Observation', {
      ...social,
      code: '76690-7',
      valueCodeableConcept: '42035005',
      effectiveDateTime: '2001',
    }),
    is('Patient', { 'extension.url': /genderIdentity$/, 'extension.valueCodeableConcept': '407377005' }),
  ],
  'Unknown Smoking Status': [is('Observation', { ...smoking, valueCodeableConcept: '266927001' })],
  // Nobody knows: that is neither "pregnant" nor "not pregnant".
  'Unknown if Pregnant': [
    is('Observation', {
      code: '82810-3',
      dataAbsentReason: 'unknown',
      valueCodeableConcept: absent,
      effectiveDateTime: '2011-04-10',
    }),
  ],
  'WE Care Assessment': [
    is('Observation', {
      category: ['social-history', 'survey'],
      code: '96447-8',
      dataAbsentReason: 'not-applicable',
      'hasMember.code': ['96446-0', '96445-2', '96443-7', '96435-3'],
    }),
    is('Observation', { code: '96446-0', valueCodeableConcept: 'LA32-8', effectiveDateTime: '2015-06-22' }),
    is('Observation', { code: '96443-7', valueCodeableConcept: ['LA31439-5', 'Maybe Later'] }),
  ],
};
