import type { Area } from './area.ts';
import { is } from './expectation.ts';

const cognitive = {
  status: 'final',
  category: ['survey', 'cognitive-status'],
  code: ['373930000', '75275-8'],
  effectiveDateTime: '2012-08-15T17:32:15-05:00',
};

export const mentalStatus: Area = {
  'Memory Impairment': [is('Observation', { ...cognitive, valueCodeableConcept: '386807006' })],
  'No Cognitive Impairment': [is('Observation', { ...cognitive, valueCodeableConcept: '66557003' })],
  'Patient Health Questionnaire PHQ-9': [
    is('Observation', {
      code: '44249-1',
      valueInteger: 12,
      interpretation: 'H',
      'referenceRange.text': '0-4',
      'hasMember.code': ['44261-6', '44250-9', '44255-8', '44259-0', '69722-7'],
    }),
    is('Observation', { code: '44261-6', valueInteger: 12, effectiveDateTime: '2015-06-22' }),
    is('Observation', {
      code: '44258-2',
      'component.valueInteger': 3,
      'component.valueCodeableConcept': 'LA6571-9',
    }),
  ],
};
