import type { Area } from './area.ts';
import { type Expectation, is, none } from './expectation.ts';

/** A section that is words only stands in the composition with its code, its title and its words. */
const told = (code: string, title: string | RegExp, words: RegExp): Expectation[] => [
  is('Composition', { 'section.code': code, 'section.title': title, 'section.text.div': words }),
  none('Composition', { 'section.entry.reference': /./ }),
];

/** A section of which only the heading is given. */
const headed = (code: string, title: string | RegExp): Expectation[] => [
  is('Composition', { 'section.code': code, 'section.title': title }),
  none('Composition', { 'section.entry.reference': /./ }),
];

export const guideSections: Area = {
  'Assessment Section/': headed('51848-0', 'ASSESSMENTS'),
  'Chief Complaint Section/': told('10154-3', 'CHIEF COMPLAINT', /Back Pain/),
  'Chief Complaint and Reason for Visit Section/': told('46239-0', 'CHIEF COMPLAINT', /Back Pain/),
  'Consultation Note (V3)/Consultation Note structuredBody': [
    is('Composition', {
      'section.code': [
        ...['48765-2', '51848-0', '10164-2', '10160-0', '29545-1', '18776-5'],
        ...['11450-4', '47519-4', '42349-1', '30954-2', '29762-2', '8716-3'],
      ],
      'section.title': ['ASSESSMENT', 'REASON FOR REFERRAL', 'VITAL SIGNS'],
    }),
    none('Composition', { 'section.emptyReason': 'nilknown' }),
  ],
  'Course of Care Section/': told('8648-8', 'Hospital Course of Care', /recurrent GI bleed/),
  'General Status Section/': told('10210-3', 'GENERAL STATUS', /Alert and in good spirits/),
  'History of Present Illness Section/': told(
    '10164-2',
    'HISTORY OF PRESENT ILLNESS',
    /dark stool yesterday/,
  ),
  'Hospital Consultations Section/': told(
    '18841-7',
    'HOSPITAL CONSULTATIONS',
    /Gastroenterology[\s\S]*Dietitian/,
  ),
  'Hospital Course Section/': told('8648-8', 'Hospital Course', /started on Lovenox/),
  'Hospital Discharge Instructions Section/': told(
    '8653-8',
    'HOSPITAL DISCHARGE INSTRUCTIONS',
    /prescription medication as directed/,
  ),
  'Hospital Discharge Physical Section/': told(
    '10184-0',
    'Hospital Discharge Physical',
    /slightly obese man/,
  ),
  'Hospital Discharge Studies Summary Section/': headed('11493-4', 'Hospital Discharge Studies Summary'),
  'Objective Section/': told('61149-1', 'OBJECTIVE DATA', /No rales, normal breath sounds/),
  'Operative Note Fluids Section/': told('10216-0', 'Operative Note Fluids', /250 ML Ringers Lactate/),
  'Operative Note Surgical Procedure Section/': told(
    '10223-6',
    'Surgical Procedure',
    /Laparoscopic Appendectomy/,
  ),
  'Physical Exam Section (V3)/': told('29545-1', 'Physical Examination', /Hyperkalemia secondary/),
  'Postoperative Diagnosis Section/': told('10218-6', 'Postoperative Diagnosis', /periappendiceal abscess/),
  'Procedure Description Section/': told('29554-3', 'Procedure Description', /endoscopy suite/),
  'Procedure Disposition Section/': told('59775-7', 'PROCEDURE DISPOSITION', /in stable condition/),
  'Procedure Estimated Blood Loss Section/': told('59770-8', 'Procedure Estimated Blood Loss', /Minimal/),
  'Procedure Implants Section/': [
    ...told('59771-6', 'Procedure Implants', /No implants were placed/),
    none('Device'),
  ],
  'Procedure Specimens Taken Section/': told('59773-2', 'Procedure Specimens Taken', /Ascending colon polyp/),
  'Reason for Visit Section/': told('29299-5', 'REASON FOR VISIT', /Dark stools/),
  'Review of Systems Section/': told('10187-3', 'REVIEW OF SYSTEMS', /denies recent history of fever/),
  'Subjective Section/': told('61150-9', 'SUBJECTIVE DATA', /peripheral nerve stimulator/),
  'Surgical Drains Section/': told('11537-8', 'Surgical Drains', /Penrose drain placed/),
};
