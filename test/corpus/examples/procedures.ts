import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

const appendectomy = ['6025007', '44970', '0DTJ4ZZ', '47.01'];

export const procedures: Area = {
  // The alternatives are kept in the source: R4 has no place for procedures of which one is to be chosen.
  'Procedure Alternatives': [
    is('ServiceRequest', {
      status: 'active',
      intent: 'plan',
      'code.coding.code': ['44950', '80146002'],
      'occurrencePeriod.start': '2022-04-30T21:00:00-05:00',
      'occurrencePeriod.end': '2022-04-30T21:32:00-05:00',
      'reasonCode.coding.code': ['74400008', 'K37', '541'],
    }),
    is('Observation', {
      code: '225773000',
      valueCodeableConcept: '394849002',
      'focus.code': '44950',
    }),
    none('Procedure'),
  ],
  'Procedure Refused': [
    is('Procedure', {
      status: 'not-done',
      statusReason: '105480006',
      'code.coding.code': appendectomy,
      'note.text': 'Not Done',
      reasonCode: absent,
    }),
    none('Procedure', { status: 'completed' }),
  ],
  'Procedure Unsuccessful': [
    is('Procedure', {
      status: 'completed',
      code: '168731009',
      outcome: ['103709008', 'Image unreadable'],
      performedDateTime: '2022-03-31T16:49:01-05:00',
    }),
  ],
  'Procedures Section Act Entry': [
    is('Procedure', {
      status: 'completed',
      'code.coding.code': ['61310001', '97802', 'S9470', 'V65.3', 'Z71.3'],
      performedDateTime: '2014-03-29T10:45:13-05:00',
    }),
  ],
  'Procedures Section Observation Entry': [
    is('Procedure', { 'code.coding.code': ['268400002', '93000', '89.52'], status: 'completed' }),
    is('Observation', {
      category: 'procedure',
      valueCodeableConcept: '251135002',
      effectiveDateTime: '2014-03-29T09:15:22-05:00',
      'partOf.code': '268400002',
    }),
  ],
  'Procedures Section Procedure Entry - Colonoscopy': [
    is('Procedure', {
      'code.coding.code': ['25732003', '45380'],
      'performedPeriod.start': '2019-05-03T09:22:05-07:00',
      'performedPeriod.end': '2019-05-03T11:15:14-07:00',
    }),
  ],
  'Procedures Section Procedure Entry/': [
    is('Procedure', {
      'code.coding.code': appendectomy,
      'extension.valueCodeableConcept': '51316009',
      bodySite: '181255000',
      'performedPeriod.end': '2014-02-03T11:15:14-07:00',
    }),
  ],
};
