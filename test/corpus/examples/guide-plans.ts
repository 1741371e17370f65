import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

/** What is only planned has not happened. */
const planned = { intent: 'plan', status: 'active' };

const saturation = [
  is('Goal', {
    lifecycleStatus: 'active',
    description: '59408-5',
    'target.measure': '59408-5',
    'target.detailQuantity.value': 92,
    'target.detailQuantity.comparator': '>=',
    startDate: '2013-09-02',
  }),
];

const colonoscopy = [
  is('ServiceRequest', {
    code: '73761001',
    intent: 'order',
    status: 'active',
    occurrenceDateTime: '2013-06-13',
    identifier: /9a6d1bac/,
  }),
  none('Procedure'),
];

const stent = [
  is('Procedure', {
    code: ['103716009', 'Words of Proc1'],
    status: 'completed',
    performedDateTime: '2013-05-12',
    bodySite: '28273000',
  }),
];

const procedureNote = {
  type: ['34109-9', '28570-0'],
  'author.name': 'Dr. Physician',
  'context.encounter.identifier': 'urn:oid:1.2.3.4',
  'context.period.start': '2014-02-03',
  date: '2014-02-04T08:32:15-05:00',
};

const officeVisit = {
  class: 'AMB',
  type: '99213',
  'period.start': '2009-02-27T13:00:00+05:00',
  identifier: '9937012',
  'location.location.identifier': 'urn:oid:2.16.540.1.113883.19.2',
};

const member = {
  'participant.role': 'PCP',
  'participant.member.name': 'John D Smith MD',
  'participant.period.start': '2018-10-08T14:26:00-05:00',
};

const team = [
  is('CareTeam', {
    status: 'active',
    name: 'Words of CareTeamName1',
    ...member,
    identifier: 'urn:oid:1.1.1.1.1.1',
  }),
];

export const guidePlans: Area = {
  'Advance Directive Observation (V3)/': [
    is('Observation', {
      code: ['304251008', '75320-2'],
      valueCodeableConcept: ['304253006', 'Do not resuscitate'],
      effectiveDateTime: '2011-02-13',
      'derivedFrom.content.attachment.contentType': 'application/pdf',
      'derivedFrom.identifier': /b50b7910/,
    }),
    is('Provenance', { 'agent.type': 'verifier', 'agent.who.practitioner.name': 'Nurse Florence RN' }),
    is('Provenance', { 'agent.type': 'custodian', 'agent.who.name': 'Mrs. Martha Jones' }),
    none('Consent'),
  ],
  'Authorization Activity/': [
    is('ServiceRequest', { code: '73761001', intent: 'plan', identifier: /f4dce790/, status: 'unknown' }),
    none('Procedure'),
  ],
  'Care Team Member Act (V2)/': [is('CareTeam', member)],
  'Care Team Member Act/': [is('CareTeam', member)],
  'Care Team Member Schedule Observation (V2)/': [
    is('CareTeam', { 'participant.period.start': '2021-04-01', 'participant.period.end': '2021-04-12' }),
    none('Observation'),
  ],
  'Care Team Organizer (V2)/': [
    ...team,
    is('CareTeam', { 'participant.role': 'PPRF', 'participant.member.identifier': /./ }),
  ],
  'Care Team Organizer/': team,
  'Care Team Type Observation/': [
    is('CareTeam', { category: ['LA28865-6'], status: 'active' }),
    none('Observation'),
  ],
  'Encounter Activity (V3)/': [
    is('Encounter', {
      class: 'AMB',
      type: ['99213', 'Words of Encounter1'],
      'period.start': '2012-09-27T13:00:00+05:00',
      identifier: /2a620155/,
    }),
  ],
  'Goal Observation (V2)/Goal': saturation,
  'Goal Observation/': saturation,
  'Goal Observation (V2)/Social Determinant of Health Goal': [
    is('Goal', {
      lifecycleStatus: 'active',
      'description.coding.code': '1078229009',
      startDate: '2022-08-14',
      identifier: '3241',
      'target.dueDate': absent,
    }),
  ],
  'Goal Observation (V2)/Social Determinant of Health Text': [
    is('Goal', {
      description: 'Patient wants to move into Cherry Street subsidized housing',
      lifecycleStatus: 'active',
      startDate: absent,
    }),
  ],
  'Handoff Communication Participants/': [
    is('Communication', {
      status: 'completed',
      category: 'notification',
      topic: '432138007',
      sent: '2013-07-12',
      'sender.identifier': /d839038b/,
      'recipient.code': '163W00000X',
    }),
  ],
  'Instruction (V2)/': [
    is('CommunicationRequest', {
      status: 'completed',
      category: ['instruction', '171044003'],
      'payload.contentString': /flu-like symptoms for three days/,
    }),
    none('Immunization'),
  ],
  'Intervention Act (V2)/': [
    is('ServiceRequest', { ...planned, code: '423171007', identifier: /7658963e/ }),
    is('ServiceRequest', { ...planned, code: '371907003', identifier: /6a560f3d/ }),
    none('Procedure'),
  ],
  'Note Activity/Note Activity as Standalone': [
    is('DocumentReference', { ...procedureNote, status: 'current', docStatus: 'final' }),
    none('Procedure'),
  ],
  'Note Activity/Note Activity as entryRelationship': [
    is('DocumentReference', procedureNote),
    is('Procedure', {
      code: '6025007',
      'performedPeriod.start': '2014-02-03T09:22:05-07:00',
      'performedPeriod.end': '2014-02-03T11:15:14-07:00',
    }),
    is('DocumentReference', { 'context.related.code': '6025007' }),
  ],
  'Notes Section/': [
    is('DocumentReference', {
      type: ['34109-9', '11488-4'],
      'context.period.start': '2016-09-08',
      docStatus: 'final',
    }),
    is('Composition', { 'section.title': 'Consultation Notes', 'section.text.div': /due to symptoms of/ }),
  ],
  'Nutrition Recommendation/': [
    is('ServiceRequest', { ...planned, code: '61310001', occurrenceDateTime: '2013-05-12' }),
  ],
  'Patient Referral Act/': [
    is('ServiceRequest', {
      ...planned,
      category: '3457005',
      code: '44383000',
      occurrenceDateTime: '2013-03-11',
      priority: 'asap',
      orderDetail: ['268528005', 'Full care by specialist'],
      'requester.name': 'Assigned Amanda',
    }),
    none('Observation'),
  ],
  'Planned Act (V2)/': [
    is('ServiceRequest', {
      ...planned,
      code: '423171007',
      occurrenceDateTime: '2013-09-02',
      identifier: /7658963e/,
    }),
    none('Procedure'),
  ],
  'Planned Coverage/': [
    is('Coverage', { type: ['111', 'Medicare HMO'], identifier: /4c9a3be1/, status: 'draft' }),
    none('Coverage', { status: 'active' }),
  ],
  'Planned Encounter (V2)/': [
    is('ServiceRequest', { ...planned, code: '185349003', occurrenceDateTime: '2013-06-15' }),
    none('Encounter'),
  ],
  'Planned Observation (V2)/': [
    is('ServiceRequest', {
      ...planned,
      code: '59408-5',
      occurrenceDateTime: '2013-09-03',
      identifier: /b52bee94/,
    }),
    none('Observation'),
  ],
  'Planned Procedure (V2)/': colonoscopy,
  'Planned Procedure (V3)/Planned Procedure': colonoscopy,
  'Planned Procedure (V3)/Social Determinant': [
    is('ServiceRequest', {
      code: ['464171000124102', 'Words of Procedure1name'],
      status: 'completed',
      intent: 'order',
      occurrenceDateTime: '2016-04-13',
      identifier: '2448483',
    }),
  ],
  'Policy Activity (V3)/': [
    is('Coverage', {
      type: ['12', '2'],
      'payor.name': 'Good Health Insurance',
      relationship: 'self',
      subscriberId: '1138345',
      'beneficiary.name': 'Orla Thistlewood',
    }),
  ],
  'Procedure Activity Act (V2)/': [
    is('Procedure', {
      code: ['274025005', 'Words of Proc1'],
      status: 'completed',
      performedDateTime: '2011-02-03',
      identifier: '1234567',
      'performer.actor.organization.name': 'Community Health and Hospitals',
    }),
  ],
  'Procedure Activity Observation (V2)/': [
    is('Procedure', {
      code: '274025005',
      status: 'stopped',
      performedDateTime: '2011-02-03',
      bodySite: '416949008',
      identifier: '123456789',
    }),
    none('Procedure', { status: 'completed' }),
  ],
  'Procedure Activity Procedure (V2)/': stent,
  'Procedure Activity Procedure (V3)/Procedure Activity Procedure Example': stent,
  'Procedure Activity Procedure (V3)/Procedure Activity Procedure Social': [
    is('Procedure', {
      code: ['61310001', '97802', 'S9470', 'Words of ProcedureDesc3'],
      status: 'completed',
      performedDateTime: '2016-04-13',
      identifier: '2448483',
    }),
  ],
  'Progress Toward Goal Observation/': [
    is('Goal', { description: '43664005', achievementStatus: ['390802008', 'achieved'] }),
  ],
  'Reason (V4)/': [
    is('Procedure', {
      status: 'not-done',
      statusReason: ['57054005', 'Acute myocardial infarction'],
      reasonCode: absent,
    }),
    none('Condition', { code: '57054005' }),
  ],
  'Service Delivery Location/': [
    is('Encounter', {
      'location.location.name': 'Community Health and Hospitals',
      'location.location.type': '1160-1',
      type: '99213',
    }),
  ],
  'Discharge Summary (V3)/': [
    is('Encounter', { ...officeVisit, 'hospitalization.dischargeDisposition': ['01', 'Routine Discharge'] }),
  ],
  'History and Physical (V3)/': [is('Encounter', officeVisit)],
  'Progress Note (V3)/Progress Note encompassingEncounter': [is('Encounter', officeVisit)],
};
