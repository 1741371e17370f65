import {
  type Coding,
  type Concept,
  compact,
  listOf,
  patient,
  type RaceOrEthnicity,
  type When,
} from '../../record/index.ts';
import { raceEthnicityKindOf } from '../../terminology/index.ts';
import { maritalStatus, raceAndEthnicity } from '../bindings.ts';
import { boundConcept, type Draft, type Kept, targetOf } from './target.ts';

/** The person whose chart it is. */
export const patientTarget = targetOf('patient', patient, {
  aliases: { birthDate: 'birth', deathDate: 'died', sexAtBirth: 'birthSex', language: 'communications' },
  types: {
    race: { is: 'list', of: boundConcept(raceAndEthnicity) },
    ethnicity: { is: 'list', of: boundConcept(raceAndEthnicity) },
    maritalStatus: boundConcept(maritalStatus),
    deceased: { is: 'death' },
  },
  settle,
});

function settle(draft: Draft, kept: Kept): Draft {
  const { deceased, race, ethnicity, ...rest } = draft;
  const gender = kept.get('gender');
  kept.delete('gender');
  return compact({
    ...rest,
    ...settleDeath(deceased as When | boolean | undefined),
    race: raceOf(race as Concept[] | undefined, 'race'),
    ethnicity: raceOf(ethnicity as Concept[] | undefined, 'ethnicity'),
    // What FHIR has no word for stands in the source's own.
    genderConcept:
      rest['genderConcept'] ?? (gender === undefined ? undefined : { codings: [], text: gender }),
  });
}

const settleDeath = (said: When | boolean | undefined): Draft =>
  said === undefined ? {} : typeof said === 'boolean' ? { deceased: said } : { died: said };

/** OMB's categories, what is finer, and the source's words. */
function raceOf(
  concepts: readonly Concept[] | undefined,
  kind: 'race' | 'ethnicity',
): RaceOrEthnicity | undefined {
  if (!concepts || concepts.length === 0) return undefined;
  const codings = concepts.flatMap((one) => one.codings);
  const levelled = (level: string): Coding[] => codings.filter((one) => levelOf(one) === level);
  const named = new Set([`omb-${kind}`, `detailed-${kind}`]);
  const other = codings.filter((one) => !named.has(levelOf(one)));
  const words = [...new Set(concepts.flatMap((one) => one.text ?? one.codings[0]?.display ?? []))];
  return compact({
    categories: listOf(levelled(`omb-${kind}`)),
    detailed: listOf(levelled(`detailed-${kind}`)),
    other: listOf(other.map((one) => ({ codings: [one] }))),
    text: words.length > 0 ? words.join(', ') : undefined,
  } as RaceOrEthnicity);
}

const levelOf = ({ system, code }: Coding): string =>
  system === raceAndEthnicity.system && code !== undefined ? raceEthnicityKindOf(code) : 'unknown';
