import type { Area } from './area.ts';
import { is } from './expectation.ts';

export const referrals: Area = {
  'Close Referral with a Document': [
    is('Composition', {
      type: ['11488-4', '371530004'],
      title: 'Community Health Consult Note',
      'extension.valueReference.identifier': 'urn:uuid:9a6d1bac-17d3-4195-89a4-1121bc809b4e',
      'extension.valueReference.display': 'Patient referral for dental care',
      identifier: 'sTT988',
      date: '2018-06-23T09:00:00-08:00',
    }),
    is('Encounter', { identifier: '9937012', type: '99213', 'period.start': '2018-06-23' }),
    is('Patient', { name: ['Eve Betterhalf', 'Eve Everywoman'], birthDate: '1975-05-01' }),
  ],
  'Referral Request and Close Referral with a Note': [
    is('ServiceRequest', {
      category: '3457005',
      code: ['103697008', 'Referral to Specialist'],
      priority: 'asap',
      status: 'active',
      occurrenceDateTime: '2018-06-23',
      performer: /./,
    }),
    is('DocumentReference', {
      type: ['11488-4', '371530004'],
      date: '2018-06-23T08:32:15-05:00',
      'context.related.code': '103697008',
    }),
  ],
};
