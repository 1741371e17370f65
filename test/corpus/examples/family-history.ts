import type { Area } from './area.ts';
import { absent, count, is, none } from './expectation.ts';

export const familyHistory: Area = {
  'Family History Generic': [
    is('FamilyMemberHistory', {
      relationship: 'FAMMEMB',
      'condition.code.coding.code': '56265001',
      'condition.code.text': ['heart disease', /asthma/],
    }),
    none('FamilyMemberHistory', { 'condition.code.coding.code': '195967001' }),
  ],
  'Family History two individuals same relationship to the patient': [
    count('FamilyMemberHistory', 2),
    is('FamilyMemberHistory', {
      name: 'James',
      relationship: 'BRO',
      bornDate: '1982',
      sex: 'male',
      'condition.code': ['59621000', '73211009'],
    }),
    is('FamilyMemberHistory', { name: 'Gerald', bornDate: '1985', 'condition.code': '195967001' }),
  ],
  'Normal Family History Father deceased-Mother alive': [
    is('FamilyMemberHistory', {
      relationship: 'FTH',
      deceasedDate: '2003-01',
      'condition.code': ['230690007', '59621000'],
      'condition.contributedToDeath': true,
      'condition.onsetAge': '72',
    }),
    is('FamilyMemberHistory', {
      relationship: 'MTH',
      deceasedBoolean: false,
      'condition.code': '160266009',
      'condition.onsetAge': absent,
    }),
  ],
};
