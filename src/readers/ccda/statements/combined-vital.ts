import { oximetry, type PressurePair, pressurePairs } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Scope } from '../scope.ts';
import { organizerOf } from './organizer.ts';
import { isInUnit } from './vital-sign-value.ts';

/** Several observations of a document that FHIR has as one. */
export type Combination =
  | { readonly kind: 'pressure'; readonly pair: PressurePair; readonly elements: readonly XmlElement[] }
  | { readonly kind: 'oximetry'; readonly elements: readonly XmlElement[] };

const saturation = oximetry.saturation.map(({ code }) => code);
const breathed = [...oximetry.flow, ...oximetry.concentration].map(({ code }) => code);
const pressures = pressurePairs.flatMap(({ systolic, diastolic }) => [systolic.code, diastolic.code]);
const combined = new Set([...saturation, ...breathed, ...pressures]);

/** The codes of an observation, its translations' among them. */
export function codesOf(observation: XmlElement): string[] {
  const code = observation.first('code');
  if (!code) return [];
  const sources = [code, ...code.elements('translation')];
  return sources.map(({ attributes }) => attributes['code']?.trim() ?? '').filter((one) => one !== '');
}

export const hasCode = (observation: XmlElement, codes: readonly string[]): boolean =>
  codesOf(observation).some((code) => codes.includes(code));

/** Whether an observation has the code of one that may be combined. */
function isCombined(observation: XmlElement): boolean {
  const code = observation.first('code');
  const isOne = ({ attributes }: XmlElement): boolean => combined.has(attributes['code']?.trim() ?? '');
  return code !== undefined && (isOne(code) || code.elements('translation').some(isOne));
}

/** The combination that an observation belongs to; worked out once for all that stand beside it. */
export function combinationOf(observation: XmlElement, scope: Scope): Combination | undefined {
  if (!isCombined(observation)) return undefined;
  const around = organizerOf(observation) ?? observation.parent?.parent;
  return around && scope.collector.once(around, () => combinationsIn(around, scope)).get(observation);
}

/** The combinations of an organizer, or of the entries of a section. */
function combinationsIn(around: XmlElement, scope: Scope): Map<XmlElement, Combination> {
  const observations = around.elements().flatMap((child) => child.elements('observation'));
  const moments = Map.groupBy(observations, momentOf);
  const found = [...moments.values()].flatMap((group) => [
    ...pressuresOf(group, scope),
    ...oximetryOf(group),
  ]);
  return new Map(found.flatMap((one) => one.elements.map((element) => [element, one] as const)));
}

/** What belongs together was observed at one time, and is done, under way or negated alike. */
function momentOf(observation: XmlElement): string {
  const time = observation.first('effectiveTime');
  const when = time?.attributes['value'] ?? time?.first('low')?.attributes['value'] ?? '';
  // Many leave the status out, which the template fixes as completed.
  const status = observation.first('statusCode')?.attributes['code'] ?? 'completed';
  return [when, status, observation.attributes['negationInd'] ?? ''].join(' ');
}

/** The first systolic reading with the first diastolic one, and so on; in other units each stays by itself. */
const pressuresOf = (group: readonly XmlElement[], scope: Scope): Combination[] =>
  pressurePairs.flatMap((pair) => {
    const readings = group.filter((one) => hasCode(one, [pair.systolic.code, pair.diastolic.code]));
    if (!readings.every((one) => isInUnit(one, scope))) return [];
    const upper = readings.filter((one) => hasCode(one, [pair.systolic.code]));
    const lower = readings.filter((one) => hasCode(one, [pair.diastolic.code]));
    return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => ({
      kind: 'pressure' as const,
      pair,
      elements: [upper[index], lower[index]].filter((one) => one !== undefined),
    }));
  });

/** The saturation with what the patient breathed; that alone is an observation of its own. */
function oximetryOf(group: readonly XmlElement[]): Combination[] {
  const [first, ...others] = group.filter((one) => hasCode(one, saturation));
  if (!first) return [];
  const parts = group.filter((one) => hasCode(one, breathed));
  return [
    { kind: 'oximetry', elements: [first, ...parts] },
    ...others.map((one) => ({ kind: 'oximetry' as const, elements: [one] })),
  ];
}
