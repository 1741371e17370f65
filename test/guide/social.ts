import { clinicalDocument, section } from '../clinical-document.ts';
import { displayAsText, type Example, id, type Listed, reference } from './listed.ts';

const social: Pick<Example, 'document' | 'resource'> = {
  document: (example) => clinicalDocument({ sections: [section('socialHistory', [example])] }),
  resource: (conversion) => conversion.only('Observation'),
};

const sameInstant = (expected: string, actual: string): Listed => ({
  expected,
  actual,
  reason: 'the same instant: the offset +0000 is kept as the source writes it, and no milliseconds are added',
});

const ownDisplay = (expected: string, actual: string): Listed => ({
  expected,
  actual,
  reason: 'the guide’s example rewrites the display by hand; ours is the source’s',
});

export const socials: readonly Example[] = [
  {
    source: 'pairs/CF-social-0.xml',
    expected: 'pairs/CF-social-1.json',
    ...social,
    listed: {
      id: id('62f17e2aa2392d0008fbb23a'),
      'subject.reference': reference('Patient/62f17e29b7532c0009e217b7', 'Patient'),
      'code.text': displayAsText('Tobacco smoking status NHIS'),
      effectiveDateTime: sameInstant('2014-06-06T15:32:00.000Z', '2014-06-06T15:32:00+00:00'),
      'valueCodeableConcept.coding[0].system': {
        expected: 'http://www.snomed.org/',
        actual: 'http://snomed.info/sct',
        reason: 'the guide’s example has a URI that is none of FHIR’s for SNOMED CT',
      },
      'valueCodeableConcept.text': displayAsText('Current every day smoker'),
    },
  },
  {
    source: 'pairs/CF-social-2.xml',
    expected: 'pairs/CF-social-3.json',
    ...social,
    listed: {
      id: id('pregnancy-status'),
      'subject.reference': reference('Patient/example', 'Patient'),
      'code.text': displayAsText('Pregnancy status'),
      effectiveDateTime: sameInstant('2022-08-24T10:39:52Z', '2022-08-24T10:39:52+00:00'),
      'valueCodeableConcept.coding[0].display': ownDisplay('Pregnant', 'pregnant'),
      'valueCodeableConcept.text': displayAsText('pregnant'),
      'component[0].code.coding[0].display': ownDisplay(
        'Delivery date Estimated',
        'Estimated date of delivery',
      ),
      'component[0].code.text': displayAsText('Estimated date of delivery'),
    },
  },
];
