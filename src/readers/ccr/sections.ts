import type { Reference } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Scope } from './scope.ts';
import { readAlert } from './statements/alert.ts';
import { readEncounter } from './statements/encounter.ts';
import { readFamilyHistory } from './statements/family.ts';
import { readImmunization } from './statements/immunization.ts';
import { readMedication } from './statements/medication.ts';
import { readPayer } from './statements/payer.ts';
import { readPlan } from './statements/plan.ts';
import { readProblem } from './statements/problem.ts';
import { readProcedure } from './statements/procedure.ts';
import { readResult, readVitalSigns } from './statements/result.ts';
import { readSocialHistory } from './statements/social.ts';

/** A section of the body: what it is called, its code in LOINC, and how its objects are read. */
interface SectionRules {
  readonly title: string;
  readonly loinc: string | undefined;
  readonly read?: (element: XmlElement, scope: Scope) => readonly Reference[];
}

type ReadOne = (element: XmlElement, scope: Scope) => Reference | undefined;

const one =
  (read: ReadOne): NonNullable<SectionRules['read']> =>
  (element, scope) => {
    const found = read(element, scope);
    return found ? [found] : [];
  };

/** The sections of ASTM E2369; what has no rule of its own is kept in words. */
export const sections: Readonly<Record<string, SectionRules>> = {
  Payers: { title: 'Payers', loinc: '48768-6', read: one(readPayer) },
  AdvanceDirectives: { title: 'Advance directives', loinc: '42348-3' },
  Support: { title: 'Support', loinc: undefined },
  FunctionalStatus: { title: 'Functional status', loinc: '47420-5' },
  Problems: { title: 'Problems', loinc: '11450-4', read: one(readProblem) },
  FamilyHistory: { title: 'Family history', loinc: '10157-6', read: readFamilyHistory },
  SocialHistory: { title: 'Social history', loinc: '29762-2', read: one(readSocialHistory) },
  Alerts: { title: 'Alerts', loinc: '48765-2', read: one(readAlert) },
  Medications: { title: 'Medications', loinc: '10160-0', read: one(readMedication) },
  MedicalEquipment: { title: 'Medical equipment', loinc: '46264-8' },
  Immunizations: { title: 'Immunizations', loinc: '11369-6', read: one(readImmunization) },
  VitalSigns: { title: 'Vital signs', loinc: '8716-3', read: readVitalSigns },
  Results: { title: 'Results', loinc: '30954-2', read: one(readResult) },
  Procedures: { title: 'Procedures', loinc: '47519-4', read: one(readProcedure) },
  Encounters: { title: 'Encounters', loinc: '46240-8', read: one(readEncounter) },
  PlanOfCare: { title: 'Plan of care', loinc: '18776-5', read: readPlan },
  HealthCareProviders: { title: 'Health care providers', loinc: '85847-2' },
};
