import { clinicalDocument, section } from '../clinical-document.ts';
import type { Conversion, Json } from '../conversion.ts';
import { displayAsText, type Example, id, type Listed, reference } from './listed.ts';
import { ucum } from './results.ts';

const document = (example: string): string => clinicalDocument({ sections: [section('vitals', [example])] });

/** The observation whose first code this is. */
const coded =
  (code: string) =>
  (conversion: Conversion): Json =>
    conversion.of('Observation').find((one: Json) => one.code.coding[0].code === code);

const loinc = 'http://loinc.org';
const own = 'the source’s own codes stand beside the one that FHIR has';
const unitAsGiven = (expected: string, actual: string): Listed => ({
  expected,
  actual,
  reason: 'the unit’s words are those of the source; the code is the same',
});
const otherDisplay = (expected: string, actual: string): Listed => ({
  expected,
  actual,
  reason: 'the display is that of the source, where the guide’s example writes LOINC’s',
});

/** What the examples of codes and values leave out. */
const stripped: Record<string, Listed> = {
  id: id(),
  identifier: {
    actual: [{ system: 'urn:chartlift:id-root', value: '...' }],
    reason: 'the guide’s example writes three dots for the identifiers and leaves them out of its FHIR',
  },
  'category[0].coding[0].display': {
    actual: 'Vital Signs',
    reason: 'the code’s own display, as the guide has it in the example before',
  },
  subject: {
    actual: { reference: 'Patient/{id}' },
    reason: 'the guide’s example shows codes and values only',
  },
  _effectiveDateTime: {
    actual: {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
      ],
    },
    reason: 'the guide’s example leaves out the time, which FHIR requires of a vital sign',
  },
};

/** The heart rate that the guide's example contains, and ours. */
export const heartRate: Readonly<Record<string, Listed>> = {
  id: id('heartRate'),
  'code.text': displayAsText('HEART RATE'),
  'subject.reference': reference('Patient/62f17e29b7532c0009e217b7', 'Patient'),
  ...ucum('valueQuantity', '/min'),
};

const panel: Example = {
  source: 'pairs/CF-vitals-0.xml',
  expected: 'pairs/CF-vitals-1.json',
  document,
  resource: coded('85353-1'),
  listed: {
    id: id(),
    'category[0].text': {
      expected: 'vital-signs',
      reason: 'a text that repeats the code; the display says more',
    },
    'code.coding[0].display': {
      actual: 'Vital signs, weight, height, head circumference, oxygen saturation and BMI panel',
      reason: 'LOINC’s own name of the code, which the guide’s example leaves out',
    },
    'code.coding[1]': {
      actual: { system: 'http://snomed.info/sct', code: '46680005', display: 'Vital Signs' },
      reason: own,
    },
    'code.coding[2]': { actual: { system: loinc, code: '74728-7' }, reason: own },
    'subject.reference': reference('urn:uuid:a4986486-6599-4bb2-a7fb-e2deb8d50b5e', 'Patient'),
    'hasMember[0].reference': {
      expected: '#heartRate',
      actual: 'Observation/{id}',
      reason: 'members are resources of their own with us, so that searches find them',
    },
  },
};

const bloodPressure: Example = {
  source: 'pairs/CF-vitals-2.xml',
  expected: 'pairs/CF-vitals-3.json',
  document,
  resource: coded('85354-9'),
  listed: {
    ...stripped,
    'code.text': displayAsText('Blood pressure panel with all children optional'),
    'component[0].valueQuantity.unit': unitAsGiven('mmHg', 'mm[Hg]'),
    'component[1].valueQuantity.unit': unitAsGiven('mmHg', 'mm[Hg]'),
  },
};

const oximetry: Example = {
  source: 'pairs/CF-vitals-4.xml',
  expected: 'pairs/CF-vitals-5.json',
  document,
  resource: coded('2708-6'),
  listed: {
    ...stripped,
    'code.coding[0].display': otherDisplay('Oxygen saturation in Arterial blood', 'Oxygen saturation'),
    'code.text': displayAsText('Oxygen saturation'),
    'component[0].code.coding[0].display': otherDisplay(
      'Inhaled oxygen flow rate',
      'Inhaled Oxygen Flow Rate',
    ),
    'component[0].code.text': displayAsText('Inhaled Oxygen Flow Rate'),
    'component[0].valueQuantity.unit': unitAsGiven('liters/min', 'L/min'),
    'component[1].code.text': displayAsText('Inhaled Oxygen Concentration'),
  },
};

export const vitals: readonly Example[] = [panel, bloodPressure, oximetry];
