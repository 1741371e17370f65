import { clinicalDocument, section } from '../clinical-document.ts';
import type { Json } from '../conversion.ts';
import { addedDisplay, byHand, displayAsText, type Example, id, type Listed, reference } from './listed.ts';

/** An act, or an entry around it. */
const actOf = (example: string): string =>
  example
    .trim()
    .replace(/^<entry>/, '')
    .replace(/<\/entry>$/, '');

const problem: Pick<Example, 'document' | 'resource'> = {
  document: (example) => clinicalDocument({ sections: [section('problems', [actOf(example)])] }),
  resource: (conversion) => conversion.only('Condition'),
};

const kindOfProblem = (coding: Json, text?: string): Listed => ({
  actual: { coding, ...(text && { text }) },
  reason: 'the guide’s table maps observation/code to category; its examples leave it out',
});

const oneOnset = 'onsetDate is no element of R4, and FHIR takes one onset: the date says more than the age';

const separate = (index: number): Listed => ({
  expected: `#sdoh${index}`,
  actual: 'Observation/{id}',
  reason: 'observations are resources of their own with us, so that searches find them',
});

/** The supporting observations that the guide's example contains, and ours. */
export const supporting: readonly Readonly<Record<string, Listed>>[] = [
  observation('sdoh1', '88122-7', 'Often true', {
    'code.coding[0].display': {
      actual: '(I/We) worried whether (my/our) food would run out...',
      reason: 'the guide’s example leaves out what the source says',
    },
    'code.text': displayAsText('(I/We) worried whether (my/our) food would run out...'),
    identifier: own('f4dce790-8328-11db-9fe1-0800200c9a44'),
  }),
  observation('sdoh2', '88124-3', 'At risk', {
    'code.text': displayAsText('Food insecurity risk [HVS]'),
    identifier: own('0e9c5b7c-9def-11ee-8c90-0242ac120002'),
  }),
];

function observation(
  name: string,
  code: string,
  answer: string,
  more: Readonly<Record<string, Listed>>,
): Readonly<Record<string, Listed>> {
  const misnamed = 'the guide’s example writes value for code';
  return {
    id: id(name),
    'code.coding[0].value': { expected: code, reason: misnamed },
    'code.coding[0].code': { actual: code, reason: misnamed },
    'category[0].coding[0].display': {
      actual: 'Survey',
      reason:
        'we give the display of a category, as the guide does in its results, vital signs and social history',
    },
    'subject.reference': reference('Patient/6581e92eb6ff5dadc088eae5', 'Patient'),
    'valueCodeableConcept.text': displayAsText(answer),
    ...more,
  };
}

function own(uuid: string): Listed {
  return {
    actual: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}` }],
    reason: 'the guide’s example leaves out what the source says',
  };
}

export const problems: readonly Example[] = [
  {
    source: 'pairs/CF-problems-0.xml',
    expected: 'pairs/CF-problems-1.json',
    ...problem,
    listed: {
      id: id('6581e92f2d59f701ecc0f914'),
      'clinicalStatus.coding[0].display': addedDisplay('recurrence'),
      'category[1]': kindOfProblem([{ system: 'http://snomed.info/sct', code: '55607006' }]),
      'code.coding[1].display': addedDisplay('Pneumonia, organism unspecified'),
      'code.coding[2].display': addedDisplay('Pneumonia, unspecified organism'),
      'subject.reference': reference('Patient/6581e92eb6ff5dadc088eae5', 'Patient'),
      'subject.display': { expected: 'Myra Jones', reason: byHand },
      onsetDate: { expected: '2012-08-06', reason: oneOnset },
      onsetDateTime: { actual: '2012-08-06', reason: oneOnset },
      onsetAge: {
        expected: { value: 65, unit: 'year', code: 'a', system: 'http://unitsofmeasure.org' },
        reason: oneOnset,
      },
      'recorder.reference': reference('Practitioner/ProblemAuthor', 'Practitioner'),
    },
  },
  {
    source: 'pairs/CF-problems-2.xml',
    expected: 'pairs/CF-problems-3.json',
    ...problem,
    listed: {
      id: id(),
      language: { expected: 'en-US', reason: byHand },
      'identifier[1]': {
        actual: { system: 'urn:uuid:093a5380-00ce-11e6-b4c5-0050568b000b', value: '1.1' },
        reason: 'the guide’s example leaves out the second id of the source',
      },
      'clinicalStatus.coding[0].display': addedDisplay('active'),
      'category[1]': kindOfProblem(
        [
          { system: 'http://snomed.info/sct', code: '55607006', display: 'Problem' },
          { system: 'http://loinc.org', code: '75326-9', display: 'Problem' },
        ],
        'Problem',
      ),
      'code.text': displayAsText('Nutrition impaired due to limited access to healthful foods'),
      'subject.reference': reference('Patient/6581e92eb6ff5dadc088eae5', 'Patient'),
      'evidence[0].detail[0].reference': separate(1),
      'evidence[0].detail[1].reference': separate(2),
    },
  },
  {
    source: 'fragments/CF-problem.xml',
    expected: 'fragments/CF-problem.json',
    ...problem,
    listed: {
      id: id('CF-problem'),
      meta: {
        expected: {
          profile: [
            'http://hl7.org/fhir/us/core/StructureDefinition/us-core-condition-problems-health-concerns',
          ],
        },
        reason: 'base R4 is written: no resource claims a profile',
      },
      'category[0].coding[0].display': {
        actual: 'Problem List Item',
        reason: 'the code system’s display, which other examples of the guide have',
      },
      'category[1]': kindOfProblem(
        [{ system: 'http://snomed.info/sct', code: '55607006', display: 'Problem' }],
        'Problem',
      ),
      extension: {
        expected: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate',
            valueDateTime: '2012-08-06',
          },
        ],
        reason: 'the source has no Date of Diagnosis, from which alone the guide’s table takes assertedDate',
      },
      'subject.reference': reference('Patient/CF-patient', 'Patient'),
    },
  },
];
