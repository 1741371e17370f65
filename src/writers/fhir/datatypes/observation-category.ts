import type { CodeableConcept } from '../fhir-types.ts';
import { codeOf } from './concept.ts';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';
const usCoreSystem = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';

/** The displays of the code system; some servers show nothing else. */
const displays = new Map([
  ['social-history', 'Social History'],
  ['vital-signs', 'Vital Signs'],
  ['imaging', 'Imaging'],
  ['laboratory', 'Laboratory'],
  ['procedure', 'Procedure'],
  ['survey', 'Survey'],
  ['exam', 'Exam'],
  ['therapy', 'Therapy'],
  ['activity', 'Activity'],
]);

/** Categories of US Core, which FHIR's own system lacks. */
const usCore = new Map([
  ['functional-status', 'Functional Status'],
  ['cognitive-status', 'Cognitive Status'],
]);

/** The category of an observation. */
export const observationCategory = (category: string): CodeableConcept =>
  usCore.has(category)
    ? codeOf(usCoreSystem, category, usCore.get(category))
    : codeOf(categorySystem, category, displays.get(category));
