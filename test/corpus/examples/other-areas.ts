import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

export const interventions: Area = {
  'Intervention Counseling': [
    is('Procedure', {
      status: 'completed',
      'code.coding.code': ['61310001', '97802', 'S9470'],
      performedDateTime: '2014-03-29T10:45:13-05:00',
    }),
  ],
};

export const quality: Area = {
  // The entries are assertions about measures: what is not met is never written as met.
  'Quality Care Compliance in C-CDA': [
    is('Observation', { valueCodeableConcept: 'DENOM' }),
    is('Observation', { valueString: /Negated: numerator/ }),
    none('Observation', { valueCodeableConcept: 'NUMER', 'code.text': absent }),
    is('Composition', { 'section.text.div': /Colorectal Cancer Screening/ }),
  ],
};

export const unstructured: Area = {
  'CDA with Embedded PDF 2': [
    is('DocumentReference', {
      type: '81334-5',
      category: 'clinical-note',
      date: '2014-07-31T17:22:00-06:00',
      'content.attachment.contentType': 'application/pdf',
      'content.attachment.size': 143710,
      'content.attachment.title': 'Personal Advance Care Document',
    }),
    is('Composition', { 'author.deviceName.name': 'MyDirectives.com', identifier: '123' }),
    is('Patient', {
      name: 'Roger Rienman McBee',
      birthDate: '1930-09-11',
      identifier: '20130607100800-McBeeID',
    }),
  ],
};
