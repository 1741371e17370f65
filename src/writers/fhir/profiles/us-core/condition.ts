import { element, hasCode, membersOf, rule } from '../demands.ts';
import type { Json, Profile } from '../profile.ts';
import { urlOf } from './url.ts';

const category = 'http://terminology.hl7.org/CodeSystem/condition-category';
const usCoreCategory = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category';

const isAmong = (resource: Json, system: string, code: string): boolean =>
  hasCode(membersOf(resource, 'category'), system, code);

const problems: Profile = {
  url: urlOf('condition-problems-health-concerns'),
  demands: [
    rule(
      'category:us-core',
      (resource) =>
        isAmong(resource, category, 'problem-list-item') ||
        isAmong(resource, usCoreCategory, 'health-concern'),
    ),
    element('code'),
  ],
};

const diagnosis: Profile = { url: urlOf('condition-encounter-diagnosis'), demands: [element('code')] };

/** A diagnosis of an encounter, or else a problem or concern. */
export const conditionProfiles = (resource: Json): readonly Profile[] =>
  isAmong(resource, category, 'encounter-diagnosis') ? [diagnosis] : [problems];
