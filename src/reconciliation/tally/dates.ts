import {
  endsBeforeStart,
  isBefore,
  type Kind,
  type Patient,
  type SourcePoint,
  type When,
} from '../../record/index.ts';
import { keyOf, pairOf } from './counts.ts';
import { timeAt, yearIn } from './source-words.ts';
import type { Counter } from './tally.ts';
import { isOutsideVisit, type VisitDays } from './visits.ts';
import type { WrittenStatement } from './written-statements.ts';

/** The time that a statement is of, the first that it has; and the elements that FHIR has it in. */
const times: Partial<
  Record<Kind, { readonly fields: readonly string[]; readonly elements: readonly (readonly string[])[] }>
> = {
  problem: { fields: ['onset'], elements: [['onsetDateTime'], ['onsetPeriod', 'start']] },
  allergy: { fields: ['onset'], elements: [['onsetDateTime']] },
  encounter: {
    fields: ['period'],
    elements: [
      ['period', 'start'],
      ['period', 'end'],
    ],
  },
  procedure: {
    fields: ['performed', 'performedPeriod'],
    elements: [['performedDateTime'], ['performedPeriod', 'start'], ['performedPeriod', 'end']],
  },
  immunization: { fields: ['occurrence'], elements: [['occurrenceDateTime']] },
  observation: {
    fields: ['effective', 'effectivePeriod'],
    elements: [['effectiveDateTime'], ['effectivePeriod', 'start'], ['effectivePeriod', 'end']],
  },
  note: { fields: ['date'], elements: [['date']] },
};

type Fields = Readonly<Record<string, unknown>>;

/** What cannot be in the times of a statement. */
export function countOddities(dated: Dated, book: Counter): void {
  for (const odd of oddities(dated)) book.count('chronology', keyOf(dated.kind, odd));
}

/** A statement, and whose it is. */
interface Dated {
  readonly kind: string;
  readonly item: Fields;
  readonly patient: Patient;
  readonly visits: ReadonlyMap<string, VisitDays>;
}

const precisions: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

/** How precise a time was written: a literal beside a date is a time of day without its zone. */
export function precisionOf({ value, literal, absent }: When): string {
  if (value === undefined) return literal === undefined ? `absent ${absent ?? ''}`.trim() : 'words';
  const precision = precisions[value.length] ?? 'instant';
  return precision === 'day' && literal !== undefined && /\d{2}:?\d{2}/.test(literal.slice(8))
    ? 'local'
    : precision;
}

/** What cannot be: what the patient has before birth or after death, what ends before it starts, what is of no day of its visit. */
function oddities({ kind, item, patient: { birth, died }, visits }: Dated): string[] {
  const { fields = [] } = times[kind as Kind] ?? {};
  const starts = fields.flatMap((field) => startOf(item[field]) ?? []);
  const found: string[] = [];
  if (starts.some((one) => isBefore(one, birth?.value))) found.push('before-birth');
  if (starts.some((one) => isBefore(died?.value, one))) found.push('after-death');
  if (endsBeforeStart(item)) found.push('end-before-start');
  if (isOutsideVisit(kind, item, { starts, visits })) found.push('outside-visit');
  return found;
}

const startOf = (value: unknown): string | undefined => {
  const { value: own, start, end } = (value ?? {}) as When & { start?: When; end?: When };
  return own ?? start?.value ?? end?.value;
};

/** The year of a statement by the source's own text, and by the resource that was written of it. */
export function countYears({ kind, first, resource }: WrittenStatement, book: Counter): void {
  const rules = times[kind as Kind];
  if (!rules) return;
  const trace = first.from.trace.get(first.ref) ?? {};
  const source = sourceYear(rules.fields.flatMap((field) => trace[field] ?? []));
  countYear({ source, target: writtenYear(resource, rules.elements) }, book);
}

type YearPair = { readonly source: string | undefined; readonly target: string | undefined };

function countYear({ source, target }: YearPair, book: Counter): void {
  if (source !== undefined) book.count('years', pairOf(source, 'source'));
  if (target !== undefined) book.count('years', pairOf(target, 'target'));
  if (source !== target) book.count('yearMoves', keyOf(source ?? 'none', target ?? 'none'));
}

function sourceYear(points: readonly SourcePoint[]): string | undefined {
  let isTold = false;
  for (const point of points) {
    const text = timeAt(point);
    if (text === undefined) continue;
    isTold = true;
    const year = yearIn(text);
    if (year !== undefined) return year;
  }
  return isTold ? 'unclear' : undefined;
}

function writtenYear(resource: object, elements: readonly (readonly string[])[]): string | undefined {
  for (const [outer = '', inner] of elements) {
    const value = (resource as Fields)[outer];
    const time = inner === undefined ? value : (value as Fields | undefined)?.[inner];
    if (typeof time === 'string') return time.slice(0, 4);
  }
  return undefined;
}
