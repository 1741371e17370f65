import { clinicalDocument } from '../clinical-document.ts';
import { addedDisplay, byHand, displayAsText, type Example, id, reference } from './listed.ts';

const patient: Pick<Example, 'document' | 'resource'> = {
  document: (example) => clinicalDocument({ recordTarget: example }),
  resource: (conversion) => conversion.only('Patient'),
};

const swapped =
  'the guide’s example has system and value the wrong way round: see its own table of identifiers';

export const patients: readonly Example[] = [
  {
    source: 'pairs/CF-patient-0.xml',
    expected: 'pairs/CF-patient-1.json',
    ...patient,
    listed: {
      id: id('6581e92eb6ff5dadc088eae5'),
      'identifier[0].system': {
        expected: 'urn:uuid:068f3166-5721-4d69-94ed-8278ff035b8a',
        actual: 'urn:ietf:rfc:3986',
        reason: swapped,
      },
      'identifier[0].value': {
        expected: 'urn:ietf:rfc:3986',
        actual: 'urn:uuid:068f3166-5721-4d69-94ed-8278ff035b8a',
        reason: swapped,
      },
      language: { expected: 'en-US', reason: byHand },
      'extension[patient-religion].valueCodeableConcept.text': displayAsText(
        'Christian (non-Catholic, non-specific)',
      ),
      'extension[us-core-ethnicity].extension[detailed]': {
        expected: {
          url: 'detailed',
          valueCoding: {
            system: 'urn:oid:2.16.840.1.113883.6.238',
            code: '20146-9',
            display: 'Spanish Basque',
          },
        },
        reason:
          'no code of CDCREC (a digit too many), which US Core binds as required; its words stand in the text, with an issue',
      },
      'name[0].text': { expected: 'Myra Jones', reason: byHand },
      'address[0].text': { expected: '1357 Amber Drive Beaverton OR 97006', reason: byHand },
      'maritalStatus.text': displayAsText('Married'),
      'contact[0].relationship[0].coding[0].display': {
        expected: 'Guardian',
        actual: 'guardian',
        reason: 'the code system’s own display of GUARD is in lower case',
      },
      'contact[0].relationship[0].text': displayAsText('guardian'),
      'contact[0].relationship[1].text': displayAsText('father'),
      'communication[0].language.coding[0].display': addedDisplay('English'),
      'managingOrganization.reference': reference('Organization/PCPartnersTest', 'Organization'),
    },
  },
  {
    source: 'fragments/CF-patient.xml',
    expected: 'fragments/CF-patient.json',
    ...patient,
    listed: {
      id: id('CF-patient'),
      'managingOrganization.reference': reference('Organization/organization-1', 'Organization'),
    },
  },
];
