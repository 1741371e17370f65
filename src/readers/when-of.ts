import type { When } from '../record/index.ts';
import type { OffsetAt } from './reader.ts';

const pattern =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:T?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

interface Parts {
  readonly date: string;
  readonly clock: string | undefined;
  readonly offset: string | undefined;
  readonly precise: boolean;
}

/**
 * HL7's TS, or a time of ISO 8601, as FHIR's partial date or dateTime, as precise as the source: 201003 is 2010-03. A local time without an
 * offset takes the site's, else only its date is said and the literal keeps the rest.
 */
export function whenOf(literal: string, offsetAt: OffsetAt | undefined): When | undefined {
  const parts = partsOf(literal.trim());
  if (!parts) return undefined;
  if (parts.clock === undefined)
    return parts.precise ? { value: parts.date } : { value: parts.date, literal };
  // FHIR's times have minutes; hours alone are kept as written.
  if (!parts.precise) return { value: parts.date, literal };
  const local = `${parts.date}T${parts.clock}`;
  const offset = parts.offset ?? offsetAt?.(local);
  return offset ? { value: local + offset } : { value: parts.date, literal };
}

function partsOf(literal: string): Parts | undefined {
  const match = pattern.exec(literal);
  if (!match) return undefined;
  const [, year = '', month, day, hour, minute, second = '00', fraction, offset] = match;
  const date = dateOf(year, month, day);
  if (!isRealDate(year, month, day)) return undefined;
  if (hour === undefined) return { date, clock: undefined, offset: undefined, precise: offset === undefined };
  if (!isRealClock(hour, minute ?? '00', second))
    return { date, clock: '', offset: undefined, precise: false };
  const clock = `${hour}:${minute ?? '00'}:${second}${fraction ? `.${fraction}` : ''}`;
  // An offset that is none says that the time is not the site's either.
  const stated = offsetOf(offset);
  return {
    date,
    clock,
    offset: stated,
    precise: minute !== undefined && (offset === undefined || stated !== undefined),
  };
}

function dateOf(year: string, month?: string, day?: string): string {
  if (month === undefined) return year;
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function isRealDate(year: string, month = '01', day = '01'): boolean {
  // Year 1 is what programs write that have no empty date.
  if (year === '0000' || year === '0001') return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isRealClock = (hour: string, minute: string, second: string): boolean =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;

function offsetOf(text: string | undefined): string | undefined {
  if (text === undefined || text === 'Z') return text;
  const offset = text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
  return /^[+-](0\d|1[0-3]):[0-5]\d$|^[+-]14:00$/.test(offset) ? offset : undefined;
}
