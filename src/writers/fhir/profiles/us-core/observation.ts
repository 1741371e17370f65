import {
  absentCode,
  codesOf,
  element,
  has,
  hasChoice,
  hasCode,
  membersOf,
  partOf,
  rule,
} from '../demands.ts';
import type { Demand, Json, Profile } from '../profile.ts';
import { urlOf } from './url.ts';
import { vitalSignProfiles } from './vital-signs.ts';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';
const loinc = 'http://loinc.org';
const ucum = 'http://unitsofmeasure.org';

const isIn = (observation: Json, category: string): boolean =>
  hasCode(membersOf(observation, 'category'), categorySystem, category);

const hasParts = (observation: Json): boolean =>
  has(observation, 'component') || has(observation, 'hasMember');

/** A value, parts or the reason why there is none. */
const valued: Demand = {
  rule: 'us-core-2',
  met: (observation) =>
    hasParts(observation) || hasChoice(observation, 'value') || has(observation, 'dataAbsentReason'),
  supply: (observation) => ({
    ...observation,
    dataAbsentReason: absentCode,
  }),
};

/**
 * us-core-1: a time is known to the day at least. Of one that is not known at all the rule's own expression fails, and
 * what is said of it stands as a period without ends.
 */
const toTheDay: Demand = {
  rule: 'us-core-1',
  met: ({ effectiveDateTime: time, _effectiveDateTime: sibling }) =>
    time === undefined ? sibling === undefined : String(time).length >= 10,
  supply: (observation) => {
    const { effectiveDateTime: time, _effectiveDateTime: sibling, ...rest } = observation;
    return time === undefined ? { ...rest, effectivePeriod: sibling } : observation;
  },
};

/** us-core-3: a quantity has a unit of UCUM, or none that is coded. */
const inUcum = rule('us-core-3', (observation) => {
  const { system } = partOf(observation, 'valueQuantity');
  return system === undefined || system === ucum;
});

const among = (category: string): Demand =>
  rule(`category:${category}`, (observation) => isIn(observation, category));

const atOneTime = rule('effectiveDateTime', (observation) => has(observation, 'effectiveDateTime'));
const conceptValue = rule('valueCodeableConcept', (observation) => has(observation, 'valueCodeableConcept'));

const profile = (name: string, ...demands: Demand[]): Profile => ({ url: urlOf(name), demands });

const simple = profile('simple-observation', element('category'));

/** Profiles for one LOINC code; where the narrow one is not met the plain one may be. */
const byCode: readonly (readonly [string, readonly Profile[]])[] = [
  [
    '72166-2',
    [
      profile(
        'smokingstatus',
        rule('status', ({ status }) => status === 'final' || status === 'entered-in-error'),
        among('social-history'),
        atOneTime,
        rule('value[x]', (observation) => hasChoice(observation, 'value')),
        inUcum,
      ),
      simple,
    ],
  ],
  ['82810-3', [profile('observation-pregnancystatus', atOneTime, conceptValue), simple]],
  ['86645-9', [profile('observation-pregnancyintent', atOneTime, conceptValue), simple]],
  ['11341-5', [profile('observation-occupation', conceptValue), simple]],
  ['76690-7', [profile('observation-sexual-orientation', valued), simple]],
];

const clinicalResult = profile('observation-clinical-result', element('category'), valued, toTheDay, inUcum);

/** Profiles for a category, in the order in which they speak for an observation that has several. */
const byCategory: readonly (readonly [string, readonly Profile[]])[] = [
  ['laboratory', [profile('observation-lab', valued, toTheDay, inUcum), simple]],
  ['survey', [profile('observation-screening-assessment', valued, toTheDay, inUcum), simple]],
  ['social-history', [simple]],
  ...['imaging', 'procedure', 'exam', 'therapy', 'activity'].map(
    (category) => [category, [clinicalResult, simple]] as const,
  ),
];

const usCoreCategory = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';

/** The profiles for an observation: by its code, else as a vital sign, else by its category. */
export function observationProfiles(observation: Json): readonly Profile[] {
  const codes = codesOf([partOf(observation, 'code')], loinc);
  const coded = byCode.find(([code]) => codes.includes(code));
  if (coded) return coded[1];
  const categories = codesOf(membersOf(observation, 'category'), categorySystem);
  if (categories.includes('vital-signs')) return vitalSignProfiles(observation);
  const found = byCategory.find(([category]) => categories.includes(category));
  if (found) return found[1];
  return codesOf(membersOf(observation, 'category'), usCoreCategory).length > 0 ? [simple] : [];
}
