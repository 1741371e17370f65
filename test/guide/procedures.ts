import { clinicalDocument, section } from '../clinical-document.ts';
import { type Example, id, type Listed, reference } from './listed.ts';

/** A procedure, or an entry around it. */
const actOf = (example: string): string =>
  example
    .trim()
    .replace(/^<entry>/, '')
    .replace(/<\/entry>$/, '');

const procedure: Pick<Example, 'document' | 'resource'> = {
  document: (example) => clinicalDocument({ sections: [section('procedures', [actOf(example)])] }),
  resource: (conversion) => conversion.only('Procedure'),
};

const listed: Readonly<Record<string, Listed>> = {
  'subject.reference': reference('Patient/CF-patient', 'Patient'),
  'code.coding[1].system': {
    expected: 'http://www.cms.gov/Medicare/Coding/ICD10',
    actual: 'http://hl7.org/fhir/sid/icd-10-cm',
    reason:
      'the example writes the OID of ICD-10-CM (6.90) where it means that of ICD-10-PCS (6.4): we say what it says',
  },
};

export const procedures: readonly Example[] = [
  {
    source: 'pairs/CF-procedures-0.xml',
    expected: 'pairs/CF-procedures-1.json',
    ...procedure,
    listed: { ...listed, id: id() },
  },
  {
    source: 'fragments/CF-procedure.xml',
    expected: 'fragments/CF-procedure.json',
    ...procedure,
    listed: { ...listed, id: id('CF-procedure') },
  },
];
