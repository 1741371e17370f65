import { clinicalDocument, section } from '../clinical-document.ts';
import { type Example, id, type Listed, reference } from './listed.ts';

/** An act, or an entry around it. */
const actOf = (example: string): string =>
  example
    .trim()
    .replace(/^<entry>/, '')
    .replace(/<\/entry>$/, '');

const allergy: Pick<Example, 'document' | 'resource'> = {
  document: (example) => clinicalDocument({ sections: [section('allergies', [actOf(example)])] }),
  resource: (conversion) => conversion.only('AllergyIntolerance'),
};

const alternate = (coding: object, text?: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/alternate-codes',
      valueCodeableConcept: { coding: [coding], ...(text && { text }) },
    },
  ],
});

const beside = 'the source’s own code is kept beside FHIR’s narrower one';

const listed: Readonly<Record<string, Listed>> = {
  'patient.reference': reference('Patient/CF-patient', 'Patient'),
  _category: {
    actual: [alternate({ system: 'http://snomed.info/sct', code: '419511003' })],
    reason: beside,
  },
  'reaction[0]._severity': {
    actual: alternate({ system: 'http://snomed.info/sct', code: '24484000', display: 'Severe' }, 'Severe'),
    reason: beside,
  },
};

export const allergies: readonly Example[] = [
  {
    source: 'pairs/CF-allergies-0.xml',
    expected: 'pairs/CF-allergies-1.json',
    ...allergy,
    listed: { ...listed, id: id() },
  },
  {
    source: 'fragments/CF-allergy.xml',
    expected: 'fragments/CF-allergy.json',
    ...allergy,
    listed: {
      ...listed,
      id: id('CF-allergy'),
      'code.text': {
        expected: 'aspirin',
        actual: 'Aspirin',
        reason: 'the source’s display, as the guide’s pair of the same example has it',
      },
    },
  },
];
