import { guideMap } from '../value-map.ts';
import { SNOMED, V3 } from './systems.ts';

/** Allergy type value → category. */
export const allergyCategory = guideMap('CF-AllergyIntoleranceCategory', {
  source: SNOMED,
  target: 'http://hl7.org/fhir/allergy-intolerance-category',
  rows: [
    ['418038007', undefined, 'unmatched'],
    ['419199007', undefined, 'unmatched'],
    ['420134006', undefined, 'unmatched'],
    ['235719002', 'food', 'equivalent'],
    ['414285001', 'food', 'equivalent'],
    ['418471000', 'food', 'equivalent'],
    ['416098002', 'medication', 'equivalent'],
    ['419511003', 'medication', 'equivalent'],
    ['59037007', 'medication', 'equivalent'],
  ],
});

/** Allergy type value → type. */
export const allergyType = guideMap('CF-AllergyIntoleranceType', {
  source: SNOMED,
  target: 'http://hl7.org/fhir/allergy-intolerance-type',
  rows: [
    ['235719002', 'intolerance', 'equivalent'],
    ['414285001', 'allergy', 'equivalent'],
    ['416098002', 'allergy', 'equivalent'],
    ['418038007', undefined, 'unmatched'],
    ['418471000', undefined, 'unmatched'],
    ['419199007', 'allergy', 'equivalent'],
    ['419511003', undefined, 'unmatched'],
    ['420134006', undefined, 'unmatched'],
    ['59037007', 'intolerance', 'equivalent'],
  ],
});

/** Allergy Status Observation → clinicalStatus. */
export const allergyStatus = guideMap('CF-AllergyStatus', {
  source: SNOMED,
  target: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  rows: [
    ['413322009', 'resolved', 'equivalent'],
    ['73425007', 'inactive', 'equivalent'],
    ['55561003', 'active', 'equivalent'],
  ],
});

/** Criticality Observation → criticality. */
export const criticality = guideMap('CF-Criticality', {
  source: `${V3}ObservationValue`,
  target: 'http://hl7.org/fhir/allergy-intolerance-criticality',
  rows: [
    ['CRITH', 'high', 'equivalent'],
    ['CRITL', 'low', 'equivalent'],
    ['CRITU', 'unable-to-assess', 'equivalent'],
  ],
});

/** Severity Observation → reaction severity. */
export const severity = guideMap('CF-Severity', {
  source: SNOMED,
  target: 'http://hl7.org/fhir/reaction-event-severity',
  rows: [
    ['255604002', 'mild', 'equivalent'],
    ['6736007', 'moderate', 'equivalent'],
    ['24484000', 'severe', 'equivalent'],
  ],
});

/** Allergy type value of a negated allergy without a substance → the "no known …" concept. */
export const noKnownAllergy = guideMap('CF-NoKnownAllergies', {
  source: SNOMED,
  target: SNOMED,
  rows: [
    ['414285001', '429625007', 'equivalent'],
    ['416098002', '409137002', 'equivalent'],
    ['419199007', '716186003', 'equivalent'],
    ['235719002', undefined, 'unmatched'],
    ['418038007', undefined, 'unmatched'],
    ['418471000', undefined, 'unmatched'],
    ['419511003', undefined, 'unmatched'],
    ['420134006', undefined, 'unmatched'],
  ],
});
