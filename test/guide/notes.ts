import { clinicalDocument, section } from '../clinical-document.ts';
import { byHand, type Example, id, reference } from './listed.ts';

const encounter = `<id root="2.16.840.1.113883.19.77.4" extension="V-1"/><effectiveTime value="20160908"/>`;

const target = {
  identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:4dc41c26-43a4-48d9-b17e-067890006b29' },
};

export const notes: readonly Example[] = [
  {
    source: 'pairs/CF-notes-0.xml',
    expected: 'pairs/CF-notes-1.json',
    document: (example) =>
      clinicalDocument({
        sections: [section('notes', [example.replace(/(<encounter>)\s*\.\.\.\s*/, `$1${encounter}`)])],
      }),
    resource: (conversion) =>
      conversion.of('DocumentReference').find(({ content }) => content[0].attachment.data !== undefined),
    listed: {
      id: id('642ed1f93eec840007aaec72'),
      language: { expected: 'en-US', reason: byHand },
      docStatus: { actual: 'final', reason: 'how far the text has come is what the statusCode says' },
      'type.coding[0].display': { actual: 'Note', reason: 'the example leaves out what the source says' },
      'type.coding[1].display': {
        expected: 'Consultation Note',
        actual: 'Consultation note',
        reason: 'the display as the source spells it',
      },
      'category[0].text': { expected: 'Clinical Note', reason: 'the display says it already' },
      'category[0].coding[0].code': {
        expected: 'clinical-Note',
        actual: 'clinical-note',
        reason: 'the code system has clinical-note; codes are case-sensitive',
      },
      'subject.reference': reference('urn:uuid:a4986486-6599-4bb2-a7fb-e2deb8d50b5e', 'Patient'),
      'author[0].reference': reference('Practitioner/DrSpecialist', 'Practitioner'),
      'context.encounter[0].reference': reference('Encounter/123', 'Encounter'),
      relatesTo: {
        expected: { target },
        actual: [
          {
            code: 'appends',
            _code: {
              extension: [
                { url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: 'refers to' },
              ],
            },
            target,
          },
        ],
        reason:
          'a list in R4, and its code is required: the weakest word stands with what is meant beside it',
      },
    },
  },
];
