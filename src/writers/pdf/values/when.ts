import type { Period, When } from '../../../record/index.ts';
import type { Words } from '../words/words.ts';

const iso = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/;
/** HL7's own form of a time, as sources write it. */
const compactTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(?:\d\d)?(?:\.\d+)?(?:[+-]\d{4})?$/;

/** A date as people read it without mistaking day for month: 12-Apr-1950 10:30. */
export function dateWords(value: string, { months }: Words): string {
  const [, year, month, day, time] = iso.exec(value) ?? [];
  if (year === undefined) return value;
  const name = month && months[Number(month) - 1];
  const date = [day, name, year].filter(Boolean).join('-');
  return time && time !== '00:00' ? `${date} ${time}` : date;
}

/** A time of the record: its value; the source's own words where they say more; or why there is none. */
export function whenWords(when: When | undefined, words: Words): string | undefined {
  if (!when) return undefined;
  const value = when.value === undefined ? undefined : dateWords(when.value, words);
  const literal = when.literal === undefined ? undefined : literalWords(when.literal, words);
  if (value !== undefined && literal !== undefined) {
    return literal.startsWith(value) ? literal : `${value} (“${literal}”)`;
  }
  return value ?? literal ?? (when.absent && words.absent[when.absent]);
}

function literalWords(literal: string, words: Words): string {
  const [, year, month, day, hour, minute] = compactTime.exec(literal) ?? [];
  return year ? dateWords(`${year}-${month}-${day}T${hour}:${minute}`, words) : literal;
}

/** A span: both ends, or the one that is stated. */
export function periodWords(period: Period | undefined, words: Words): string | undefined {
  if (!period) return undefined;
  const [start, end] = [whenWords(period.start, words), whenWords(period.end, words)];
  if (start && end) return start === end ? start : `${start} – ${timeAlone(start, end)}`;
  if (start) return words.say.from(start);
  return end && words.say.to(end);
}

/** The end of a span on one day is a time of that day. */
const timeAlone = (start: string, end: string): string => {
  const [, day, time] = /^(\S+) (\d\d:\d\d)$/.exec(end) ?? [];
  return time && start.startsWith(`${day} `) ? time : end;
};

/** What sorts times: the greater is the later, and none comes first. */
export const timeKey = (when: When | undefined): string => when?.value ?? when?.literal ?? '';

/** How old somebody is on a day, in the unit that fits. */
export function ageWords(birth: string | undefined, day: string, { say }: Words): string | undefined {
  const [born, today] = [dayOf(birth), dayOf(day)];
  if (!born || !today) return undefined;
  const begun = today[2] < born[2] ? 1 : 0;
  const months = (today[0] - born[0]) * 12 + today[1] - born[1] - begun;
  if (months < 0) return undefined;
  if (months >= 24) return say.years(Math.floor(months / 12));
  if (months >= 1) return say.months(months);
  const days = Date.UTC(today[0], today[1] - 1, today[2]) - Date.UTC(born[0], born[1] - 1, born[2]);
  return say.days(days / 86_400_000);
}

function dayOf(text: string | undefined): [year: number, month: number, day: number] | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? [];
  return year ? [Number(year), Number(month), Number(day)] : undefined;
}
