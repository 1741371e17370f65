import type { Period, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { known, readPeriod, readWhen } from '../datatypes/time.ts';
import { by, type Field, type Found } from '../fields.ts';
import type { Scope } from '../scope.ts';

/** When something was: a point, or a span. */
export interface Timing {
  readonly point?: When;
  readonly span?: Period;
}

/** The elements that may say when, the surest first. */
type Source = (from: XmlElement) => readonly XmlElement[];

/** The point and the span of what `times` finds: the first that says anything, else the first. */
export const timingFields = (
  path: string,
  times: Source,
): { effective: Field<When>; effectivePeriod: Field<Period> } => ({
  effective: by(path, (from, scope) => partOf('point', times(from), scope)),
  effectivePeriod: by(path, (from, scope) => partOf('span', times(from), scope)),
});

function partOf<P extends keyof Timing>(
  part: P,
  times: readonly XmlElement[],
  scope: Scope,
): Found<NonNullable<Timing[P]>> | undefined {
  const node = times.find(saysTime) ?? times[0];
  const value = node && readTiming(node, scope)?.[part];
  return value && { value, nodes: [node] };
}

/** Whether an effectiveTime names a time at all, or only says that it is not known. */
export const saysTime = (time: XmlElement): boolean =>
  [time, ...time.elements()].some(({ attributes }) => (attributes['value'] ?? '').trim() !== '');

/**
 * A span whose ends are the same is a point (CF-results), and so is one without a known end: many write the time itself as
 * its start.
 */
export function readTiming(time: XmlElement, scope: Scope): Timing | undefined {
  const high = time.first('high');
  if (!high || isPoint(time)) return pointOf(time, scope);
  const span = readPeriod(time, scope);
  return span && known(span.end) ? { span } : pointOf(time, scope);
}

const isPoint = (time: XmlElement): boolean => {
  const [low, high] = ['low', 'high'].map((name) => time.first(name)?.attributes['value']?.trim());
  return low !== undefined && low === high;
};

function pointOf(time: XmlElement, scope: Scope): Timing | undefined {
  const point = readWhen(time, scope);
  return point && { point };
}
