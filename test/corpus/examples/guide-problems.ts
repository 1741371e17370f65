import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

/** Recorded in 2008, and said to have ended before it began. */
const pneumonia = [
  is('Condition', {
    code: ['233604007', 'Pneumonia'],
    onsetDateTime: '2013-07-03',
    recordedDate: '2008-08-14T10:30:00-08:00',
    identifier: 'urn:uuid:ab1791b0-5c71-11db-b0de-0800200c9a66',
  }),
];

const ended = none('Condition', { clinicalStatus: 'active' });

export const guideProblems: Area = {
  'Age Observation/': [is('Condition', { code: '195967001', onsetAge: '57 a', onsetDateTime: absent })],
  'Allergy - Intolerance Observation (V2)/': [
    is('AllergyIntolerance', {
      code: ['2670', 'codeine'],
      type: 'allergy',
      category: absent,
      'clinicalStatus.coding': absent,
      onsetDateTime: absent,
      recordedDate: '2010-10-11T09:15:00-08:00',
      'recorder.identifier': '222223333',
      'reaction.manifestation': '56018004',
      'reaction.severity': 'mild',
    }),
  ],
  'Allergy Concern Act (V3)/': [
    is('AllergyIntolerance', {
      code: ['70618', 'Penicillin'],
      clinicalStatus: 'active',
      onsetDateTime: '1998-05-01',
      recordedDate: '1998-05-01T11:45:00-08:00',
      'reaction.manifestation': '422587007',
      'reaction.onset': '2008-02-26T08:00:00-08:00',
    }),
  ],
  'Criticality Observation/': [is('AllergyIntolerance', { code: '1191', criticality: 'high' })],
  'Date of Diagnosis Act/': [
    is('Condition', {
      code: '195967001',
      'extension.url': /condition-assertedDate$/,
      'extension.valueDateTime': '2008-02',
      onsetDateTime: '2015-03-01',
    }),
  ],
  'Reaction Observation (V2)/': [
    is('AllergyIntolerance', {
      'reaction.manifestation': ['422587007', 'Nausea'],
      'reaction.onset': '2008-02-26T08:05:00-08:00',
    }),
    none('Condition'),
  ],
  'Severity Observation (V2)/': [
    // FHIR has three degrees; the nearest stands beside the code itself.
    is('AllergyIntolerance', {
      'reaction.manifestation': '247472004',
      'reaction._severity.extension.valueCodeableConcept': '371924009',
    }),
    none('AllergyIntolerance', { 'reaction.severity': 'mild' }),
  ],
  'Family History Death Observation/': [
    is('FamilyMemberHistory', {
      relationship: 'MTH',
      'condition.code': '44054006',
      'condition.contributedToDeath': 'true',
    }),
    none('Condition'),
  ],
  'Family History Observation (V3)/': [
    is('FamilyMemberHistory', {
      relationship: 'MTH',
      'condition.code': ['22298006', 'Myocardial infarction'],
    }),
    none('Condition'),
  ],
  'Family History Organizer (V3)/': [
    is('FamilyMemberHistory', {
      relationship: ['FTH', '9947008'],
      sex: 'male',
      bornDate: '1910',
      condition: absent,
    }),
  ],
  'Health Concern Act (V3)/Health Concern Act wrapping': [
    is('Condition', {
      category: 'health-concern',
      code: '733423003',
      clinicalStatus: 'active',
      onsetDateTime: '2018-07-01',
      identifier: '1148128',
    }),
  ],
  'Longitudinal Care Wound Observation (V2)/': [
    is('Condition', {
      code: ['425144005', 'Minor open wound'],
      bodySite: '182295001',
      identifier: 'urn:uuid:ab1791b0-5c71-11db-b0de-0800200c9a66',
    }),
  ],
  'Problem Concern Act (V3)/': [...pneumonia, is('Condition', { 'recorder.code': '207QA0505X' })],
  'Problem Observation (V3)/': [...pneumonia, ended],
  'Problem Observation (V4)/Problem Observation Example': [...pneumonia, ended],
  'Problem Observation (V4)/Social Determinant': [
    is('Condition', {
      code: ['445281000124101', 'Z59.48'],
      onsetDateTime: '2014-09-09',
      identifier: ['68993', '1.1'],
      abatementDateTime: absent,
    }),
  ],
  'Problem Section (entries required) (V3)/No Known Problems': [
    is('Condition', {
      code: '160245001',
      verificationStatus: absent,
      recordedDate: '2013-06-07',
      '_recordedDate.extension.valueString': '20130607160506',
      'code.text': 'No known problems.',
    }),
    none('Condition', { code: /^55607006$/, verificationStatus: 'refuted' }),
  ],
  'Risk Concern Act (V2)/': [
    is('RiskAssessment', {
      status: 'final',
      'prediction.outcome': ['409623005', 'Respiratory insufficiency'],
      identifier: /./,
    }),
    none('Condition', { code: '409623005' }),
  ],
  'Entry Reference/Entry Reference': [
    is('Condition', { code: '233604007', clinicalStatus: 'active', onsetDateTime: '2013-06-16' }),
    is('Goal', { 'target.detailQuantity': '92 %', 'addresses.code': '233604007', lifecycleStatus: 'active' }),
  ],
  'External Document Reference/': [
    is('DocumentReference', {
      type: '57133-1',
      identifier: ['urn:uuid:6f1bd58b-c58f-40b7-b314-caf1294ed98b', 'sTT988'],
    }),
  ],
  'Comment Activity/': [
    is('Condition', {
      code: '195967001',
      'note.text': /upcoming vacation to New York/,
      'note.time': '2005-03-29T22:44:11+05:00',
      'note.authorReference.name': 'Henry Seven',
    }),
  ],
  'Author Participation/Existing': [
    is('Composition', { 'author.identifier': 'urn:uuid:20cf14fb-b65c-4c8c-a54d-b0cca834c18c' }),
    is('Provenance', { 'agent.type': 'author', occurredDateTime: '2013-08-01T12:35:00-08:00' }),
  ],
  'Author Participation/New': [
    is('Composition', {
      'author.practitioner.name': 'Nurse Nightingale RN',
      'author.organization.name': 'Good Health Hospital',
      'author.code': '163W00000X',
    }),
  ],
  'Provenance - Author Participation (V2)': [
    is('Provenance', {
      occurredDateTime: '2013-08-01T12:35:00-08:00',
      'agent.who.practitioner.name': 'Nurse Nightingale RN',
      'agent.who.organization.name': 'Good Health Hospital',
      'target.reference': /^Condition|^Composition/,
    }),
  ],
  'Prognosis Observation/Prognosis, Coded': [
    is('Observation', {
      code: '75328-5',
      valueCodeableConcept: ['67334001', 'Guarded prognosis'],
      'focus.code': '195967001',
      effectiveDateTime: '2013-03-01',
    }),
  ],
  'Prognosis Observation/Prognosis, Free': [
    is('Observation', {
      code: '75328-5',
      valueString: /life limiting condition/,
      effectiveDateTime: '2013-06-06',
    }),
  ],
  'Deceased Observation (V3)/': [is('Patient', { deceasedDateTime: '2010-03-03' }), none('Condition')],
  'Priority Preference/': [
    is('Observation', {
      code: '225773000',
      valueCodeableConcept: ['394849002', 'High priority'],
      'focus.reference': /./,
    }),
    is('Provenance', { occurredDateTime: '2013-08-01', 'agent.who.identifier': /20cf14fb/ }),
  ],
};
