import type { Area } from './area.ts';
import { is } from './expectation.ts';

const functional = { status: 'final', category: ['survey', 'functional-status'], code: '54522-8' };

export const functionalStatus: Area = {
  'Functional Assessment - Glasgow Coma': [
    is('Observation', {
      code: '35088-4',
      valueInteger: 9,
      effectiveDateTime: '2012-02-14',
      'hasMember.code': ['9267-6', '9268-4', '9270-0', '9269-2'],
    }),
    is('Observation', {
      code: '9267-6',
      'component.valueInteger': 3,
      'component.valueCodeableConcept': 'LA6555-2',
    }),
    is('Observation', { code: '9269-2', valueInteger: 9 }),
  ],
  'Functional Impairment': [
    is('Observation', {
      ...functional,
      valueCodeableConcept: ['105504002', 'Dependence on walking stick'],
      effectiveDateTime: '2012-08-15T17:32:15-05:00',
    }),
  ],
  'No Functional Impairment': [
    is('Observation', { ...functional, valueCodeableConcept: ['66557003', 'No impairment'] }),
  ],
};
