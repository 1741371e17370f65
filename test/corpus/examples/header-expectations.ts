import { type Expectation, type Facts, is } from './expectation.ts';

/** The composition has an extension of C-CDA on FHIR that leads to somebody or something. */
export const extension = (name: string, facts: Facts): Expectation =>
  is('Composition', {
    'extension.url': new RegExp(`/${name}$`),
    ...Object.fromEntries(
      Object.entries(facts).map(([path, fact]) => [`extension.valueReference.${path}`, fact]),
    ),
  });

/** The patient of the guide's own header. */
export const betterhalf = [
  is('Patient', {
    name: ['Eve Betterhalf', 'Eve Everywoman'],
    identifier: '444-22-2222',
    gender: 'female',
    birthDate: '1975-05-01',
    maritalStatus: 'M',
    'extension.valueCodeableConcept': '1013',
    'extension.extension.valueCoding.code': ['2106-3', '2076-8', '2186-5'],
    'extension.valueAddress.city': /./,
    'communication.language': 'en',
    'communication.preferred': true,
    'contact.relationship': 'POWATT',
    'contact.name': 'Boris Bo Betterhalf',
    'managingOrganization.name': 'The DoctorsTogether Physician Group',
  }),
];
