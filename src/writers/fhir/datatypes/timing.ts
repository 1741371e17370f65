import type { Timing as RecordTiming, When } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { decimal } from '../decimal.ts';
import { everyField } from '../every-field.ts';
import type { Element, Timing, TimingRepeat } from '../fhir-types.ts';
import { absentExtension, elementOf, originalText } from './extension.ts';
import { isSaid, period } from './when.ts';

/** FHIR's EventTiming; between meals (IC …) it has none. */
const events = new Set([
  'HS',
  'WAKE',
  'C',
  'CM',
  'CD',
  'CV',
  'AC',
  'ACM',
  'ACD',
  'ACV',
  'PC',
  'PCM',
  'PCD',
  'PCV',
]);

/** A Timing. */
export function timing(record: RecordTiming | undefined, context: Context): Timing | undefined {
  if (!record) return undefined;
  const { events: points = [], ...cycle } = record;
  return { ...pointsOf(points), repeat: repeatOf(cycle, context) };
}

/** Points in time; where one has the source's own words beside it all have, as lists of siblings go side by side. */
function pointsOf(points: NonNullable<RecordTiming['events']>): Pick<Timing, 'event' | '_event'> {
  const [only, ...others] = points.filter(isSaid);
  if (only?.value === undefined && others.length === 0) return { _event: [siblingOf(only) ?? {}] };
  const known = points.filter(({ value }) => value !== undefined);
  const worded = known.some(({ literal }) => literal !== undefined);
  return {
    event: known.map(({ value }) => value ?? ''),
    ...(worded && {
      _event: known.map(({ literal, value }) => elementOf(originalText(literal ?? value ?? '')) ?? {}),
    }),
  };
}

/** The words of a point without a value, and why it has none. */
const siblingOf = (point: When | undefined): Element | undefined =>
  elementOf(
    point?.literal === undefined ? undefined : originalText(point.literal),
    point?.absent === undefined ? undefined : absentExtension(point.absent),
  );

function repeatOf(cycle: Omit<RecordTiming, 'events'>, context: Context): TimingRepeat {
  const {
    bounds,
    count,
    duration,
    frequency,
    frequencyMax,
    period: every,
    periodMax,
    periodUnit,
    ...more
  } = cycle;
  const { daysOfWeek, timesOfDay, when, offset, ...rest } = more;
  everyField(rest);
  const known = when?.filter((code) => events.has(code)) as TimingRepeat['when'];
  if (known?.length !== when?.length) context.unwritten('dosages.timing.when');
  return {
    boundsPeriod: period(bounds),
    count,
    ...durationOf(duration, context),
    frequency,
    frequencyMax,
    period: decimal(every),
    periodMax: decimal(periodMax),
    periodUnit,
    dayOfWeek: daysOfWeek,
    // A time of the day and an event of the day exclude each other (tim-10).
    timeOfDay: known?.length ? undefined : timesOfDay,
    when: known,
    offset: offsetOf(known, offset, context),
  };
}

const units = ['s', 'min', 'h', 'd', 'wk', 'mo', 'a'];

function durationOf(duration: RecordTiming['duration'], context: Context): Partial<TimingRepeat> {
  if (!duration) return {};
  const value = decimal(duration.value);
  if (value !== undefined && units.includes(duration.code ?? '')) {
    return { duration: value, durationUnit: duration.code as NonNullable<TimingRepeat['durationUnit']> };
  }
  context.unwritten('dosages.timing.duration');
  return {};
}

/** Minutes before or after the event, as the event says; at a meal there are none (tim-9). */
function offsetOf(
  when: TimingRepeat['when'],
  offset: number | undefined,
  context: Context,
): number | undefined {
  if (!offset) return undefined;
  const [event = ''] = when ?? [];
  const fits = event !== '' && !event.startsWith('C') && offset < 0 === event.startsWith('AC');
  if (fits) return Math.abs(offset);
  context.unwritten('dosages.timing.offset');
  return undefined;
}
