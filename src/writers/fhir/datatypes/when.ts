import type { Period as RecordPeriod, When } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Element, Period } from '../fhir-types.ts';
import { absentExtension, elementOf, originalText } from './extension.ts';

type Dated<K extends string> = { [P in K]?: string } & { [P in `_${K}`]?: Element };

const fullInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether there is anything to say. */
export const isSaid = (when: When | undefined): when is When =>
  when !== undefined && (when.value ?? when.literal ?? when.absent) !== undefined;

/** A dateTime element and its sibling: the value, the source's own text, why it is absent. */
export function dated<K extends string>(key: K, when: When | undefined): Dated<K> {
  if (!isSaid(when)) return {} as Dated<K>;
  const { value, literal, absent, ...rest } = when;
  everyField(rest);
  const element = elementOf(
    literal === undefined ? undefined : originalText(literal),
    value === undefined && absent !== undefined ? absentExtension(absent) : undefined,
  );
  const found: Record<string, unknown> = {};
  found[key] = value;
  if (element) found[`_${key}`] = element;
  return found as Dated<K>;
}

/** A date element, which has no time of day: what the source says beyond the day stands beside it. */
export const onDay = <K extends string>(key: K, when: When): Dated<K> => {
  const { value, literal } = when;
  const day = value?.slice(0, 10);
  return dated(
    key,
    day === value ? when : { ...when, ...(day && { value: day }), ...given(literal ?? value) },
  );
};
const given = (literal: string | undefined): When => (literal === undefined ? {} : { literal });

/** A dateTime that FHIR requires. */
export const datedAlways = <K extends string>(key: K, when: When | undefined): Dated<K> =>
  dated(key, when?.value === undefined ? { ...when, absent: when?.absent ?? 'unknown' } : when);

/** The value where it is a full instant. */
export const instant = (when: When | undefined): string | undefined =>
  when?.value !== undefined && fullInstant.test(when.value) ? when.value : undefined;

/** A span; an end that lies before its start is kept as text, for FHIR has no such periods. */
export function period(span: RecordPeriod | undefined): Period | undefined {
  if (!span) return undefined;
  const { start, end, ...rest } = span;
  everyField(rest);
  if (!isSaid(start) && !isSaid(end)) return undefined;
  if (isBefore(end?.value, start?.value))
    return { ...dated('start', start), ...dated('end', { literal: end?.literal ?? end?.value }) };
  return { ...dated('start', asPreciseAs(start, end)), ...dated('end', asPreciseAs(end, start)) };
}

/** On one day a date and a time cannot be put in order (per-1): the time is cut to the date, its literal kept. */
function asPreciseAs(when: When | undefined, other: When | undefined): When | undefined {
  const [value, limit] = [when?.value, other?.value];
  if (value === undefined || limit === undefined || value.length <= limit.length || !value.startsWith(limit))
    return when;
  return { ...when, value: limit, literal: when?.literal ?? value };
}

/** Compares at the precision that both have; offsets are compared as times. */
function isBefore(end: string | undefined, start: string | undefined): boolean {
  if (end === undefined || start === undefined) return false;
  if (fullInstant.test(end) && fullInstant.test(start)) return Date.parse(end) < Date.parse(start);
  const length = Math.min(end.length, start.length, 10);
  return end.slice(0, length) < start.slice(0, length);
}
