import { hasCode, type Json, membersOf } from '../profiles/index.ts';

const loinc = 'http://loinc.org';
const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** A section of the summary: what it is called, and which resources belong there. */
export interface SummarySection {
  readonly key: string;
  readonly title: string;
  /** LOINC's code of the section; the guide's own sections are known by it. */
  readonly code?: { readonly code: string; readonly display: string };
  readonly holds: (resource: Json) => boolean;
}

const ofType =
  (...types: string[]) =>
  ({ resourceType }: Json): boolean =>
    types.includes(String(resourceType));

const isIn = (resource: Json, category: string): boolean =>
  hasCode(membersOf(resource, 'category'), categorySystem, category);

const observed =
  (category: string) =>
  (resource: Json): boolean =>
    resource['resourceType'] === 'Observation' && isIn(resource, category);

/** Tobacco and alcohol use, of which the guide's section takes one each. */
const onceOnly = ['72166-2', '74013-4'];

/** Of a social history what the guide's section takes: the latest of each habit. The others are observations like any. */
export function habitsOf(history: readonly Json[]): { kept: Json[]; others: Json[] } {
  const codeOf = (one: Json) => onceOnly.find((code) => hasCode([(one['code'] ?? {}) as Json], loinc, code));
  const byHabit = Map.groupBy(history, codeOf);
  const plain = byHabit.get(undefined) ?? [];
  const habits = onceOnly.map((code) =>
    (byHabit.get(code) ?? []).toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1)),
  );
  return {
    kept: [...plain, ...habits.flatMap((all) => all.slice(0, 1))],
    others: habits.flatMap((all) => all.slice(1)),
  };
}

const timeOf = ({ effectiveDateTime, effectivePeriod }: Json): string =>
  String(effectiveDateTime ?? (effectivePeriod as Json | undefined)?.['start'] ?? '');

const over = ['inactive', 'remission', 'resolved'];
const isOver = ({ clinicalStatus }: Json): boolean =>
  membersOf((clinicalStatus ?? {}) as Json, 'coding').some(({ code }) => over.includes(String(code)));

const pregnancy = ['82810-3', '11778-8', '11779-6', '11780-4', '11640-0'];
const isOfPregnancy = (resource: Json): boolean =>
  resource['resourceType'] === 'Observation' &&
  pregnancy.some((code) => hasCode([(resource['code'] ?? {}) as Json], loinc, code));

/** In the order of the guide, then what it has no section for; a resource goes to the first that holds it. */
export const sections: readonly SummarySection[] = [
  {
    key: 'medications',
    title: 'Medication Summary',
    code: { code: '10160-0', display: 'History of Medication use Narrative' },
    holds: ofType('MedicationRequest', 'MedicationStatement', 'MedicationDispense'),
  },
  {
    key: 'allergies',
    title: 'Allergies and Intolerances',
    code: { code: '48765-2', display: 'Allergies and adverse reactions Document' },
    holds: ofType('AllergyIntolerance'),
  },
  {
    key: 'pastProblems',
    title: 'History of Past Illness',
    code: { code: '11348-0', display: 'History of Past illness Narrative' },
    // The guide's section takes what meets its profile: a refuted problem stays with the problems.
    holds: (resource) => resource['resourceType'] === 'Condition' && isOver(resource),
  },
  {
    key: 'problems',
    title: 'Problem List',
    code: { code: '11450-4', display: 'Problem list - Reported' },
    holds: ofType('Condition'),
  },
  {
    key: 'immunizations',
    title: 'Immunizations',
    code: { code: '11369-6', display: 'History of Immunization Narrative' },
    holds: ofType('Immunization'),
  },
  {
    key: 'procedures',
    title: 'History of Procedures',
    code: { code: '47519-4', display: 'History of Procedures Document' },
    holds: ofType('Procedure'),
  },
  {
    key: 'devices',
    title: 'Medical Devices',
    code: { code: '46264-8', display: 'History of medical device use' },
    holds: ofType('DeviceUseStatement'),
  },
  {
    key: 'pregnancy',
    title: 'History of Pregnancy',
    code: { code: '10162-6', display: 'History of pregnancies Narrative' },
    holds: isOfPregnancy,
  },
  {
    key: 'vitalSigns',
    title: 'Vital Signs',
    code: { code: '8716-3', display: 'Vital signs' },
    holds: observed('vital-signs'),
  },
  {
    key: 'socialHistory',
    title: 'Social History',
    code: { code: '29762-2', display: 'Social history Narrative' },
    holds: observed('social-history'),
  },
  {
    key: 'results',
    title: 'Diagnostic Results',
    code: { code: '30954-2', display: 'Relevant diagnostic tests/laboratory data Narrative' },
    holds: (resource) =>
      resource['resourceType'] === 'DiagnosticReport' ||
      ['laboratory', 'imaging', 'procedure', 'exam'].some((category) => observed(category)(resource)),
  },
  // The guide's section of results takes no studies.
  { key: 'imaging', title: 'Imaging Studies', holds: ofType('ImagingStudy') },
  {
    key: 'plans',
    title: 'Plan of Care',
    code: { code: '18776-5', display: 'Plan of care note' },
    holds: ofType('CarePlan'),
  },
  { key: 'findings', title: 'Other Observations', holds: ofType('Observation') },
  {
    key: 'encounters',
    title: 'Encounters',
    code: { code: '46240-8', display: 'History of Hospitalizations+Outpatient visits Narrative' },
    holds: ofType('Encounter'),
  },
  {
    key: 'family',
    title: 'Family History',
    code: { code: '10157-6', display: 'History of family member diseases Narrative' },
    holds: ofType('FamilyMemberHistory'),
  },
  { key: 'goals', title: 'Goals', code: { code: '61146-7', display: 'Goals' }, holds: ofType('Goal') },
  {
    key: 'orders',
    title: 'Orders and Plans',
    holds: ofType('ServiceRequest', 'DeviceRequest', 'SupplyRequest', 'CommunicationRequest'),
  },
  { key: 'risks', title: 'Risks', holds: ofType('RiskAssessment') },
  {
    key: 'payers',
    title: 'Payers',
    code: { code: '48768-6', display: 'Payment sources Document' },
    holds: ofType('Coverage', 'Account'),
  },
  {
    key: 'careTeams',
    title: 'Care Teams',
    code: { code: '85847-2', display: 'Patient Care team information' },
    holds: ofType('CareTeam'),
  },
  {
    key: 'equipment',
    title: 'Equipment and Supplies',
    holds: (resource) =>
      resource['resourceType'] === 'SupplyDelivery' ||
      (resource['resourceType'] === 'Device' && resource['patient'] !== undefined),
  },
  { key: 'messages', title: 'Messages', holds: ofType('Communication') },
  { key: 'documents', title: 'Notes and Documents', holds: ofType('DocumentReference') },
  { key: 'specimens', title: 'Specimens', holds: ofType('Specimen') },
  { key: 'kin', title: 'Related Persons', holds: ofType('RelatedPerson') },
];
