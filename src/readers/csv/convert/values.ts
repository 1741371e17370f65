import type { IssueCode, Place } from '../../../issue/index.ts';
import type { DateWords, FieldType } from '../../../mapping/index.ts';
import type { When } from '../../../record/index.ts';
import { precisionOf, readWhen } from '../dates.ts';
import { isAmbiguous, readDecimal } from '../decimal.ts';
import { conceptOfWord } from './concept.ts';
import type { Here } from './here.ts';
import { fill, type Said } from './template.ts';

/** A text as the type of its place wants it; what cannot be said so is kept in the source's words. */
export function readAs(type: FieldType, said: Said, here: Here, date?: DateWords): unknown {
  switch (type.is) {
    case 'text':
      return said.text;
    case 'word':
      return type.words.includes(said.text) ? said.text : keep('word-unknown', said.text, here);
    case 'boolean':
      return booleanOf(said.text) ?? keep('value-type-unread', said.text, here);
    case 'integer':
    case 'number':
      return numberOf(type.is, said) ?? keepNumber(said, here);
    case 'decimal':
      return decimalText(said) ?? keepNumber(said, here);
    case 'when':
      return when(said, here, date);
    case 'death':
      return booleanOf(said.text) ?? when(said, here, date);
    case 'object':
      return type.binding ? conceptOfWord(said.text, type.binding) : undefined;
    default:
      return undefined;
  }
}

/** Keeps words that have no place where they were to stand; what is said about them names no value. */
export function keep(
  code: IssueCode,
  words: string,
  here: Here,
  details?: Record<string, string>,
): undefined {
  const { row, field, points } = here;
  const path = points.at(-1)?.column ?? field;
  const type = code === 'value-type-unread' ? { type: 'boolean' } : {};
  here.kept.push({
    field,
    words,
    issue: {
      code,
      place: { file: row.layout.file, line: row.line, path },
      details: { field, ...type, ...details },
    },
  });
  return undefined;
}

/** What is no number is kept; that it may be two is said even where another field takes the words. */
function keepNumber({ text, rule, point }: Said, here: Here): undefined {
  if (!isAmbiguous(numberIn(text).digits, rule?.decimal)) return keep('number-invalid', text, here);
  const { row, field, work, kept } = here;
  const place = { file: row.layout.file, line: row.line, path: point?.column ?? field };
  const before = work.issues.at(-1);
  // Of several fields that try one cell in turn, the first tells of it.
  const isTold = before?.code === 'number-ambiguous' && isSame(before.place, place);
  if (!isTold) work.issues.push({ code: 'number-ambiguous', place });
  kept.push({ field, words: text });
  return undefined;
}

const isSame = (one: Place, other: Place): boolean =>
  one.file === other.file && one.line === other.line && one.path === other.path;

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  yes: true,
  y: true,
  '1': true,
  false: false,
  f: false,
  no: false,
  n: false,
  '0': false,
};

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return Object.hasOwn(truths, word) ? truths[word] : undefined;
}

const numberIn = (text: string) => {
  const [, comparator = '', digits = ''] = /^(<=|>=|<|>)?\s*(.*)$/.exec(text) ?? [];
  return { comparator, digits };
};

/** A number's digits, with the comparator before them where there is one. */
export function decimalText({ text, rule }: Said): string | undefined {
  const { comparator, digits } = numberIn(text);
  const number = readDecimal(digits, rule?.decimal);
  return number === undefined ? undefined : comparator + number;
}

function numberOf(kind: 'integer' | 'number', said: Said): number | undefined {
  const digits = decimalText(said);
  const value = Number(digits);
  if (digits === undefined || Number.isNaN(value)) return undefined;
  return kind === 'integer' && !Number.isInteger(value) ? undefined : value;
}

/** A date by the formats of its column; one that is none is kept as it is written. */
function when(said: Said, here: Here, date: DateWords | undefined): When | undefined {
  const first = readFirst(said, here, date);
  // A column that says nothing of its dates writes them as the other one does.
  const readLast = (last: Said) =>
    readFirst(last.rule?.date ? last : { ...last, rule: said.rule }, here, date);
  const last = date?.until && fill(date.until, here);
  const found = first && last ? between(first, readLast(last), `${said.text} – ${last.text}`) : first;
  const code = !found ? 'time-invalid' : found.literal !== undefined ? 'time-without-offset' : undefined;
  if (code !== undefined) {
    const path = said.point?.column ?? here.field;
    here.work.issues.push({ code, place: { file: here.row.layout.file, line: here.row.line, path } });
  }
  return found ?? { literal: said.text, absent: 'error' };
}

/** By the first format that fits: as the rule says, else as its column does. */
function readFirst(said: Said, here: Here, date: DateWords | undefined): When | undefined {
  return date ? readAnew(said, here, date) : readOnce(said, here);
}

/** Where the column alone says how its dates are written, each text is read once. */
function readOnce(said: Said, here: Here): When | undefined {
  const known = here.work.dates.get(said.rule) ?? new Map<string, When | undefined>();
  if (known.has(said.text)) return known.get(said.text);
  const found = readAnew(said, here, {});
  here.work.dates.set(said.rule, known.set(said.text, found));
  return found;
}

function readAnew(said: Said, here: Here, date: DateWords): When | undefined {
  const formats = date.format === undefined ? (said.rule?.date ?? [undefined]) : [date.format];
  const { options, mapping } = here.work;
  const zone = date.timezone ?? said.rule?.timezone ?? mapping.source.timezone;
  const precision = date.precision && fill(date.precision, here)?.text;
  const common = {
    offsetAt: (zone === undefined ? undefined : options.offsetIn?.(zone)) ?? options.offsetAt,
    pivot: said.rule?.pivot,
    precision: precision === undefined ? undefined : precisionOf(precision),
  };
  for (const format of formats) {
    const found = readWhen(said.text, { ...common, format });
    if (found) return found;
  }
  return undefined;
}

/** What the first and the last day have in common on which something may have been: a month, a year, or nothing. */
function between(first: When, last: When | undefined, literal: string): When {
  const [from = '', to = ''] = [first.value?.slice(0, 10), last?.value?.slice(0, 10)];
  if (to === '' || from === to) return first;
  const length = [7, 4].find((end) => from.slice(0, end) === to.slice(0, end));
  return length === undefined ? { literal, absent: 'as-text' } : { value: from.slice(0, length), literal };
}
