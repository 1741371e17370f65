import type { Area } from './area.ts';
import { account, type Expectation, type Facts, is, issue, none } from './expectation.ts';
import { betterhalf, extension } from './header-expectations.ts';

const primary = 'Patricia Patty Primary M.D.';

/** Somebody takes part in the document in a role of CDA's. */
const takesPart = (type: string, facts: Facts): Expectation[] => [
  extension('ParticipantExtension', facts),
  is('Provenance', { 'agent.role': type }),
];

const mother = { name: 'Mrs. Martha Jones', relationship: ['MTH', 'mother'] };

const caregiver = [
  extension('ParticipantExtension', mother),
  is('Provenance', { 'agent.role': ['IND', '407543004'], 'agent.who.name': 'Mrs. Martha Jones' }),
];

const callback = (name: string): Expectation[] => [
  extension('ParticipantExtension', {
    'practitioner.name': name,
    'practitioner.identifier': '99999999',
    code: '200000000X',
  }),
  is('Provenance', { 'agent.role': 'CALLBCK', occurredDateTime: '2005-03-29T22:44:11+05:00' }),
];

const order = [
  extension('OrderExtension', { identifier: '1298989898', display: 'Weight reduction consultation' }),
  issue('unwritten'),
];

const primaryCare = [
  extension('PerformerExtension', {
    'practitioner.name': primary,
    'organization.name': 'The DoctorsTogether Physician Group',
  }),
  is('Provenance', { 'agent.type': 'performer', 'agent.role': ['PCP', 'Primary Care Provider'] }),
];

export const guideHeader: Area = {
  'Care Plan (V2)/Care Plan Caregiver': caregiver,
  'Care Plan (V2)/Care Plan Patient authenticator': [
    is('Composition', {
      'attester.mode': 'personal',
      'attester.time': '2013-08-02',
      'attester.party.birthDate': '1951-06-07',
    }),
    none('PractitionerRole', { code: 'ONESELF' }),
    account('embedded', 'quarantined'),
  ],
  'Care Plan (V2)/Care Plan Review': [
    ...takesPart('425268008', { identifier: 'urn:uuid:20cf14fb-b65c-4c8c-a54d-b0cca834c18c' }),
    is('Provenance', { occurredDateTime: '2013-08-01' }),
  ],
  'Care Plan (V2)/Care Plan performer': [
    extension('PerformerExtension', { 'practitioner.name': primary, code: '59058001' }),
    is('Provenance', { 'agent.type': 'performer', occurredDateTime: '2013-07-15T22:36:15-08:00' }),
  ],
  'Care Plan (V2)/Care Plan relatedDocument': [
    is('Composition', {
      'relatesTo.code': 'replaces',
      'relatesTo.targetIdentifier': [
        'urn:uuid:223769be-f6ee-4b04-a0ce-b56ae998c880',
        'urn:uuid:004bb033-b948-4f4c-b5bf-a8dbd7d8dd40',
      ],
    }),
  ],
  'Consultation Note (V3)/Consultation Note (V2) inFul': order,
  'Consultation Note (V3)/Consultation Note Callback': callback('Henry Seven DO'),
  'Continuity of Care Document (CCD) (V3)/CCD (V2) Performer': [
    extension('PerformerExtension', { 'practitioner.name': primary, code: '207QA0505X' }),
    is('Provenance', { 'agent.role': ['PP', 'Primary Care Provider'] }),
  ],
  'Continuity of Care Document (CCD) (V3)/CCD (V2) author': [
    is('Composition', { 'author.practitioner.name': primary, 'author.code': '207QA0505X' }),
    is('Provenance', { 'agent.type': 'author', occurredDateTime: '2012-09-15T10:30:00-08:00' }),
  ],
  'Continuity of Care Document (CCD) (V3)/CCD (V2) serviceEvent': [
    is('Composition', { 'event.period.start': '1975-05-01', 'event.period.end': '2012-09-15' }),
  ],
  'Diagnostic Imaging Report (V3)/': takesPart('REF', { name: 'Amanda Assigned MD' }),
  'Fetus Subject Context/': [
    is('Composition', { 'section.focus.display': 'Fetus: fetus_1', 'section.title': 'Findings' }),
    none('Patient', { name: 'fetus_1' }),
  ],
  'Observer Context/': [
    is('Composition', { 'section.author.name': 'Richard Blitz MD', 'section.author.identifier': '121008' }),
  ],
  'Operative Note (V3)/Operative Note performer': [
    extension('PerformerExtension', { 'practitioner.name': 'Dr. Carl Cutter', specialty: '2086S0120X' }),
    is('Provenance', { 'agent.role': 'PPRF' }),
  ],
  'Operative Note (V3)/Operative Note serviceEvent': [
    is('Composition', {
      'event.code': ['801460020', 'Laparoscopic Appendectomy'],
      'event.period.start': /^2010-03-29/,
    }),
  ],
  'Physician Reading Study Performer (V2)/': [
    extension('PerformerExtension', {
      'practitioner.name': 'Christine Cure MD',
      'practitioner.identifier': '111111111',
      specialty: '2085R0202X',
    }),
  ],
  'Physician of Record Participant (V2)/': [
    is('Encounter', {
      'participant.type': 'ATND',
      'participant.individual.practitioner.name': 'Dr. Fay Family',
      'participant.individual.code': '208D00000X',
    }),
  ],
  'Procedure Note (V3)/Procedure Note performer': [
    extension('PerformerExtension', { 'practitioner.name': 'Dr. Tony Tum', code: 'Gastroenterologist' }),
    is('Provenance', { 'agent.role': 'PPRF' }),
  ],
  'Procedure Note (V3)/Procedure Note serviceEvent': [
    is('Composition', { 'event.code': '118155006', 'event.period.start': /^2010-03-29/ }),
  ],
  'Progress Note (V3)/Progress Note serviceEvent': [
    is('Composition', { 'event.period.start': /^2005-03-29/, 'event.period.end': /^2005-03-29/ }),
  ],
  'Provenance - Assembler Participation (V2)': [
    extension('ParticipantExtension', { name: 'Good Health HIE', identifier: '4' }),
    is('Provenance', { 'agent.role': ['DEV', 'assembler'], occurredDateTime: '2019-12-06T01:11:30-04:00' }),
  ],
  'Provenance - Author Participation/': [
    is('Composition', {
      'author.practitioner.name': 'Nurse Nightingale RN',
      'author.organization.name': 'Good Health Hospital',
      'author.organization.identifier': '1104145838',
    }),
  ],
  'Referral Note (V2)/Referral Note Callback': callback('Henry Seven DO'),
  'Referral Note (V2)/Referral Note Caregiver': caregiver,
  'Referral Note (V2)/Referral Note informationRecipient': [
    extension('InformationRecipientExtension', {
      'practitioner.name': 'Nancy Nightingale RN',
      'organization.name': 'Community Health and Hospitals',
    }),
  ],
  'Related Person Relationship and Name Participant/': [
    extension('ParticipantExtension', { name: 'Boris Bo Betterhalf', relationship: 'MTH' }),
    is('RelatedPerson', { relationship: 'MTH' }),
  ],
  'Transfer Summary (V2)/Transfer Summary Callback': callback('Henry Seven'),
  'Transfer Summary (V2)/Transfer Summary participant': [
    ...caregiver,
    is('Provenance', { 'occurredPeriod.start': '1959-01-01', 'occurredPeriod.end': '2011-10-25' }),
  ],
  'US Realm Address (AD.US.FIELDED)/': [
    is('Patient', { 'address.line': /./, 'address.city': /./, 'address.state': /./ }),
  ],
  'US Realm Header (V3)/Assigned Health Care Provider': [
    extension('InformantExtension', {
      'practitioner.name': 'Harold Hippocrates M.D.',
      'organization.name': 'The DoctorsApart Physician Group',
    }),
    is('Provenance', { 'agent.type': 'informant' }),
  ],
  'US Realm Header (V3)/Digital signature': [
    is('Composition', { 'attester.mode': 'legal', 'attester.time': '2020-01-02' }),
    account('embedded', 'quarantined'),
  ],
  'US Realm Header (V3)/Personal Relation informant': [
    extension('InformantExtension', { name: 'Boris Bo Betterhalf', relationship: ['SPS', 'SPOUSE'] }),
    is('Provenance', { 'agent.type': 'informant', 'agent.who.name': 'Boris Bo Betterhalf' }),
  ],
  'US Realm Header (V3)/Supporting Person': takesPart('IND', { name: 'Boris Bo Betterhalf' }),
  'US Realm Header (V3)/US Realm Header (V3)': [
    is('Composition', {
      identifier: 'sTT988',
      type: '34133-9',
      title: 'Patient Chart Summary',
      date: '2012-09-15T10:30:00-08:00',
      confidentiality: 'N',
      language: 'en-US',
      'extension.valueString': '1',
    }),
    is('DocumentReference', { masterIdentifier: 'TT988' }),
  ],
  'US Realm Header (V3)/authenticator': [
    is('Composition', {
      'attester.mode': 'professional',
      'attester.time': '2012-09-15T10:30:00-08:00',
      'attester.party.practitioner.name': primary,
    }),
  ],
  'US Realm Header (V3)/author Ex': [
    is('Composition', {
      'author.practitioner.name': primary,
      'author.code': ['163W00000X', 'Registered nurse'],
    }),
    is('Provenance', { 'agent.type': 'author', occurredDateTime: '2012-09-15T10:30:00-08:00' }),
  ],
  'US Realm Header (V3)/authorization': [
    extension('AuthorizationExtension', {
      identifier: 'urn:uuid:629deb70-5306-11df-9879-0800200c9a66',
      display: 'Procedure consent',
    }),
    none('Consent'),
  ],
  'US Realm Header (V3)/custodian': [
    is('Composition', { 'custodian.name': 'Good Health HIE', 'custodian.identifier': '321CX' }),
    is('DocumentReference', { 'custodian.name': 'Good Health HIE' }),
  ],
  'US Realm Header (V3)/dateEnterer': [
    extension('DataEntererExtension', { name: 'Ellen Enter', identifier: '333777777' }),
    is('Provenance', { 'agent.type': 'enterer', 'agent.who.name': 'Ellen Enter' }),
  ],
  'US Realm Header (V3)/documentationOf': [
    ...primaryCare,
    is('Composition', { 'event.period.start': '1975-05-01', 'event.period.end': '2012-09-15' }),
  ],
  'US Realm Header (V3)/inFulfillmentOf': order,
  'US Realm Header (V3)/informationRecipient': [
    extension('InformationRecipientExtension', {
      'practitioner.name': 'Sara Specialize M.D.',
      'organization.name': 'The DoctorsApart Physician Group',
    }),
  ],
  'US Realm Header (V3)/legalAuthenticator': [
    is('Composition', {
      'attester.mode': 'legal',
      'attester.time': '2012-09-15T22:36:15-08:00',
      'attester.party.practitioner.name': primary,
    }),
  ],
  'US Realm Header (V3)/performer': primaryCare,
  'US Realm Header (V3)/recordTarget': betterhalf,
  'Unstructured Document (V3)/nonXMLBody Example with Compressed': [
    issue('embedded-unreadable'),
    account('embedded', 'quarantined'),
    none('DocumentReference', { 'content.attachment.contentType': 'text/rtf' }),
  ],
  'Unstructured Document (V3)/nonXMLBody Example with Embedded': [
    issue('embedded-unreadable'),
    account('embedded', 'quarantined'),
  ],
  'Unstructured Document (V3)/nonXMLBody Example with Referenced': [
    issue('embedded-not-beside'),
    account('embedded', 'left-out'),
  ],
};
