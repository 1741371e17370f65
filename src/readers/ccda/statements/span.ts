import type { Period, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { known } from '../datatypes/time.ts';
import { by, type Field, type Found } from '../fields.ts';
import type { Scope } from '../scope.ts';
import { readTiming, saysTime, type Timing } from './observed-time.ts';
import { componentsOf } from './organizer.ts';

/** The times of all observations in an organizer. */
const innerTimes = (organizer: XmlElement): XmlElement[] => [
  ...componentsOf(organizer, 'observation').flatMap((one) => one.elements('effectiveTime')),
  ...componentsOf(organizer, 'organizer').flatMap(innerTimes),
];

/**
 * When a panel of vital signs was. Many give its organizer a span and each of its signs one and the same time: that is
 * the time of the panel, which FHIR wants as a point.
 */
function panelSpanOf(from: XmlElement, scope: Scope): Found<Timing> | undefined {
  const found = spanOf(from, scope);
  if (!found?.value.span) return found;
  const nodes = innerTimes(from).filter(saysTime);
  const [first, ...others] = nodes.flatMap((node) => momentsOf(readTiming(node, scope)));
  if (!first || others.some(({ value }) => value !== first.value)) return found;
  // Of times of one day whose hours cannot be written the panel has the day.
  const isOne = others.every((one) => stampOf(one) === stampOf(first));
  return { value: { point: isOne ? first : { value: first.value } }, nodes };
}

/** When an organizer was: as it says, else from the earliest of its observations to the latest (CF-results). */
function spanOf(from: XmlElement, scope: Scope): Found<Timing> | undefined {
  const own = from.first('effectiveTime');
  const stated = own && readTiming(own, scope);
  if (own && stated && saysTime(own)) return { value: stated, nodes: [own] };
  const nodes = innerTimes(from).filter(saysTime);
  const times = nodes.flatMap((node) => momentsOf(readTiming(node, scope))).toSorted(byMoment);
  const [earliest, latest] = [times[0], times.at(-1)];
  if (!earliest || !latest) return own && stated && { value: stated, nodes: [own] };
  const isPoint = stampOf(earliest) === stampOf(latest);
  return { value: isPoint ? { point: earliest } : { span: { start: earliest, end: latest } }, nodes };
}

const momentsOf = (timing: Timing | undefined): When[] =>
  [timing?.point, timing?.span?.start, timing?.span?.end].map(known).filter((one) => one !== undefined);

const stampOf = ({ literal, value = '' }: When): string => (literal ?? value).replace(/\D/g, '');

/** Times with their offsets compare as instants, all others as they are written. */
function byMoment(a: When, b: When): number {
  const [one, other] = [a, b].map(({ value = '' }) => (value.length > 10 ? Date.parse(value) : Number.NaN));
  const apart = (one ?? Number.NaN) - (other ?? Number.NaN);
  if (!Number.isNaN(apart)) return apart;
  return stampOf(a) < stampOf(b) ? -1 : stampOf(a) > stampOf(b) ? 1 : 0;
}

const part = <P extends keyof Timing>(name: P, read: typeof spanOf): Field<NonNullable<Timing[P]>> =>
  by('effectiveTime | component/observation/effectiveTime', (from, scope) => {
    const found = read(from, scope);
    const value = found?.value[name];
    return found && value && { value, nodes: found.nodes };
  });

/** The point or the span of an organizer. */
export const spanFields: { effective: Field<When>; effectivePeriod: Field<Period> } = {
  effective: part('point', spanOf),
  effectivePeriod: part('span', spanOf),
};

/** The same of a panel of vital signs. */
export const panelSpanFields: typeof spanFields = {
  effective: part('point', panelSpanOf),
  effectivePeriod: part('span', panelSpanOf),
};
