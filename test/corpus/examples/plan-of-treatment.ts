import type { Area } from './area.ts';
import { is, none } from './expectation.ts';

const planned = { status: 'active', intent: 'plan' };

export const planOfTreatment: Area = {
  'Care Plan Goals and Instructions': [
    is('Goal', {
      lifecycleStatus: 'active',
      description: ['289169006', 'Weight Loss'],
      startDate: '2012-08-15',
    }),
    is('ServiceRequest', { ...planned, code: '406162001', occurrenceDateTime: '2012-08-15T10:00:00-08:00' }),
    is('Procedure', {
      status: 'completed',
      code: '311401005',
      performedDateTime: '2012-08-15T10:00:00-08:00',
    }),
  ],
  'No Planned Tests': [
    is('ServiceRequest', {
      status: 'active',
      intent: 'order',
      code: '6025007',
      occurrenceDateTime: '2015-05-02',
      bodySite: '181255000',
    }),
    // "No planned tests" is no order not to do "no planned tests".
    none('ServiceRequest', { doNotPerform: true }),
    none('ServiceRequest', { code: 'No Planned Tests' }),
  ],
  'Planned EKG': [
    is('ServiceRequest', {
      ...planned,
      category: '386053000',
      code: ['34534-8', 'EKG 12 channel panel'],
      occurrenceDateTime: '2015-06-23',
    }),
    none('Observation'),
  ],
  'Planned Encounter - Referral': [
    is('ServiceRequest', {
      ...planned,
      category: '308335008',
      code: '11429006',
      occurrenceDateTime: '2012-08-17',
      'performer.name': /Penny Puffer/,
      'locationReference.name': 'Dr. Penny Puffer Office',
      reasonCode: '64109004',
    }),
    is('Composition', {
      'section.code': ['42349-1', '18776-5'],
      'section.text.div': /Pulmonary function tests/,
    }),
    none('Encounter'),
  ],
};
