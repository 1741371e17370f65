import type { SectionKind } from '../../section-kinds.ts';
import {
  type Around,
  allergy,
  assessmentScale,
  careTeam,
  careTeamMember,
  directive,
  encounter,
  familyCondition,
  familyMember,
  goal,
  immunization,
  immunizationOf,
  inComponent,
  medication,
  medicationOf,
  notDone,
  nutritionalStatus,
  pregnancy,
  problem,
  procedure,
  reaction,
  refusedImmunization,
  related,
  udi,
  undatedProblem,
  wound,
} from './hosts.ts';

/** Where a statement stands: the section, and what is around it there. */
interface Place {
  readonly section: SectionKind;
  readonly around: Around;
}

const alone: Around = (xml) => xml;

/** Some fragments begin with the relationship in which they stand. */
const relatedBy =
  (type: string, host: Around): Around =>
  (xml) =>
    xml.includes('<entryRelationship') ? host(xml) : related(type, host)(xml);

/** Without the element around it, where the fragment has one that it does not belong in. */
const unwrapped =
  (name: string, host: Around): Around =>
  (xml) =>
    host(xml.replace(new RegExp(`^[\\s\\S]*?<${name}>|</${name}>\\s*$`, 'g'), ''));

/** A relationship of a fragment whose statement is left out, in one of ours. */
const relationOf =
  (host: Around): Around =>
  (xml) =>
    host(/<entryRelationship[\s\S]*<\/entryRelationship>/.exec(xml)?.[0] ?? '');
const at = (section: SectionKind, around: Around, ...titles: string[]): [string, Place][] =>
  titles.map((title) => [title, { section, around }]);

/** Where the fragments of each title belong, after the guide's table of containments. */
const places: ReadonlyMap<string, Place> = new Map([
  ...at(
    'problems',
    alone,
    'Problem Concern Act (V3)',
    'Problem Observation (V3)',
    'Problem Observation (V4)',
  ),
  ...at('problems', alone, 'Deceased Observation (V3)', 'Entry Reference', 'SDOH Problem'),
  ...at('problems', related('REFR', problem), 'Priority Preference', 'Health Status Observation (V2)'),
  ...at('problems', related('SUBJ', problem, 'inversionInd="true"'), 'Comment Activity'),
  ...at('problems', related('SUBJ', undatedProblem, 'inversionInd="true"'), 'Age Observation'),
  ...at('problems', relatedBy('REFR', problem), 'Date of Diagnosis Act', 'Prognosis Observation'),
  ...at('admissionDiagnosis', alone, 'Hospital Admission Diagnosis (V3)'),
  ...at('dischargeDiagnosis', alone, 'Hospital Discharge Diagnosis (V3)'),
  ...at('preoperativeDiagnosis', alone, 'Preoperative Diagnosis (V3)', 'Postprocedure Diagnosis (V3)'),
  ...at('allergies', alone, 'Allergy Concern Act (V3)', 'Allergy - Intolerance Observation (V2)'),
  ...at('allergies', related('SUBJ', allergy, 'inversionInd="true"'), 'Criticality Observation'),
  ...at('allergies', related('MFST', allergy, 'inversionInd="true"'), 'Reaction Observation (V2)'),
  ...at('allergies', related('SUBJ', reaction, 'inversionInd="true"'), 'Severity Observation (V2)'),
  ...at('medications', alone, 'Medication Activity (V2)', 'Indication (V2)', 'Medication Dispense (V2)'),
  ...at('medications', related('REFR', medication), 'Medication Supply Order (V2)'),
  ...at('medications', related('COMP', medication), 'Medication Free Text Sig'),
  ...at('medications', medication, 'Drug Monitoring Act'),
  ...at('medications', medicationOf, 'Medication Information (V2)'),
  ...at(
    'medications',
    (xml) => medication(`<participant typeCode="CSM">${xml}</participant>`),
    'Drug Vehicle',
  ),
  ...at(
    'medications',
    (xml) => medication(`<precondition typeCode="PRCN">${xml}</precondition>`),
    'Precondition for Substance Administration (V2)',
  ),
  ...at('admissionMedications', alone, 'Admission Medication (V2)'),
  ...at('dischargeMedications', alone, 'Discharge Medication (V3)'),
  ...at('immunizations', alone, 'Immunization Activity (V3)'),
  ...at('immunizations', relationOf(immunization), 'Substance Administered Act'),
  ...at('immunizations', immunizationOf, 'Immunization Medication Information (V2)'),
  ...at('immunizations', related('RSON', refusedImmunization), 'Immunization Refusal Reason'),
  ...at(
    'results',
    alone,
    'Result Organizer (V3)',
    'Result Observation (V3)',
    'Section Time Range Observation',
  ),
  ...at('results', alone, 'US Realm Date and Time (DTM.US.FIELDED)'),
  ...at('vitals', alone, 'Vital Signs Organizer (V3)', 'Vital Sign Observation (V2)'),
  ...at('procedures', alone, 'Procedure Activity Act (V2)', 'Procedure Activity Observation (V2)'),
  ...at('procedures', alone, 'Procedure Activity Procedure (V2)', 'Procedure Activity Procedure (V3)'),
  ...at(
    'procedures',
    (xml) => procedure(`<participant typeCode="DEV">${xml}</participant>`),
    'Product Instance',
  ),
  ...at('procedures', notDone, 'Reason (V4)'),
  ...at('encounters', alone, 'Encounter Activity (V3)', 'Encounter Diagnosis (V3)'),
  ...at(
    'encounters',
    (xml) => encounter(`<participant typeCode="LOC">${xml}</participant>`),
    'Service Delivery Location',
  ),
  ...at(
    'equipment',
    alone,
    'Medical Equipment Organizer',
    'Non-Medicinal Supply Activity (V2)',
    'UDI Organizer',
  ),
  ...at(
    'equipment',
    inComponent(udi),
    'Brand Name Observation',
    'Catalog Number Observation',
    'Company Name Observation',
    'Device Identifier Observation',
    'Distinct Identification Code Observation',
    'Expiration Date Observation',
    'Implantable Device Status Observation',
    'Latex Safety Observation',
    'Lot or Batch Number Observation',
    'Manufacturing Date Observation',
    'Model Number Observation',
    'MRI Safety Observation',
    'Serial Number Observation',
  ),
  ...at('plan', alone, 'Planned Act (V2)', 'Planned Encounter (V2)', 'Planned Immunization Activity'),
  ...at(
    'plan',
    alone,
    'Planned Medication Activity (V2)',
    'Planned Observation (V2)',
    'Planned Procedure (V2)',
  ),
  ...at('plan', alone, 'Planned Procedure (V3)', 'Planned Supply (V2)', 'Patient Referral Act'),
  ...at('plan', alone, 'Handoff Communication Participants'),
  ...at('instructions', alone, 'Instruction (V2)'),
  ...at('nutrition', alone, 'Nutritional Status Observation', 'Nutrition Recommendation'),
  ...at('nutrition', nutritionalStatus, 'Nutrition Assessment'),
  ...at(
    'payers',
    alone,
    'Coverage Activity (V3)',
    'Policy Activity (V3)',
    'Authorization Activity',
    'Planned Coverage',
  ),
  ...at('directives', alone, 'Advance Directive Observation (V3)', 'Advance Directive Organizer (V2)'),
  ...at(
    'directives',
    (xml) => directive(`<reference typeCode="REFR">${xml}</reference>`),
    'External Document Reference',
  ),
  ...at('careTeams', alone, 'Care Team Organizer', 'Care Team Organizer (V2)', 'Care Team Member Act'),
  ...at('careTeams', alone, 'Care Team Member Act (V2)'),
  ...at('careTeams', unwrapped('entry', careTeamMember), 'Care Team Member Schedule Observation (V2)'),
  ...at('careTeams', inComponent(careTeam), 'Care Team Type Observation'),
  ...at('familyHistory', alone, 'Family History Organizer (V3)'),
  ...at('familyHistory', familyMember, 'Family History Observation (V3)'),
  ...at('familyHistory', related('CAUS', familyCondition), 'Family History Death Observation'),
  ...at('functionalStatus', alone, 'Functional Status Observation (V2)', 'Functional Status Organizer (V2)'),
  ...at('functionalStatus', alone, 'Self-Care Activities (ADL and IADL)', 'Sensory Status'),
  ...at('functionalStatus', alone, 'Assessment Scale Observation', 'Assessment Scale Observation (V2)'),
  ...at('functionalStatus', alone, 'Caregiver Characteristics', 'Highest Pressure Ulcer Stage'),
  ...at('functionalStatus', alone, 'Disability Status Observation'),
  ...at(
    'functionalStatus',
    related('COMP', assessmentScale),
    'Assessment Scale Supporting Observation',
    'Assessment Scale Supporting Observation (V2)',
  ),
  ...at('mentalStatus', alone, 'Mental Status Observation (V3)', 'Mental Status Organizer (V3)'),
  ...at('physicalExam', alone, 'Longitudinal Care Wound Observation (V2)'),
  ...at('physicalExam', wound, 'Wound Characteristic', 'Wound Measurement Observation'),
  ...at('physicalExam', wound, 'Number of Pressure Ulcers Observation (V3)'),
  ...at(
    'socialHistory',
    alone,
    'Basic Industry Observation',
    'Basic Occupation Observation',
    'Birth Sex',
    'Birth Sex Observation',
    'Characteristics of Home Environment',
    'Cultural and Religious Observation',
    'Gender Identity Observation (V3)',
    'Pregnancy Intention in Next Year',
    'Pregnancy Observation',
    'Sexual Orientation Observation',
    'Smoking Status - Meaningful Use (V2)',
    'Social History Observation (V3)',
    'Social History Observation (V4)',
    'Tobacco Use (V2)',
    'Tribal Affiliation Observation',
  ),
  ...at('socialHistory', related('REFR', pregnancy), 'Estimated Date of Delivery'),
  ...at('goals', alone, 'Goal Observation', 'Goal Observation (V2)'),
  ...at('goals', related('REFR', goal), 'Progress Toward Goal Observation'),
  ...at(
    'healthConcerns',
    alone,
    'Health Concern Act (V2)',
    'Health Concern Act (V3)',
    'Risk Concern Act (V2)',
  ),
  ...at('interventions', alone, 'Intervention Act (V2)'),
  ...at('outcomes', alone, 'Outcome Observation'),
  ...at('findings', alone, 'Code Observations', 'Quantity Measurement Observation', 'Text Observation'),
  ...at('findings', alone, 'Procedure Context'),
  ...at('imageCatalog', alone, 'Study Act', 'Series Act', 'SOP Instance Observation'),
  ...at('imageCatalog', alone, 'Purpose of Reference Observation', 'Referenced Frames Observation'),
  ...at('imageCatalog', alone, 'Boundary Observation'),
]);

/** Where a statement of an example stands. A title that is not listed is an error of ours. */
export function statementPlace(title: string): Place {
  const place = places.get(title);
  if (!place) throw new Error(`no place for ${title}`);
  return place;
}
