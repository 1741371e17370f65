import { allergies } from './allergies.ts';
import type { Area } from './area.ts';
import { careTeam } from './care-team.ts';
import { encounters } from './encounters.ts';
import type { Expectation } from './expectation.ts';
import { familyHistory } from './family-history.ts';
import { functionalStatus } from './functional-status.ts';
import { general } from './general.ts';
import { goals } from './goals.ts';
import { guideHeader } from './guide-header.ts';
import { guideMedications } from './guide-medications.ts';
import { guideObservations } from './guide-observations.ts';
import { guidePatientGenerated } from './guide-patient-generated.ts';
import { guidePlans } from './guide-plans.ts';
import { guideProblems } from './guide-problems.ts';
import { guideSections } from './guide-sections.ts';
import { guideSocialHistory } from './guide-social-history.ts';
import { header } from './header.ts';
import { healthConcerns } from './health-concerns.ts';
import { immunizations } from './immunizations.ts';
import { medicalEquipment } from './medical-equipment.ts';
import { medications } from './medications.ts';
import { mentalStatus } from './mental-status.ts';
import { notes } from './notes.ts';
import { interventions, quality, unstructured } from './other-areas.ts';
import { planOfTreatment } from './plan-of-treatment.ts';
import { problems } from './problems.ts';
import { procedures } from './procedures.ts';
import { referrals } from './referrals.ts';
import { results } from './results.ts';
import { socialHistory } from './social-history.ts';
import { vitalSigns } from './vital-signs.ts';

/** By the folder of the fragments. */
const areas: Readonly<Record<string, Area>> = {
  Allergies: allergies,
  'Care Team': careTeam,
  Encounters: encounters,
  'Family History': familyHistory,
  'Functional Status': functionalStatus,
  General: general,
  Goals: goals,
  'Guide Examples': {
    ...guideHeader,
    ...guideMedications,
    ...guideObservations,
    ...guidePatientGenerated,
    ...guidePlans,
    ...guideProblems,
    ...guideSections,
    ...guideSocialHistory,
  },
  Header: header,
  'Health Concerns': healthConcerns,
  Immunizations: immunizations,
  Interventions: interventions,
  'Medical Equipment': medicalEquipment,
  Medications: medications,
  'Mental Status': mentalStatus,
  Notes: notes,
  'Plan of Treatment': planOfTreatment,
  Problems: problems,
  Procedures: procedures,
  Quality: quality,
  'Referrals - Planned and Completed': referrals,
  Results: results,
  'Social History': socialHistory,
  Unstructured: unstructured,
  'Vital Signs': vitalSigns,
};

/** All expectations, by the beginning of the fragment's name. */
export const expectations: ReadonlyMap<string, readonly Expectation[]> = new Map(
  Object.entries(areas).flatMap(([area, listed]) =>
    Object.entries(listed).map(([name, expected]) => [`${area}/${name}`, expected] as const),
  ),
);
