import { type Listed, reference } from '../guide/listed.ts';

export type Differences = Readonly<Record<string, Listed>>;

export const profile = (name: string): Differences => ({
  meta: {
    expected: { profile: [name] },
    reason: 'profiles are claimed by no resource of ours: a validator is told which to hold them against',
  },
  language: {
    expected: 'en-US',
    reason: 'the reconciled ones repeat the language of the document; ours stands in the Composition',
  },
});

export const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';

export const narrative: Listed = {
  expected: 'generated',
  actual: 'additional',
  reason: 'our narrative is the source’s own, which holds more than the fields do',
};

export const addedNarrative: Listed = {
  actual: { status: 'additional', div: '{narrative}' },
  reason: 'the words that the entry’s text refers to; the reconciled one leaves them out',
};

export const patient = reference('Patient/62f17e29b7532c0009e217b7', 'Patient');
export const bundledPatient = reference('urn:uuid:a4986486-6599-4bb2-a7fb-e2deb8d50b5e', 'Patient');

export const given = (actual: string): Listed => ({
  actual,
  reason: 'the source gives the display, which the reconciled one leaves out',
});

export const codeSystemDisplay = (actual: string): Listed => ({
  actual,
  reason: 'the display of FHIR’s own code system, which we always write',
});

export const ucum = (path: string, code: string): Differences => {
  const reason = 'units of the source are UCUM (CDA PQ): ours name the system, as US Core wants';
  return {
    [`${path}.system`]: { actual: 'http://unitsofmeasure.org', reason },
    [`${path}.code`]: { actual: code, reason },
  };
};

export const snomed: Listed = {
  expected: 'http://www.snomed.org/',
  actual: 'http://snomed.info/sct',
  reason: 'the reconciled one has a URI that is no code system’s; FHIR names the other one',
};

export const shifted =
  'the reconciled one writes the same instant in UTC; ours keeps the source’s offset and precision';

export const unknownHere =
  'the reconciled one says that it is unknown, in a form that FHIR does not allow there; the source has no such element';

export const kindOfProblem = (position: string, coding: object[], text?: string): Differences => ({
  [position]: {
    actual: { coding, ...(text && { text }) },
    reason: 'the guide maps observation/code to category, as the reconciled problem has it too',
  },
});

const swapped = 'the same two categories in another order: ours has the section’s first';
const category = 'http://terminology.hl7.org/CodeSystem/condition-category';
const sct = 'http://snomed.info/sct';

export const swappedCategories: Differences = {
  'category[0].coding[0].code': { expected: '55607006', actual: 'problem-list-item', reason: swapped },
  'category[0].coding[0].system': { expected: sct, actual: category, reason: swapped },
  'category[1].coding[0].system': { expected: category, actual: sct, reason: swapped },
  'category[1].coding[0].code': { expected: 'problem-list-item', actual: '55607006', reason: swapped },
};

/** A concept of the source beside FHIR’s narrower code. */
export function alternate(coding: object, text?: string): Listed {
  return {
    actual: {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/alternate-codes',
          valueCodeableConcept: { coding: [coding], ...(text && { text }) },
        },
      ],
    },
    reason: 'the source’s own code is kept beside FHIR’s narrower one',
  };
}
