import { displayAsText, id, reference } from '../guide/listed.ts';
import type { ReconciledName } from './myra-jones.ts';
import {
  addedNarrative,
  alternate,
  bundledPatient,
  codeSystemDisplay,
  type Differences,
  given,
  kindOfProblem,
  narrative,
  patient,
  profile,
  shifted,
  snomed,
  swappedCategories,
  ucum,
  unknownHere,
  usCore,
} from './myra-jones-reasons.ts';

/** What remains of each, field by field. Ids of ours, narratives and attachments stand as `{…}`. */
export const listed: Readonly<Record<ReconciledName, Differences>> = {
  patient: {
    id: id('62f17e29b7532c0009e217b7'),
    'name[0].use': {
      expected: 'official',
      actual: 'usual',
      reason: 'the guide’s concept map of name uses, which is younger, maps L to usual',
    },
    'managingOrganization.reference': reference(
      'Organization/475b1be5ce24a154ee7c8f8200bc5a41',
      'Organization',
    ),
  },
  organization: {
    id: id('475b1be5ce24a154ee7c8f8200bc5a41'),
    'telecom[0].value': {
      expected: '+16768576769',
      actual: '+1-(676)857-6769',
      reason: 'a number is kept as the source writes it, as in the guide’s examples',
    },
  },
  problem: {
    id: id('62f17e2aa2392d0008fbb22e'),
    ...swappedCategories,
    'category[0].coding[0].display': codeSystemDisplay('Problem List Item'),
    'subject.reference': patient,
    text: addedNarrative,
  },
  encounterDiagnosis: {
    id: id('62f17e2aa2392d0008fbb232'),
    'category[0].coding[0].display': codeSystemDisplay('Encounter Diagnosis'),
    ...kindOfProblem(
      'category[1]',
      [
        { system: 'http://snomed.info/sct', code: '282291009', display: 'Diagnosis' },
        { system: 'http://loinc.org', code: '29308-4', display: 'Diagnosis' },
      ],
      'Diagnosis',
    ),
    'code.coding[0].system': snomed,
    'code.coding[0].display': {
      expected: 'Costal chondritis',
      actual: 'Costal Chondritis',
      reason: 'the source’s own spelling',
    },
    'subject.reference': patient,
    clinicalStatus: {
      actual: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      reason: 'the source states it by a Problem Status observation, which the reconciled one leaves out',
    },
    encounter: {
      actual: { reference: 'Encounter/{id}' },
      reason: 'the diagnosis stands in the encounter; the reconciled one links them one way only',
    },
  },
  allergy: {
    id: id('62f17e2aa2392d0008fbb220'),
    'patient.reference': patient,
    'reaction[0]._severity': alternate({ system: 'http://snomed.info/sct', code: '24484000' }),
    _category: {
      ...alternate({ system: 'http://snomed.info/sct', code: '419511003' }, 'Aspirin TABS'),
      actual: [alternate({ system: 'http://snomed.info/sct', code: '419511003' }, 'Aspirin TABS').actual],
    },
  },
  medication: {
    id: id('62f17e2aa2392d0008fbb22c'),
    intent: {
      expected: 'order',
      actual: 'plan',
      reason: 'the guide’s concept map of moods, which is younger, maps EVN to plan',
    },
    'medicationCodeableConcept.text': displayAsText('Albuterol 0.09 MG/ACTUAT inhalant powder'),
    'subject.reference': patient,
    'dosageInstruction[0].sequence': {
      expected: 1,
      reason: 'there is one dosage: the number says nothing, and the source has none',
    },
    'dosageInstruction[0].asNeededBoolean': {
      expected: false,
      reason: 'the source has no precondition, which does not say that the drug is not taken as needed',
    },
    'dosageInstruction[0].timing': {
      actual: {
        repeat: {
          boundsPeriod: {
            start: '2012-08-06',
            _end: {
              extension: [
                {
                  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
                  valueCode: 'unknown',
                },
              ],
            },
          },
        },
      },
      reason: 'the guide maps effectiveTime low and high to boundsPeriod; the reconciled one drops both',
    },
    requester: {
      expected: {
        extension: [{ url: 'http://hl7.org/fhir/extension-data-absent-reason', valueCode: 'unknown' }],
      },
      reason: 'no extension of that URL exists, and US Core wants a requester of orders only: this is a plan',
    },
    performer: {
      actual: { reference: 'Organization/{id}' },
      reason: 'the source’s performer, which the reconciled one leaves out',
    },
  },
  immunization: {
    id: id('62f17e2aa2392d0008fbb228'),
    'patient.reference': patient,
    'performer[0].actor.reference': reference(
      'PractitionerRole/b96de6fdf4e4369d29b76cb6510b37c9',
      'PractitionerRole',
    ),
    'performer[0].function': {
      actual: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v2-0443',
            code: 'AP',
            display: 'Administering Provider',
          },
        ],
      },
      reason: 'the guide fixes the function of an immunization’s performer',
    },
    text: addedNarrative,
  },
  procedure: {
    id: id(),
    'code.coding[0].display': given('H/O chest x-ray'),
    'subject.reference': patient,
  },
  encounter: {
    id: id('62f17e2aa2392d0008fbb224'),
    ...profile(`${usCore}us-core-encounter`),
    'text.status': narrative,
    'type[0].coding[0].version': {
      actual: '4',
      reason: 'the source’s codeSystemVersion, which the reconciled one leaves out',
    },
    'subject.reference': patient,
    'participant[0].individual.reference': {
      expected: 'Practitioner/62f17e2ae0231200076884d4',
      actual: 'PractitionerRole/{id}',
      reason: 'the source gives a specialty, which only a role can hold (CF-participations)',
    },
    'diagnosis[0].condition.reference': reference('Condition/62f17e2aa2392d0008fbb232', 'Condition'),
  },
  report: {
    id: id('62f17e2aa2392d0008fbb236'),
    ...profile(`${usCore}us-core-diagnosticreport-lab`),
    text: {
      expected: { status: 'generated', div: '{narrative}' },
      reason: 'the organizer has no text; its words stand in code.text and in the Composition',
    },
    'category[0].text': codeSystemDisplay('Laboratory'),
    'subject.reference': patient,
    issued: {
      expected: {
        extension: [{ url: 'http://hl7.org/fhir/extension-data-absent-reason', valueCode: 'unknown' }],
      },
      reason: unknownHere,
    },
    _issued: {
      actual: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
            valueCode: 'unknown',
          },
        ],
      },
      reason: 'the same in the form that FHIR gives it',
    },
    'performer[0].reference': {
      expected: 'Practitioner/62f17e2ae0231200076884d0',
      actual: 'PractitionerRole/{id}',
      reason: 'the performer is a laboratory: its organisation hangs on the role, and no person is named',
    },
    'result[0].reference': reference('Observation/62f17e2aa2392d0008fbb238', 'Observation'),
  },
  result: {
    id: id('62f17e2aa2392d0008fbb238'),
    ...profile(`${usCore}us-core-observation-lab`),
    'text.status': narrative,
    'subject.reference': patient,
    ...ucum('valueQuantity', '1'),
    ...ucum('referenceRange[0].low', '1'),
    ...ucum('referenceRange[0].high', '1'),
    'referenceRange[0].high._value': {
      expected: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/quantity-precision', valueInteger: 3 }],
      },
      reason: 'it stands where no element is; ours writes the number with all its digits: 1.030',
    },
    'referenceRange[0].text': {
      actual: '1.005 - 1.030',
      reason: 'the range in the source’s words, which the reconciled one leaves out',
    },
  },
  vitalSigns: {
    id: id(),
    'category[0].text': {
      expected: 'vital-signs',
      reason: 'the code again; ours has the display of the code system',
    },
    'code.coding[0].display': {
      actual: 'Vital signs, weight, height, head circumference, oxygen saturation and BMI panel',
      reason: 'the display that LOINC gives the code; the reconciled one has none',
    },
    'code.coding[1]': {
      actual: { system: 'http://snomed.info/sct', code: '46680005', display: 'Vital Signs' },
      reason: 'the source’s own code is kept beside the one that US Core wants',
    },
    'code.coding[2]': {
      actual: {
        system: 'http://loinc.org',
        code: '74728-7',
        display: 'Vital signs, weight, height, head circumference, oximetry, BMI, and BSA panel',
      },
      reason: 'the source’s own code is kept beside the one that US Core wants',
    },
    'subject.reference': bundledPatient,
    'hasMember[0].reference': reference('urn:uuid:2706b021-8e7a-4773-ada9-49c0d8e4ba14', 'Observation'),
  },
  vitalSign: {
    id: id('62f17e2aa2392d0008fbb23c'),
    ...profile('http://hl7.org/fhir/StructureDefinition/vitalsigns'),
    'text.status': narrative,
    'code.text': displayAsText('HEART RATE'),
    'subject.reference': patient,
    ...ucum('valueQuantity', '/min'),
  },
  smoking: {
    id: id('62f17e2aa2392d0008fbb23a'),
    ...profile('http://hl7.org/fhir/R4/observation'),
    'text.status': narrative,
    'code.text': displayAsText('Tobacco smoking status NHIS'),
    'subject.reference': patient,
    effectiveDateTime: {
      expected: '2014-06-06T15:32:00.000Z',
      actual: '2014-06-06T10:32:00-05:00',
      reason: shifted,
    },
    issued: {
      expected: '2014-06-06T15:32:00.000Z',
      reason: 'the author’s time, which the guide gives Provenance: nothing says when it was made available',
    },
    performer: {
      expected: [{ reference: 'Practitioner/62f17e2ae0231200076884d5' }],
      reason: 'the author, whom the guide gives Provenance for results and what follows them; ours has one',
    },
    'valueCodeableConcept.coding[0].system': snomed,
    'valueCodeableConcept.text': displayAsText('Current every day smoker'),
  },
  note: {
    id: id('642ed1f93eec840007aaec72'),
    ...profile(`${usCore}us-core-documentreference`),
    'type.coding[0].display': given('Note'),
    'category[0].text': {
      expected: 'Clinical Note',
      reason: 'the display again',
    },
    'subject.reference': bundledPatient,
    'author[0].reference': reference('urn:uuid:c260428d-70a9-465a-914d-0fb962bc6915', 'Practitioner'),
    'context.encounter[0].reference': reference('urn:uuid:e465963c-13fb-4b87-857a-4d2433728762', 'Encounter'),
    docStatus: { actual: 'final', reason: 'the statusCode completed, which the reconciled one leaves out' },
  },
};
