import { guideMap } from '../value-map.ts';
import { ACT_STATUS, CLINICAL_STATUS, LOINC, SNOMED } from './systems.ts';

/** Problem Status → clinicalStatus. */
export const problemStatus = guideMap('CF-ProblemStatus', {
  source: SNOMED,
  target: CLINICAL_STATUS,
  rows: [
    ['246455001', 'recurrence', 'equivalent'],
    ['263855007', 'relapse', 'equivalent'],
    ['277022003', 'remission', 'equivalent'],
    ['413322009', 'resolved', 'equivalent'],
    ['55561003', 'active', 'equivalent'],
    ['73425007', 'inactive', 'equivalent'],
  ],
});

/** Status code of the concern act → clinicalStatus, where no Problem Status is stated. */
export const concernStatus = guideMap('CF-ConditionClinicalStatus', {
  source: ACT_STATUS,
  target: CLINICAL_STATUS,
  rows: [
    ['aborted', 'inactive', 'wider'],
    ['active', 'active', 'equivalent'],
    ['completed', 'inactive', 'wider'],
    ['suspended', 'inactive', 'wider'],
  ],
});

/** Section code → Condition category. */
export const problemCategory = guideMap('CF-ProblemCategory', {
  source: LOINC,
  target: 'http://terminology.hl7.org/CodeSystem/condition-category',
  rows: [
    ['46240-8', 'encounter-diagnosis', 'equivalent'],
    ['11450-4', 'problem-list-item', 'equivalent'],
  ],
});

/** Section code → Condition category of US Core: the second group of the same map. */
export const healthConcernCategory = guideMap('CF-ProblemCategory', {
  source: LOINC,
  target: 'http://hl7.org/fhir/us/core/CodeSystem/condition-category',
  rows: [['75310-3', 'health-concern', 'equivalent']],
});
