import type { Area } from './area.ts';
import { is } from './expectation.ts';

const vital = { status: 'final', category: 'vital-signs' };
const panel = [
  is('Observation', {
    ...vital,
    code: '85354-9',
    'component.code': ['8480-6', '8462-4'],
    'component.valueQuantity': ['120 mm[Hg]', '80 mm[Hg]'],
    effectiveDateTime: '2014-05-20T19:36:05-05:00',
  }),
  is('Observation', {
    ...vital,
    code: '85353-1',
    'hasMember.code': ['85354-9', '8867-4', '8310-5', '29463-7'],
  }),
  is('Observation', { ...vital, code: '8867-4', valueQuantity: '80 /min' }),
];

export const vitalSigns: Area = {
  'Growth Charts Examples': [
    is('Observation', {
      ...vital,
      code: ['77606-2', 'Weight-for-length Percentile'],
      valueQuantity: '50 %',
      'referenceRange.text': 'WHO Males, 0-2 years Chart',
    }),
    is('Observation', {
      code: '59576-9',
      valueQuantity: '49 %',
      effectiveDateTime: '2015-11-20T19:36:05-06:00',
    }),
    is('Observation', { code: '85353-1', 'hasMember.code': ['59576-9', '77606-2', '8289-1'] }),
  ],
  'Heart Rate Rhythm': [
    is('Observation', { ...vital, code: '8867-4', valueQuantity: '80 /min' }),
    is('Observation', { code: '8884-9', valueCodeableConcept: '248651005' }),
    is('Observation', { code: '85353-1', 'hasMember.code': ['8867-4', '8884-9'] }),
  ],
  'Panel of Vital Signs (Oxygen Concentration Included)': [
    ...panel,
    is('Observation', { code: '3150-0', valueQuantity: '36 %' }),
    is('Observation', { code: '2710-2', valueQuantity: '98 %' }),
  ],
  'Panel of Vital Signs in Metric Units': [
    ...panel,
    is('Observation', { ...vital, code: '8302-2', valueQuantity: '170.2 cm' }),
    is('Observation', { ...vital, code: '29463-7', valueQuantity: '108.863 kg' }),
    is('Observation', { ...vital, code: '39156-5', valueQuantity: '37.58 kg/m2' }),
  ],
  'Panel of Vital Signs in Mixed Metric-Imperial Units': [
    ...panel,
    is('Observation', { ...vital, code: '8302-2', valueQuantity: /\[in_i\]/ }),
    is('Observation', { ...vital, code: '8310-5', valueQuantity: /\[degF\]/ }),
  ],
};
