import type { Area } from './area.ts';
import { absent, is, none } from './expectation.ts';

export const general: Area = {
  'External Document Reference/External': [
    is('Condition', {
      code: ['385093006', 'Community Acquired Pneumonia'],
      clinicalStatus: 'active',
      'evidence.detail.identifier': 'TT661',
      'evidence.detail.type': '34133-9',
    }),
    is('DocumentReference', { identifier: ['TT661', 'urn:uuid:004bb033-b948-4f4c-b5bf-a8dbd7d8dd40'] }),
  ],
  'External Document Reference/PROBLEMS': [
    is('Condition', { code: '385093006', 'evidence.detail.identifier': 'TT661' }),
    is('Condition', { code: 'V49.75', 'bodySite.text': /left/i }),
    is('Composition', { identifier: 'sTT662', 'section.emptyReason': 'nilknown', title: /gold_sample2/ }),
    is('AllergyIntolerance', { code: '409137002' }),
  ],
  'Narrative Reference - Act': [is('Composition', { 'section.text.div': /Lorem ipsum dolor sit amet/ })],
  'Narrative Reference - Encounter': [
    is('Encounter', {
      type: ['4567', 'Praesent vitae dignissim risus'],
      'text.div': /mightbeSomeFacilityName/,
    }),
  ],
  'Narrative Reference - Observation': [
    is('Observation', {
      code: ['2345', /Proin facilisis iaculis nisi/],
      valueCodeableConcept: ['3456', /Duis id consequat/],
      'text.div': /Lorem ipsum/,
    }),
  ],
  'Narrative Reference - Organizer': [
    is('Observation', {
      code: ['nnnn', 'Proin iaculis tempus justo'],
      valueCodeableConcept: '3456',
      interpretation: 'x',
      bodySite: 'Tincidunt',
      method: 'Elementum',
      'referenceRange.low': '111 UCUM_UNIT',
    }),
  ],
  'Narrative Reference - Procedure': [
    is('Procedure', {
      code: ['5678', 'Vestibulum nunc nisl'],
      bodySite: ['7890', 'Vulputate eget'],
      'extension.valueCodeableConcept': 'Ornare eget',
    }),
  ],
  'Narrative Reference - SubstanceAdministration': [
    is('MedicationRequest', {
      medicationCodeableConcept: ['89012', /Lorem ipsum dolor/],
      'dosageInstruction.text': /Aenean commodo/,
    }),
  ],
  'Narrative Reference - Supply': [
    is('DeviceUseStatement', { 'device.type': ['12345', 'et ante tincidunt'], status: 'active' }),
  ],
  'No Section Information Problems': [
    is('Composition', { 'section.emptyReason': 'unavailable', 'section.code': '11450-4' }),
    none('Condition'),
  ],
  'Parent Document Replace Relationship': [
    is('Composition', {
      'relatesTo.code': 'replaces',
      'relatesTo.targetIdentifier': 'TT661',
      identifier: 'urn:uuid:004bb033-b948-4f4c-b5bf-a8dbd7d8dd40',
      'extension.valueString': /\d/,
    }),
  ],
  'Share With Patient or Proxy': [
    is('DiagnosticReport', {
      code: '89365-1',
      'meta.security.code': ['NOPAT', 'NOAUTH'],
      effectiveDateTime: '2020-03-22T14:26:00-05:00',
    }),
    none('DiagnosticReport', { 'meta.security': absent }),
  ],
};
