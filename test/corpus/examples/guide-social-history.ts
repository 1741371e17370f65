import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

const socialHistory = { 'category.coding.code': 'social-history', status: 'final' };

export const guideSocialHistory: Area = {
  'Basic Industry Observation/': [
    is('Observation', {
      ...socialHistory,
      code: '86188-0',
      valueCodeableConcept: '811111.001118',
      'effectivePeriod.start': '2009',
      'effectivePeriod.end': '2022-06',
    }),
  ],
  'Basic Occupation Observation/': [
    is('Observation', {
      ...socialHistory,
      code: '11341-5',
      valueCodeableConcept: '51-9191.00.002682',
      'effectivePeriod.end': '2022-06',
    }),
  ],
  'Birth Sex Observation/': [
    is('Patient', { 'extension.url': /us-core-birthsex$/, 'extension.valueCode': 'F' }),
    none('Observation'),
  ],
  'Caregiver Characteristics/': [
    is('Observation', {
      ...socialHistory,
      valueCodeableConcept: '422615001',
      'focus.relationship': ['MTH', 'mother'],
    }),
    none('Condition'),
  ],
  'Characteristics of Home Environment/': [
    is('Observation', {
      ...socialHistory,
      code: '75274-1',
      valueCodeableConcept: '308899009',
      effectiveDateTime: '2013-03-12',
    }),
  ],
  'Cultural and Religious Observation/': [
    is('Observation', {
      ...socialHistory,
      code: '75281-6',
      valueString: /^Does not accept blood transfusions/,
      effectiveDateTime: '2013-03-12',
    }),
  ],
  'Disability Status Observation/': [
    is('Observation', {
      ...socialHistory,
      code: '89571-4',
      valueCodeableConcept: 'LA29243-5',
      effectiveDateTime: '2022-11-11',
      'hasMember.code': '98067-2',
      'hasMember.hasMember.code': ['69856-3', '69857-1', '69858-9', '69859-7', '69860-5'],
    }),
    is('Observation', { code: '98067-2', dataAbsentReason: 'not-applicable', valueCodeableConcept: absent }),
    is('Observation', { code: '69856-3', valueCodeableConcept: ['LA33-6', 'Yes'] }),
  ],
  'Estimated Date of Delivery/': [
    is('Observation', {
      'component.code': '11778-8',
      'component.valueDateTime': '2011-09-19',
      valueCodeableConcept: '77386006',
    }),
  ],
  'Gender Identity Observation (V3)/': [
    is('Patient', {
      'extension.url': /us-core-genderIdentity$/,
      'extension.valueCodeableConcept': '446141000124107',
    }),
    none('Observation'),
  ],
  'Pregnancy Intention in Next Year/': [
    is('Observation', {
      ...socialHistory,
      code: '86645-9',
      valueCodeableConcept: ['454401000124105', 'No desire to become pregnant'],
    }),
    none('Observation', { valueCodeableConcept: '77386006' }),
  ],
  'Pregnancy Observation/': [
    is('Observation', {
      code: '82810-3',
      valueCodeableConcept: '77386006',
      effectiveDateTime: '2011-04-10',
      identifier: '123456789',
    }),
    none('Condition'),
  ],
  'Sexual Orientation Observation/': [
    is('Observation', {
      ...socialHistory,
      code: '76690-7',
      valueCodeableConcept: '20430005',
      effectiveDateTime: '2012-11',
    }),
  ],
  'Smoking Status - Meaningful Use (V2)/': [
    is('Observation', {
      ...socialHistory,
      code: '72166-2',
      valueCodeableConcept: ['8517006', 'Ex-smoker'],
      effectiveDateTime: '2012-09-10',
      identifier: '123456789',
    }),
  ],
  'Social History Observation (V3)/': [
    is('Observation', { ...socialHistory, code: ['160573003', '74013-4'], 'valueQuantity.value': 12 }),
  ],
  'Social History Observation (V4)/Social Det': [
    is('Observation', {
      ...socialHistory,
      code: ['160476009', '8689-2'],
      valueCodeableConcept: ['706875005', 'Words of SH3_SO'],
      effectiveDateTime: '2016-04-12',
    }),
    none('Condition'),
  ],
  'Social History Observation (V4)/Social Hist': [
    is('Observation', {
      ...socialHistory,
      code: '160573003',
      valueQuantity: '12 /d',
      effectiveDateTime: '2012-02-15',
    }),
  ],
  'Tobacco Use (V2)/': [
    is('Observation', {
      ...socialHistory,
      code: '11367-0',
      valueCodeableConcept: '160604004',
      'effectivePeriod.start': '2009-02-14',
      'effectivePeriod.end': '2011-02-15',
    }),
  ],
  'Tribal Affiliation Observation/': [
    is('Patient', {
      'extension.url': /us-core-tribal-affiliation$/,
      'extension.extension.valueCodeableConcept': ['68', /^Cow Creek Band/],
    }),
    none('Observation'),
  ],
};
