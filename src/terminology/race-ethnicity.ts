import { hasLoincDigit } from './check-digits.ts';

/** OMB race categories of CDCREC, as US Core 6.1 takes them; Other Race is one since US Core 5. */
export const OTHER_RACE = '2131-1';
const OMB_RACES: ReadonlySet<string> = new Set([
  '1002-5', // American Indian or Alaska Native
  '2028-9', // Asian
  '2054-5', // Black or African American
  '2076-8', // Native Hawaiian or Other Pacific Islander
  '2106-3', // White
  OTHER_RACE,
]);

/** OMB ethnicity categories: Hispanic or Latino, Not Hispanic or Latino. */
const OMB_ETHNICITIES: ReadonlySet<string> = new Set(['2135-2', '2186-5']);

/** The nullFlavors that US Core accepts as an OMB category. */
export const ombNullFlavors: ReadonlySet<string> = new Set(['UNK', 'ASKU']);

/** What a CDCREC code is: an OMB category, a detailed code, or none that we know. */
export type RaceEthnicityKind =
  | 'omb-race'
  | 'detailed-race'
  | 'omb-ethnicity'
  | 'detailed-ethnicity'
  | 'unknown';

/** The two abstract tops of the code system, Race and Ethnicity. */
const TOPS: ReadonlySet<string> = new Set(['1000-9', '2133-7']);

function detailedKind(code: string): RaceEthnicityKind {
  const [, number, check] = /^(\d{4})-(\d)$/.exec(code) ?? [];
  if (number === undefined || check === undefined || TOPS.has(code)) return 'unknown';
  if (!hasLoincDigit(number, check)) return 'unknown';
  const value = Number(number);
  if (value > 2133 && value <= 2186) return 'detailed-ethnicity';
  // 2500 came later, for Pacific islanders
  return (value >= 1000 && value < 2133) || value === 2500 ? 'detailed-race' : 'unknown';
}

/** What kind of code of CDC's Race and Ethnicity this is. */
export function raceEthnicityKindOf(code: string): RaceEthnicityKind {
  if (OMB_RACES.has(code)) return 'omb-race';
  if (OMB_ETHNICITIES.has(code)) return 'omb-ethnicity';
  return detailedKind(code);
}

/** The numbers of CDCREC under each OMB race, as ranges: the code system numbers its hierarchy in order. */
const racesByNumber: readonly (readonly [from: number, to: number, race: string])[] = [
  [1002, 1999, '1002-5'],
  [2028, 2053, '2028-9'],
  [2054, 2075, '2054-5'],
  [2076, 2105, '2076-8'],
  [2106, 2130, '2106-3'],
  [2500, 2500, '2076-8'],
];

/** The OMB race above a detailed code. */
export function ombRaceOf(code: string): string | undefined {
  if (raceEthnicityKindOf(code) !== 'detailed-race') return undefined;
  const number = Number(code.slice(0, 4));
  return racesByNumber.find(([from, to]) => number >= from && number <= to)?.[2];
}
