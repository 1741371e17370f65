import type { Kind, Patient, SourcePoint, When } from '../../record/index.ts';
import { keyOf } from './counts.ts';
import type { TalliedGroup } from './group.ts';
import { timeAt, yearIn } from './source-words.ts';
import type { TallyBook } from './tally.ts';
import { writtenStatements } from './written-statements.ts';

/** The time that a statement is of, the first that it has; and the elements that FHIR has it in. */
const times: Partial<
  Record<Kind, { readonly fields: readonly string[]; readonly elements: readonly string[] }>
> = {
  problem: { fields: ['onset'], elements: ['onsetDateTime', 'onsetPeriod.start'] },
  allergy: { fields: ['onset'], elements: ['onsetDateTime'] },
  encounter: { fields: ['period'], elements: ['period.start', 'period.end'] },
  procedure: {
    fields: ['performed', 'performedPeriod'],
    elements: ['performedDateTime', 'performedPeriod.start', 'performedPeriod.end'],
  },
  immunization: { fields: ['occurrence'], elements: ['occurrenceDateTime'] },
  observation: {
    fields: ['effective', 'effectivePeriod'],
    elements: ['effectiveDateTime', 'effectivePeriod.start', 'effectivePeriod.end'],
  },
  note: { fields: ['date'], elements: ['date'] },
};

type Fields = Readonly<Record<string, unknown>>;

/** Times: how precise, of which year in the source and in what was written, and what cannot be. */
export function countDates(group: TalliedGroup, book: TallyBook): void {
  const { record } = group;
  if (!record) return;
  for (const [kind, items] of Object.entries(record.statements)) {
    for (const item of items) countTimes({ kind, item: item as Fields, patient: record.patient }, book);
  }
  countYears(group, book);
}

interface Dated {
  readonly kind: string;
  readonly item: Fields;
  readonly patient: Patient;
}

function countTimes({ kind, item, patient }: Dated, book: TallyBook): void {
  for (const when of whensIn(item)) book.count('precisions', keyOf(kind, precisionOf(when)));
  for (const odd of oddities(kind, item, patient)) book.count('chronology', keyOf(kind, odd));
}

/** The names of fields that are points in time, wherever they stand. */
const timeNames = new Set([
  'onset',
  'abatement',
  'recorded',
  'asserted',
  'effective',
  'issued',
  'occurrence',
  'performed',
  'authored',
  'date',
  'time',
  'start',
  'end',
  'died',
  'due',
  'expiration',
]);

function* whensIn(value: unknown): Generator<When> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (typeof one !== 'object' || one === null) continue;
    if (timeNames.has(key) && !Array.isArray(one)) yield one as When;
    else yield* whensIn(one);
  }
}

const precisions: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

/** How precise a time was written: a literal beside a date is a time of day without its zone. */
function precisionOf({ value, literal, absent }: When): string {
  if (value === undefined) return literal === undefined ? `absent ${absent ?? ''}`.trim() : 'words';
  const precision = precisions[value.length] ?? 'instant';
  return precision === 'day' && literal !== undefined && /\d{2}:?\d{2}/.test(literal.slice(8))
    ? 'local'
    : precision;
}

/** What cannot be: what the patient has before birth or after death, what ends before it starts. */
function oddities(kind: string, item: Fields, { birth, died }: Patient): string[] {
  const { fields = [] } = times[kind as Kind] ?? {};
  const starts = fields.flatMap((field) => startOf(item[field]) ?? []);
  const tests = {
    'before-birth': starts.some((one) => isBefore(one, birth?.value)),
    'after-death': starts.some((one) => isBefore(died?.value, one)),
    'end-before-start': spansIn(item).some(([start, end]) => isBefore(end, start)),
  };
  return Object.entries(tests).flatMap(([odd, isSo]) => (isSo ? [odd] : []));
}

const startOf = (value: unknown): string | undefined => {
  const { value: own, start, end } = (value ?? {}) as When & { start?: When; end?: When };
  return own ?? start?.value ?? end?.value;
};

/** As far as both are precise; two instants are told apart by their day. */
function isBefore(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) < b.slice(0, length);
}

function spansIn(item: Fields): [start: string, end: string][] {
  const { onset, abatement } = item as { onset?: When; abatement?: When };
  const periods = Object.values(item).filter(
    (one): one is { start?: When; end?: When } => typeof one === 'object' && one !== null && 'start' in one,
  );
  const spans = [{ start: onset, end: abatement }, ...periods];
  return spans.flatMap(({ start, end }): [string, string][] =>
    start?.value && end?.value ? [[start.value, end.value]] : [],
  );
}

/** The year of each statement by the source's own text, and by the resource that was written of it. */
function countYears(group: TalliedGroup, book: TallyBook): void {
  for (const { kind, first, resource } of writtenStatements(group)) {
    const rules = times[kind as Kind];
    if (!rules) continue;
    const trace = first.from.trace.get(first.ref) ?? {};
    const source = sourceYear(rules.fields.flatMap((field) => trace[field] ?? []));
    countYear({ source, target: writtenYear(resource, rules.elements) }, book);
  }
}

type YearPair = { readonly source: string | undefined; readonly target: string | undefined };

function countYear({ source, target }: YearPair, book: TallyBook): void {
  if (source !== undefined) book.count('years', keyOf(source, 'source'));
  if (target !== undefined) book.count('years', keyOf(target, 'target'));
  if (source !== target) book.count('yearMoves', keyOf(source ?? 'none', target ?? 'none'));
}

function sourceYear(points: readonly SourcePoint[]): string | undefined {
  const texts = points.flatMap((point) => timeAt(point) ?? []);
  if (texts.length === 0) return undefined;
  return texts.map(yearIn).find((year) => year !== undefined) ?? 'unclear';
}

function writtenYear(resource: object, elements: readonly string[]): string | undefined {
  for (const element of elements) {
    const value = element
      .split('.')
      .reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], resource);
    if (typeof value === 'string') return value.slice(0, 4);
  }
  return undefined;
}
