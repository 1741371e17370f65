import { type Coding, type Concept, compact, listOf, type RaceOrEthnicity } from '../../../record/index.ts';
import {
  dataAbsentReasonOf,
  ombNullFlavors,
  ombRaceOf,
  raceEthnicityKindOf,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readCoding, readConcept } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import type { Scope } from '../scope.ts';

const cdcRaceAndEthnicity = 'urn:oid:2.16.840.1.113883.6.238';
const nullFlavorSystem = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';

interface SortedRaces {
  readonly categories: Coding[];
  readonly detailed: Coding[];
  readonly other: Concept[];
}

/** OMB's categories, what is finer, and the source's words, from the plain and the sdtc elements (CF-patient). */
export function readRaces(
  elements: readonly XmlElement[],
  kind: 'race' | 'ethnicity',
  scope: Scope,
): RaceOrEthnicity | undefined {
  const sorted: SortedRaces = { categories: [], detailed: [], other: [] };
  for (const element of elements) sortRace(element, kind, sorted, scope);
  const text = raceText(elements, scope);
  const categories = uniqueCodings(sorted.categories);
  const absent = text === undefined && sorted.other.length === 0 ? reasonOf(elements) : undefined;
  const found = compact({
    categories: listOf([...categories, ...furtherCategories(categories, sorted.detailed)]),
    detailed: listOf(uniqueCodings(sorted.detailed)),
    other: listOf(sorted.other),
    text,
    absent: categories.length === 0 && sorted.detailed.length === 0 ? absent : undefined,
  } as RaceOrEthnicity);
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A finer race under another category than those stated names that one too (CF-patient). */
function furtherCategories(stated: readonly Coding[], detailed: readonly Coding[]): Coding[] {
  const codes = new Set(stated.map(({ code }) => code));
  if (!stated.some(({ system }) => system === cdcRaceAndEthnicity)) return [];
  const above = detailed
    .map(({ code }) => code && ombRaceOf(code))
    .filter((code) => code !== undefined && code !== '');
  return [...new Set(above)]
    .filter((code) => !codes.has(code))
    .map((code) => ({ system: cdcRaceAndEthnicity, code }));
}

const saidReasons = new Set(['MSK', 'NASK', 'NA', 'NAV']);

/** Why none is given, where the source says more than that there is no information. */
function reasonOf(elements: readonly XmlElement[]): RaceOrEthnicity['absent'] {
  const flavor = elements
    .map(({ attributes }) => attributes['nullFlavor'] ?? '')
    .find((one) => saidReasons.has(one));
  return flavor === undefined ? undefined : dataAbsentReasonOf(flavor);
}

const uniqueCodings = <T extends { code?: string | undefined }>(codings: T[]): T[] =>
  codings.filter((coding, index) => codings.findIndex(({ code }) => code === coding.code) === index);

function sortRace(element: XmlElement, kind: 'race' | 'ethnicity', sorted: SortedRaces, scope: Scope): void {
  const { nullFlavor = '' } = element.attributes;
  const codings = readConcept(element, scope)?.codings ?? [];
  if (ombNullFlavors.has(nullFlavor) && codings.length !== 1) {
    sorted.categories.push({ system: nullFlavorSystem, code: nullFlavor });
  }
  for (const coding of codings) {
    const level = levelOf(coding);
    if (level === `omb-${kind}`) sorted.categories.push(coding);
    else if (level === `detailed-${kind}`) sorted.detailed.push(coding);
    else sorted.other.push({ codings: [coding] });
  }
}

const levelOf = ({ system, code }: Coding) =>
  system === cdcRaceAndEthnicity && code ? raceEthnicityKindOf(code) : 'unknown';

/** All words of the source, each once, separated by commas. */
function raceText(elements: readonly XmlElement[], scope: Scope): string | undefined {
  const words = elements.flatMap((element) => {
    const original = element.first('originalText');
    const displays = [element, ...element.elements('translation')].map(
      (one) => readCoding(one, scope)?.display,
    );
    return [original && readText(original, scope), clean(element.attributes['displayName']), ...displays];
  });
  const found = [...new Set(words.filter((word) => word !== undefined))];
  return found.length > 0 ? found.join(', ') : undefined;
}
