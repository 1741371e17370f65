import type { Area } from './area.ts';
import { absent, is } from './expectation.ts';

export const goals: Area = {
  'Goals Narrative Only': [
    is('Goal', {
      lifecycleStatus: 'active',
      'description.text': 'Patient is targeting a pulse oximetry of 92% and a weight of 195 lbs',
      'description.coding': absent,
      target: absent,
    }),
  ],
  'SDOH Goal': [
    is('Goal', {
      lifecycleStatus: 'active',
      description: ['161036002', 'Goal set to establish stable housing.'],
      startDate: '2022-08-13',
      'target.measure': '8689-2',
      'target.detailCodeableConcept': '161036002',
      'addresses.valueCodeableConcept': 'Z59.1',
      identifier: '3241',
    }),
  ],
};
