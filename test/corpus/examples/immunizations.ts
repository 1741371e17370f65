import type { Area } from './area.ts';
import { absent, is, issue, none } from './expectation.ts';

const flu = { status: 'completed', occurrenceDateTime: '2010-08-15', lotNumber: '1' };

export const immunizations: Area = {
  'Immunization not given Patient refused': [
    is('Immunization', {
      status: 'not-done',
      statusReason: 'PATOBJ',
      vaccineCode: ['166', 'influenza, intradermal, quadrivalent'],
      occurrenceDateTime: '2015-11-15',
    }),
    none('Immunization', { status: 'completed' }),
  ],
  'Influenza Vaccination - Patient Reported': [
    is('Immunization', { ...flu, vaccineCode: '88', performer: absent }),
    // On whose word it stands.
    is('Provenance', {
      'agent.type': 'informant',
      'target.vaccineCode': '88',
      'agent.who.name': 'Patient One',
    }),
  ],
  'Influenza Vaccination with NDC': [
    is('Immunization', {
      ...flu,
      'vaccineCode.coding.code': ['141', '49281-0394-15'],
      'vaccineCode.coding.system': 'http://hl7.org/fhir/sid/ndc',
      'performer.actor.practitioner.name': 'Amanda Assigned',
    }),
  ],
  'Influenza Vaccination/': [
    is('Immunization', {
      ...flu,
      vaccineCode: '88',
      'performer.function': 'AP',
      'performer.actor.organization.name': 'Good Health Clinic',
    }),
  ],
  'No Section Information Immunizations': [
    is('Composition', { 'section.emptyReason': 'unavailable', 'section.code': '11369-6' }),
    none('Immunization'),
  ],
  // The act says that nothing is known of it: it is no vaccination.
  'Unknown Immunization Status': [
    none('Immunization'),
    issue('statement-null'),
    is('Composition', { 'section.code': '11369-6', 'section.text.div': /Unknown Immunization Status/ }),
  ],
};
