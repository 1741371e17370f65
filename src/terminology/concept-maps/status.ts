import { guideMap } from '../value-map.ts';
import { ACT_STATUS, EVENT_STATUS, V3 } from './systems.ts';

/** Encounter status. */
export const encounterStatus = guideMap('CF-EncounterStatus', {
  version: '1.2.0',
  source: ACT_STATUS,
  target: 'http://hl7.org/fhir/encounter-status',
  rows: [
    ['aborted', 'unknown', 'wider'],
    ['active', 'in-progress', 'equal'],
    ['cancelled', 'cancelled', 'equal'],
    ['completed', 'finished', 'equal'],
    ['held', 'planned', 'wider'],
    ['new', 'unknown', 'wider'],
    ['suspended', 'onleave', 'narrower'],
    ['nullified', 'entered-in-error', 'equal'],
  ],
});

/** Immunization status. completed has a second target for negated ones: `immunizationStatusOf` tells them apart. */
export const immunizationStatus = guideMap('CF-ImmunizationStatus', {
  source: ACT_STATUS,
  target: EVENT_STATUS,
  rows: [
    ['aborted', 'not-done', 'wider'],
    ['cancelled', 'not-done', 'wider'],
    ['completed', 'completed', 'equivalent'],
    ['completed', 'not-done', 'wider'],
    ['held', 'not-done', 'wider'],
    ['new', 'not-done', 'wider'],
    ['nullified', 'entered-in-error', 'equivalent'],
    ['obsolete', 'not-done', 'wider'],
    ['suspended', 'not-done', 'wider'],
  ],
});

/** Procedure status. */
export const procedureStatus = guideMap('CF-ProcedureStatus', {
  source: ACT_STATUS,
  target: EVENT_STATUS,
  rows: [
    ['aborted', 'stopped', 'equivalent'],
    ['active', 'in-progress', 'equivalent'],
    ['cancelled', 'not-done', 'equivalent'],
    ['completed', 'completed', 'equivalent'],
  ],
});

// a result and its organizer have the same rows in the guide
const resultRows = [
  ['aborted', 'cancelled', 'wider'],
  ['active', 'registered', 'inexact'],
  ['cancelled', 'cancelled', 'equal'],
  ['completed', 'final', 'equal'],
  ['held', 'registered', 'inexact'],
  ['suspended', 'registered', 'inexact'],
] as const;

/** Status of a single result. */
export const resultStatus = guideMap('CF-ResultStatus', {
  source: ACT_STATUS,
  target: 'http://hl7.org/fhir/observation-status',
  rows: resultRows,
});

/** Status of a result organizer, towards the report. */
export const resultReportStatus = guideMap('CF-ResultReportStatus', {
  source: ACT_STATUS,
  target: 'http://hl7.org/fhir/diagnostic-report-status',
  rows: resultRows,
});

/** Medication activity status → MedicationRequest status. */
export const medicationStatus = guideMap('CF-MedicationStatus', {
  source: ACT_STATUS,
  target: 'http://hl7.org/fhir/CodeSystem/medicationrequest-status',
  rows: [
    ['active', 'active', 'equivalent'],
    ['suspended', 'on-hold', 'equivalent'],
    ['aborted', 'stopped', 'equivalent'],
    ['completed', 'completed', 'equivalent'],
    ['nullified', 'entered-in-error', 'equivalent'],
  ],
});

/** Medication activity mood → MedicationRequest intent. */
export const medicationIntent = guideMap('CF-MedActivityMood', {
  source: `${V3}ActMood`,
  target: 'http://hl7.org/fhir/CodeSystem/medicationrequest-intent',
  rows: [
    ['EVN', 'plan', 'inexact'],
    ['INT', 'order', 'inexact'],
  ],
});
