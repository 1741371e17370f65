import type { Period, When } from '../../../record/index.ts';
import { dataAbsentReasonOf } from '../../../terminology/index.ts';
import { whenOf } from '../../when-of.ts';
import type { XmlElement } from '../../xml/element.ts';
import { report, type Scope } from '../scope.ts';

/** A TS element, or the `low` of an interval: its time, or why there is none. */
export function readWhen(element: XmlElement, scope: Scope): When | undefined {
  const literal = element.attributes['value'];
  if (literal !== undefined && literal.trim() !== '') return readLiteral(element, literal, scope);
  const { nullFlavor } = element.attributes;
  const inner = element.first('low') ?? element.first('center');
  if (inner) return readWhen(inner, scope);
  return nullFlavor === undefined ? undefined : { absent: dataAbsentReasonOf(nullFlavor) };
}

function readLiteral(element: XmlElement, literal: string, scope: Scope): When {
  const { times } = scope.readings;
  if (!times.has(literal)) times.set(literal, whenOf(literal, scope.offsetAt));
  const when = times.get(literal);
  if (!when) report(scope, 'time-invalid', element);
  else if (when.literal !== undefined) report(scope, 'time-without-offset', element);
  return when ?? { literal, absent: 'error' };
}

/** An IVL_TS: both ends as the source states them; a plain value is its start. */
export function readPeriod(element: XmlElement, scope: Scope): Period | undefined {
  const low = element.first('low');
  const high = element.first('high');
  const start = low
    ? readWhen(low, scope)
    : element.attributes['value']
      ? readWhen(element, scope)
      : undefined;
  const end = high && readWhen(high, scope);
  if (!start && !end) return undefined;
  return { ...(start && { start }), ...(end && { end }) };
}

/** A time that says something: not one that is only absent. */
export const known = (when: When | undefined): When | undefined =>
  when?.value !== undefined || when?.literal !== undefined ? when : undefined;
