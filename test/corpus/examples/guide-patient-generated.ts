import type { Area } from './area.ts';
import { is, none } from './expectation.ts';
import { betterhalf, extension } from './header-expectations.ts';

/** The patient speaks of themselves: no practitioner stands for them. */
const patient = { birthDate: '1951-06-07' };
const noPractitioner = none('Practitioner', { 'name.family': 'Everyman' });

/** By the last words of the fragment's name. */
const parts: Area = {
  authenticator: [
    is('Composition', {
      'attester.time': '2012-11-26T14:50:00-05:00',
      'attester.party.name': 'Adam Everyman',
    }),
  ],
  'author Ex': [
    is('Composition', { 'author.birthDate': patient.birthDate }),
    is('Provenance', {
      occurredDateTime: '2012-11-26T14:50:00-05:00',
      'agent.who.birthDate': patient.birthDate,
    }),
    noPractitioner,
  ],
  'author device': [
    is('Composition', { 'author.identifier': '777.11' }),
    is('Provenance', { 'agent.type': 'author', occurredDateTime: '2012-11-26T14:50:00-05:00' }),
  ],
  custodian: [
    is('Composition', { 'custodian.name': 'MyPersonalHealthRecord.Com', 'custodian.identifier': '999.3' }),
  ],
  dataEnterer: [extension('DataEntererExtension', { birthDate: patient.birthDate }), noPractitioner],
  inFul: [extension('OrderExtension', { identifier: 'Ord12345', 'identifier.system': /1234567890\.4$/ })],
  'informant Example': [
    extension('InformantExtension', { birthDate: patient.birthDate }),
    is('Provenance', { 'agent.type': 'informant', 'agent.who.birthDate': patient.birthDate }),
    noPractitioner,
  ],
  'informant RelEnt': [
    extension('InformantExtension', {
      name: 'Alice Everyman',
      relationship: ['SIS', 'Sister'],
      identifier: '999.17',
    }),
  ],
  informationRecipient: [
    extension('InformationRecipientExtension', {
      'practitioner.name': ['Adam Everyman', 'Dr. Patricia Primary'],
      'practitioner.identifier': '1122334455',
      'organization.name': ['MyPersonalHealthRecord.Com', 'Good Health Internal Medicine'],
    }),
  ],
  legalAuthenticator: [
    is('Composition', {
      'attester.mode': 'legal',
      'attester.time': '2012-11-26T14:50:00-05:00',
      'attester.party.name': 'Adam Everyman',
    }),
  ],
  participant: [
    extension('ParticipantExtension', { name: 'Mrs. Martha Mum', relationship: 'MTH' }),
    is('Provenance', { 'occurredPeriod.start': '1955-11-25', 'occurredPeriod.end': '2012-11-26' }),
  ],
  recordTarget: betterhalf,
};

const of = 'US Realm Header for Patient Generated Document (V2)/Patient Generated Document';

export const guidePatientGenerated: Area = Object.fromEntries(
  Object.entries(parts).map(([name, expected]) => [`${of} ${name}`, expected]),
);
