import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

export const header: Area = {
  'Care Team In Transition of Care Documents': [
    is('Composition', { 'event.period.start': /./, 'extension.url': /PerformerExtension$/ }),
    is('Provenance', { 'agent.type': 'performer', 'agent.role': 'PCP' }),
  ],
  'Direct Address': [
    is('Patient', {
      name: 'Lisa Nelson',
      'identifier.value': ['lisarnelson@direct.myphd.us', '12345-0828'],
      'identifier.type': ['MR', 'DirectTrust Consumer Identity'],
      'telecom.value': ['lisarnelson@direct.myphd.us', '+1-4016412345'],
      'managingOrganization.name': /./,
    }),
  ],
  'Masked Social Security Number': [
    is('Patient', {
      'identifier.value': '414122222',
      'identifier._value.extension.valueCode': 'masked',
      'identifier._value.extension.valueString': '***-**-2222',
      name: 'Richard Maur jr',
    }),
    // What is left of a masked number is no number.
    none('Patient', { 'identifier.value': '***-**-2222' }),
  ],
  'Multiple Patient Identifiers': [
    is('Patient', {
      identifier: ['12345', '6789', '2345', '06726-161'],
      'identifier.system': [
        'urn:oid:2.16.840.1.113883.1.111.12345',
        'urn:oid:1.3.6.1.4.1.1234.13.20.9999.1.3.7.4',
      ],
      'identifier.assigner.display': /River Valley/,
      name: 'Linda Nelson',
    }),
  ],
  'Patient Aliases': [
    is('Patient', { name: ['Deirdre Jones', 'Dee Jones'], 'name.use': ['usual', 'nickname'] }),
  ],
  'Patient Birth Name': [
    is('Patient', {
      name: ['Alice Jones Newman', 'Alicia Jones Newman'],
      'name.period.start': '2001-05-05',
      'name.period.end': '2021-05-10',
    }),
  ],
  'Patient Deceased': [
    is('Patient', { deceasedDateTime: '2018-03-15', deceasedBoolean: absent, birthDate: '1952-10-22' }),
  ],
  'Patient Demographic Information': [
    is('Patient', {
      name: 'Adam Everyman',
      gender: 'male',
      birthDate: '1962-10-22',
      maritalStatus: 'M',
      'communication.language': ['en', 'it'],
      'communication.preferred': [/true/, /false/],
      'telecom.value': ['+1(565)867-5309', 'adam@diameterhealth.com'],
      'extension.extension.valueCoding.code': ['2106-3', '2186-5'],
      'extension.valueCodeableConcept': '1013',
    }),
  ],
  'Patient Previous Name': [
    is('Patient', {
      name: ['Jimmy Jones Newman', 'Sam Jones Newman'],
      'name.period.end': '2010-05-10',
      'name.period.start': '2000-05-05',
    }),
  ],
  'Patient With Prior Addresses': [
    is('Patient', {
      'address.line': ['152 Creek Lane', '191 S OAK AVE', '1141 W MAIN AVE'],
      'address.period.start': ['2011-08-22', '2011-01-31', '2007-05-13'],
      'address.period.end': ['2011-08-21', '2011-01-30'],
    }),
  ],
  'Person Name Formatting': [
    is('Patient', { name: ['Robin Taylor', 'Dr. Robin Taylor', 'Robin Taylor MD'], 'name.family': 'Taylor' }),
    none('Patient', { 'name.family': 'Robin' }),
  ],
};
