import type { Area } from './area.ts';
import { absent, count, is } from './expectation.ts';

const survey = { 'category.coding.code': 'survey', status: 'final' };
const exam = { 'category.coding.code': 'exam' };

const mentalStatusScale = [
  is('Observation', { ...survey, code: '54614-3', valueInteger: 7, effectiveDateTime: '2012-02-14' }),
];

/** An answer without a question that it belongs to is a member of the scale around it. */
const answer = (code: string) => [
  is('Observation', { code, valueInteger: 3 }),
  is('Observation', { code: '248241002', 'hasMember.code': code }),
];

/** The organizer has a code, its only observation no finding. */
const cognition = [
  is('Observation', {
    'category.coding.code': 'cognitive-status',
    code: '75275-8',
    'hasMember.code': '373930000',
  }),
  is('Observation', { code: '373930000', valueCodeableConcept: absent, dataAbsentReason: 'unknown' }),
];

export const guideObservations: Area = {
  'Assessment Scale Observation (V2)/Assessment Scale Observation - Hunger': [
    is('Observation', {
      ...survey,
      code: '88121-9',
      valueInteger: 2,
      effectiveDateTime: '2012-02-14',
      'hasMember.code': ['88122-7', '88123-5', '88124-3'],
    }),
    is('Observation', { code: '88124-3', valueCodeableConcept: ['LA19952-3', 'At risk'] }),
    count('Observation', 4),
  ],
  'Assessment Scale Observation (V2)/Assessment Scale Observation Example': mentalStatusScale,
  'Assessment Scale Observation/': mentalStatusScale,
  'Assessment Scale Supporting Observation (V2)/': answer('60715-0'),
  'Assessment Scale Supporting Observation/': answer('248240001'),
  'Code Observations/': [
    is('Observation', {
      code: '18782-3',
      valueCodeableConcept: ['309530007', 'Mass of hilum'],
      status: 'final',
    }),
  ],
  'Functional Status Observation (V2)/': [
    is('Observation', {
      'category.coding.code': ['survey', 'functional-status'],
      code: '54522-8',
      valueCodeableConcept: ['129035000', 'Independent with dressing'],
      // The source writes a date of nine digits.
      effectiveDateTime: absent,
    }),
  ],
  'Health Status Observation (V2)/': [
    is('Observation', {
      ...survey,
      code: '11323-3',
      valueCodeableConcept: '81323004',
      'focus.code': '195967001',
    }),
  ],
  'Highest Pressure Ulcer Stage/': [
    is('Observation', { ...exam, code: '420905001', valueCodeableConcept: ['421306004', 'Necrotic eschar'] }),
  ],
  'Mental Status Observation (V3)/': cognition,
  'Mental Status Organizer (V3)/': cognition,
  'Number of Pressure Ulcers Observation (V3)/': [
    is('Observation', {
      ...exam,
      code: ['2264892003', '75277-4'],
      valueInteger: 3,
      'component.valueCodeableConcept': ['421927004', 'Pressure ulcer stage 3'],
    }),
  ],
  'Nutrition Assessment/': [
    is('Observation', {
      ...survey,
      code: '75303-8',
      valueCodeableConcept: '437421000124105',
      effectiveDateTime: '2013-05-12',
    }),
    is('Observation', { code: '75305-3', 'hasMember.code': '75303-8' }),
  ],
  'Nutritional Status Observation/': [
    is('Observation', {
      ...survey,
      code: ['75305-3', 'Nutritional Status'],
      valueCodeableConcept: ['248324001', 'Well nourished'],
      effectiveDateTime: '2013-05-12',
    }),
  ],
  'Outcome Observation/': [
    is('Observation', {
      code: '44616-1',
      valueQuantity: '95 %',
      effectiveDateTime: '2013-08-06',
      identifier: /0aaaa123/,
    }),
  ],
  'Quantity Measurement Observation/': [
    is('Observation', {
      code: ['439984002', 'Words of Diam2'],
      valueQuantity: '45 mm',
      effectiveDateTime: '2008-02-26T08:05:00-08:00',
    }),
  ],
  'Result Observation (V3)/': [
    is('Observation', {
      code: '20570-8',
      valueQuantity: '35.3 %',
      interpretation: 'L',
      effectiveDateTime: '2008-03-19T08:30:00-08:00',
      // A range for low results is not the normal one.
      'referenceRange.low': absent,
    }),
    is('Provenance', { 'agent.who.practitioner.name': 'William Bill Beaker' }),
  ],
  'Result Organizer (V3)/': [
    is('DiagnosticReport', {
      code: '57021-8',
      status: 'final',
      effectiveDateTime: '2008-03-19T08:30:00-08:00',
      identifier: /7d5a02b0/,
      result: absent,
    }),
  ],
  'Self-Care Activities (ADL and IADL)/': [
    is('Observation', {
      'category.coding.code': ['survey', 'functional-status'],
      code: '46482-6',
      valueCodeableConcept: '371153006',
    }),
  ],
  'Sensory Status/': [
    is('Observation', {
      'category.coding.code': ['survey', 'functional-status'],
      code: '47078008',
      valueCodeableConcept: 'Impaired',
    }),
  ],
  'Text Observation/': [
    is('Observation', {
      code: '121071',
      valueString: /^The cardiomediastinum is within normal limits/,
      status: 'unknown',
    }),
  ],
  'Vital Sign Observation (V2)/': [
    is('Observation', {
      'category.coding.code': 'vital-signs',
      code: '8302-2',
      valueQuantity: '177 cm',
      effectiveDateTime: '2012-11-14',
      identifier: /c6f88321/,
    }),
  ],
  'Wound Characteristic/': [
    is('Observation', { ...exam, valueCodeableConcept: ['447547000', 'Offensive wound odor'] }),
    is('Condition', { code: '125667009' }),
  ],
  'Wound Measurement Observation/': [
    is('Observation', { ...exam, code: '401238003', valueQuantity: '2 [in_i]' }),
  ],
};
