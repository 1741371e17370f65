import { clinicalDocument, section } from '../clinical-document.ts';
import { displayAsText, type Example, id, type Listed, reference } from './listed.ts';

const encounter: Pick<Example, 'resource'> = {
  resource: (conversion) => conversion.only('Encounter'),
};

const problem = `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4"/>
<id root="2.16.840.1.113883.19.77.6" extension="D-1"/><code code="282291009" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>
<value xsi:type="CD" code="233604007" codeSystem="2.16.840.1.113883.6.96"/></observation>`;
const person = `<id root="2.16.840.1.113883.19.77.2" extension="P-1"/><assignedPerson><name><family>Loomweaver</family></name></assignedPerson>`;
const facility = `<healthCareFacility><id root="2.16.840.1.113883.19.77.3" extension="L-1"/><location><name>Ward</name></location></healthCareFacility>`;

/** The places that the guide's examples leave open. */
const filled = (example: string): string =>
  example
    .replace(/(<assignedEntity>)\s*\.\.\.\s*/, `$1${person}`)
    .replace(/(<entryRelationship typeCode="SUBJ">)\s*\.\.\.\s*/, `$1${problem}`)
    .replace(
      /<participant>\s*\.\.\.\s*<\/participant>/,
      `<encounterParticipant typeCode="ATND"><assignedEntity>${person}</assignedEntity></encounterParticipant>`,
    )
    .replace(/(<location>)\s*\.\.\.\s*/, `$1${facility}`);

const cpt = 'the code system’s version that the source states is kept';

const listed: Readonly<Record<string, Listed>> = {
  id: id('62f17e2aa2392d0008fbb224'),
  'subject.reference': reference('Patient/62f17e29b7532c0009e217b7', 'Patient'),
  'participant[0].individual.reference': reference('Practitioner/62f17e2ae0231200076884d4', 'Practitioner'),
  'type[0].coding[0].version': { actual: '4', reason: cpt },
};

export const encounters: readonly Example[] = [
  {
    source: 'pairs/CF-encounters-0.xml',
    expected: 'pairs/CF-encounters-1.json',
    ...encounter,
    document: (example) => clinicalDocument({ sections: [section('encounters', [filled(example)])] }),
    listed: {
      ...listed,
      'type[0].text': {
        expected: 'Office outpatient visit',
        actual: 'Office outpatient visit 15 minutes',
        reason: 'the words stand in a narrative that the example leaves out; the display takes their place',
      },
      'diagnosis[0].condition.reference': reference('Condition/62f17e2aa2392d0008fbb232', 'Condition'),
    },
  },
  {
    source: 'pairs/CF-encounters-2.xml',
    expected: 'pairs/CF-encounters-3.json',
    ...encounter,
    document: (example) => clinicalDocument({ header: `<componentOf>${filled(example)}</componentOf>` }),
    listed: {
      ...listed,
      'type[0].text': displayAsText('Office outpatient visit 15 minutes'),
      'participant[0].type': {
        actual: [
          {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'ATND' }],
          },
        ],
        reason: 'the example leaves its participant open; ours is the attender',
      },
      'location[0].location.reference': reference('Location/sdLoc', 'Location'),
    },
  },
];
