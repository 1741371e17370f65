import {
  compact,
  type DayOfWeek,
  listOf,
  type PeriodUnit,
  periodUnit,
  type Quantity,
  type Timing,
} from '../../../record/index.ts';
import { decimalOf } from '../../decimal-of.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readPeriod, readWhen } from '../datatypes/time.ts';
import { report, type Scope } from '../scope.ts';

/** The timings of a dosage, and the elements that were read. */
export interface Timings {
  readonly value: Timing[];
  readonly nodes: XmlElement[];
}

/** `xsi:type` without its prefix; without one, what the children show. */
function typeOf(element: XmlElement): string {
  const stated = element.attributes['xsi:type']?.trim().replace(/^.*:/, '');
  if (stated) return stated;
  if (element.first('period') ?? element.first('phase')) return 'PIVL_TS';
  return element.first('event') ? 'EIVL_TS' : 'IVL_TS';
}

/** The times of a statement; those of an expression stand inside it. */
const timesOf = (from: XmlElement): XmlElement[] =>
  [...from.elements('effectiveTime'), ...from.elements('comp')].flatMap((element) =>
    typeOf(element) === 'SXPR_TS' ? timesOf(element) : [element],
  );

/**
 * GTS as Timings: an interval bounds, a point is an event, PIVL says how often, EIVL at which event of the day. All that
 * intersects makes one Timing; a second PIVL makes a second one within the same bounds.
 */
export function readTimings(from: XmlElement, scope: Scope): Timings | undefined {
  const times = timesOf(from);
  const ofType = (type: string) => times.filter((time) => typeOf(time) === type);
  const [cycles, events] = [ofType('PIVL_TS'), ofType('EIVL_TS')];
  const own = times.filter((time) => !cycles.includes(time) && !events.includes(time));
  const general: Timing = {
    ...Object.assign({}, ...own.map((time) => readBounds(time, scope))),
    ...readDayEvents(events, scope),
  };
  const value = (cycles.length > 0 ? cycles.map((time) => readCycle(time, scope)) : [{}])
    .map((cycle) => ({ ...general, ...cycle }))
    .filter((timing) => Object.keys(timing).length > 0);
  const nodes = [
    ...cycles,
    ...events,
    ...own.flatMap((time) => (isPoint(time) ? [time] : time.elements().filter(isEnd))),
  ];
  return value.length > 0 ? { value, nodes } : undefined;
}

const isEnd = ({ name }: XmlElement): boolean => name === 'low' || name === 'high';
const isPoint = ({ attributes }: XmlElement): boolean => attributes['value'] !== undefined;

/** The statement's own time: when it happens, or from when to when. */
function readBounds(element: XmlElement, scope: Scope): Timing {
  if (isPoint(element)) {
    const event = readWhen(element, scope);
    return event ? { events: [event] } : {};
  }
  const bounds = readPeriod(element, scope);
  return bounds ? { bounds } : {};
}

/** Events of the day stand side by side; the first offset holds. */
function readDayEvents(elements: readonly XmlElement[], scope: Scope): Timing {
  const when = elements.map((element) => element.first('event')?.attributes['code']?.trim());
  const offsets = elements.map((element) => element.first('offset')).filter((offset) => offset !== undefined);
  const [offset] = offsets.map((one) => minutesOf(one.first('low') ?? one, scope));
  return compact({ when: listOf(when), offset }) as Timing;
}

const minutesPer: Readonly<Record<string, number>> = { s: 1 / 60, min: 1, h: 60, d: 1440, wk: 10080 };

function minutesOf(element: XmlElement, scope: Scope): number | undefined {
  const quantity = readQuantity(element, scope);
  const factor = minutesPer[quantity?.code ?? ''];
  return quantity?.value === undefined || factor === undefined
    ? undefined
    : Math.round(Number(quantity.value) * factor);
}

const days: readonly DayOfWeek[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** PIVL: how often, and where in the day or the week it stands. */
function readCycle(element: XmlElement, scope: Scope): Timing {
  const period = element.first('period');
  const low = period && periodOf(period.first('low') ?? period, scope);
  const high = period?.first('high') && periodOf(period.first('high'), scope);
  const phase = element.first('phase');
  const width = phase?.first('width');
  return compact({
    ...(low && frequencyOf(element, low, high)),
    ...(phase && readPhase(element, phase, scope)),
    duration: width && readQuantity(width, scope),
  }) as Timing;
}

interface Every {
  readonly value: string;
  readonly unit: PeriodUnit;
}

function periodOf(element: XmlElement | undefined, scope: Scope): Every | undefined {
  const quantity: Quantity | undefined = element && readQuantity(element, scope);
  const unit = periodUnit.safeParse(quantity?.code);
  if (quantity?.value !== undefined && unit.success && Number(quantity.value) > 0)
    return { value: quantity.value, unit: unit.data };
  if (element && quantity?.value !== undefined) report(scope, 'period-unread', element);
  return undefined;
}

/**
 * Every eight hours is 1 per 8 h. Where the institution sets the hours (`institutionSpecified`) eight hours mean three
 * times a day: hours that divide the day become a frequency.
 */
function frequencyOf(element: XmlElement, low: Every, high: Every | undefined): Timing {
  const times = isTrue(element.attributes['institutionSpecified']) ? [low, high ?? low].map(timesADay) : [];
  const [one, other] = times;
  if (one !== undefined && other !== undefined) {
    const most = Math.max(one, other);
    return compact({
      frequency: Math.min(one, other),
      frequencyMax: one === other ? undefined : most,
      period: '1',
      periodUnit: 'd' as const,
    }) as Timing;
  }
  const periodMax = high?.unit === low.unit ? high.value : undefined;
  return compact({ frequency: 1, period: low.value, periodMax, periodUnit: low.unit }) as Timing;
}

const isTrue = (text: string | undefined): boolean => /^(true|1)$/i.test(text?.trim() ?? '');

/** How many times a day a period of hours comes; undefined where it does not come out even. */
function timesADay({ value, unit }: Every): number | undefined {
  const times = unit === 'h' ? 24 / Number(value) : unit === 'min' ? 1440 / Number(value) : Number.NaN;
  return Number.isInteger(times) && times > 0 ? times : undefined;
}

/** `alignment` says that the phase names a day of the week (DW) or an hour of the day (HD). */
function readPhase(element: XmlElement, phase: XmlElement, scope: Scope): Timing {
  const at = phase.attributes['value'] ?? phase.first('low')?.attributes['value'];
  const alignment = element.attributes['alignment'];
  if (at === undefined) return {};
  if (alignment === 'DW') return compact({ daysOfWeek: listOf(dayOf(at)) }) as Timing;
  if (alignment === 'HD') return compact({ timesOfDay: listOf(timeOf(at)) }) as Timing;
  report(scope, 'period-unread', phase);
  return {};
}

function dayOf(literal: string): DayOfWeek[] {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(literal) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const name = Number.isNaN(date.getTime()) ? undefined : days[date.getUTCDay()];
  return name ? [name] : [];
}

function timeOf(literal: string): string[] {
  const [, hour, minute, second = '00'] = /^\d{8}(\d{2})(\d{2})(\d{2})?/.exec(literal) ?? [];
  return hour === undefined ? [] : [`${hour}:${minute}:${second}`];
}

/** A count: a whole number, no less than none. */
export function countOf(element: XmlElement | undefined): number | undefined {
  const text = decimalOf(element?.attributes['value']?.trim() ?? '');
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
