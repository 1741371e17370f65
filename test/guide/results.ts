import { clinicalDocument, section } from '../clinical-document.ts';
import { displayAsText, type Example, id, type Listed, reference } from './listed.ts';

/** What the references of the example name. */
const row = `<tr id="_13a52df8-79ed-4689-a9da-14c5905de830"><td id="_ea838e08-d5eb-4ed4-a176-e5f9a831a780">Specific gravity of Urine by Test strip</td><td id="_08b7d0ee-aff1-4144-a3a5-c89d56d855ad">1.005 to 1.030</td></tr>`;
const head = '<thead><tr><th>Test</th><th>Range</th></tr></thead>';
const narrative = `<text><table>${head}<tbody>${row.replaceAll('id=', 'ID=')}</tbody></table>
<paragraph ID="_panel1Name">Urinanalysis macro (dipstick) panel</paragraph></text>`;

const leftOut = (actual: string): Listed => ({
  actual,
  reason: 'the guide’s table of quantities has system and code; this example leaves them out',
});

export const ucum = (path: string, code: string): Record<string, Listed> => ({
  [`${path}.system`]: leftOut('http://unitsofmeasure.org'),
  [`${path}.code`]: leftOut(code),
});

const patient = reference('Patient/62f17e29b7532c0009e217b7', 'Patient');
const absent = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
};

/** The result that the guide's example contains, and ours. */
export const contained: Readonly<Record<string, Listed>> = {
  id: id('exampleObs'),
  text: {
    actual: {
      status: 'additional',
      div: `<div xmlns="http://www.w3.org/1999/xhtml"><table>${head}<tbody>${row}</tbody></table></div>`,
    },
    reason:
      'the guide’s example leaves out the text that the source points to; ours is the row with its header',
  },
  'subject.reference': patient,
  ...ucum('valueQuantity', '1'),
  ...ucum('referenceRange[0].low', '1'),
  ...ucum('referenceRange[0].high', '1'),
  'referenceRange[0].high._value': {
    expected: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/quantity-precision', valueInteger: 3 }],
    },
    reason: 'our numbers keep the digits of the source (1.030), which is all that the extension says',
  },
  'referenceRange[0].text': {
    actual: '1.005 to 1.030',
    reason: 'the guide’s table maps the text of a range; its example leaves it out',
  },
};

export const results: readonly Example[] = [
  {
    source: 'pairs/CF-results-0.xml',
    expected: 'pairs/CF-results-1.json',
    document: (example) => clinicalDocument({ sections: [section('results', [example], narrative)] }),
    resource: (conversion) => conversion.only('DiagnosticReport'),
    listed: {
      id: id('62f17e2aa2392d0008fbb236'),
      'category[0].text': displayAsText('Laboratory'),
      'subject.reference': patient,
      issued: {
        expected: {
          extension: [{ ...absent.extension[0], url: 'http://hl7.org/fhir/extension-data-absent-reason' }],
        },
        reason: 'extensions of a primitive stand in _issued, and the guide’s URL is none',
      },
      _issued: { actual: absent, reason: 'the same in the place and under the URL that FHIR has for it' },
      'performer[0].reference': {
        expected: 'Practitioner/62f17e2ae0231200076884d0',
        actual: 'PractitionerRole/{id}',
        reason:
          'the source has an organisation beside: the practitioner in that role, as the guide has it for participations',
      },
      'result[0].reference': {
        expected: '#exampleObs',
        actual: 'Observation/{id}',
        reason: 'results are resources of their own with us, so that searches find them',
      },
    },
  },
];
