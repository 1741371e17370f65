import type { Area } from './area.ts';
import { is, none } from './expectation.ts';

const concern = {
  'category.coding.code': 'health-concern',
  clinicalStatus: 'active',
};
const linked = [
  is('Condition', {
    ...concern,
    'code.text': /concerned about being contagious/,
    onsetDateTime: '2014-03-02',
  }),
  is('Condition', {
    'category.coding.code': ['problem-list-item', 'health-concern'],
    code: '385093006',
    onsetDateTime: '2014-02-27',
  }),
];

export const healthConcerns: Area = {
  'Health Concerns Link to Problems Section with linkHTML': linked,
  'Health Concerns Link to Problems Section/': linked,
  'Health Concerns Narrative Only': [
    is('Condition', { ...concern, 'code.text': /spreading their Community Acquired Pneumonia/ }),
    none('Condition', { onsetDateTime: /./ }),
  ],
  'No Known Health Concerns': [
    is('Composition', { 'section.emptyReason': 'nilknown', 'section.code': '75310-3' }),
    none('Condition'),
  ],
};
