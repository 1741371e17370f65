import type { Area } from './area.ts';
import { is } from './expectation.ts';

const note = { status: 'current', category: 'clinical-note' };

export const notes: Area = {
  'Discharge Note in Hospital Course': [
    is('DocumentReference', {
      ...note,
      docStatus: 'final',
      type: ['34109-9', '8648-8'],
      date: '2016-09-13T14:46:00-05:00',
      'author.name': 'Dr. Physician',
      'context.encounter.identifier': 'urn:oid:1.2.3.4.5.6',
      'content.attachment.data': /^PGRpdi/,
    }),
  ],
  'Note directly attached to a Procedure': [
    is('Procedure', { code: '6025007', 'performedPeriod.start': '2014-02-03T09:22:05-07:00' }),
    is('DocumentReference', {
      ...note,
      type: '28570-0',
      date: '2014-02-04T08:32:15-05:00',
      'context.period.start': '2014-02-03',
      'context.encounter.identifier': 'urn:oid:1.2.3.4',
    }),
  ],
  'RTF Note': [
    is('DocumentReference', {
      ...note,
      type: '34746-8',
      'content.attachment.contentType': 'text/rtf',
      'content.attachment.data': /^e1xydGYxXGFuc2lcYW5zaWNwZzEyNTJc/,
      'text.div': /Nick Nurse/,
    }),
  ],
  'Single Consultation Note': [
    is('DocumentReference', {
      ...note,
      docStatus: 'final',
      type: ['34109-9', '11488-4'],
      date: '2016-09-08T08:32:15-05:00',
      'author.name': /Specialist/,
    }),
  ],
};
