import type { Coding, Concept, Quantity, When } from '../../record/index.ts';
import { isOid, isUri, ucumOf } from '../../terminology/index.ts';
import { decimalOf } from '../decimal-of.ts';
import { whenOf } from '../when-of.ts';
import type { XmlElement } from '../xml/element.ts';
import { report, type Scope } from './scope.ts';

/** Text without the space around it; nothing when nothing is left. */
export const clean = (text: string | undefined): string | undefined =>
  text?.trim().replace(/\s+/g, ' ') || undefined;

/** The text of a child element. */
export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  clean(element?.first(name)?.text());

/** What a coded description or a plain `Text` says, in lower case, for comparison with the standard's words. */
export const wordOf = (element: XmlElement | undefined): string =>
  (textOf(element, 'Text') ?? '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** CodedDescriptionType: its text and its codes, of code systems by their names. */
export function readConcept(element: XmlElement | undefined, scope: Scope): Concept | undefined {
  if (!element) return undefined;
  const text =
    textOf(element, 'Text') ?? (element.elements().length === 0 ? clean(element.text()) : undefined);
  const codings = element.elements('Code').flatMap((code) => readCoding(code, scope) ?? []);
  if (codings.length === 0 && text === undefined) return undefined;
  return { codings, ...(text !== undefined && { text }) };
}

function readCoding(code: XmlElement, scope: Scope): Coding | undefined {
  const value = textOf(code, 'Value');
  if (value === undefined) return undefined;
  const version = textOf(code, 'Version');
  const system = systemOf(code, scope);
  return { ...(system && { system }), ...(version && { version }), code: value };
}

/** Code systems are named, not numbered; only what has the form of an OID or a URI is repeated in an issue. */
function systemOf(code: XmlElement, scope: Scope): string | undefined {
  const name = textOf(code, 'CodingSystem');
  const known = name && scope.systems.uriOfName(name);
  if (known) return known;
  const isFormal = name !== undefined && (isOid(name) || isUri(name));
  const system = name === undefined ? 'none stated' : isFormal ? name : 'no OID';
  report(scope, 'code-system-unknown', code, { system });
  return name && scope.systems.uriOf(name);
}

/**
 * DateTimeType as a point in time. An approximate date is words: only what they say for certain is a date (their year,
 * or all of it where day and month cannot be confused), and the words are kept.
 */
export function readWhen(dateTime: XmlElement | undefined, scope: Scope): When | undefined {
  const exact = textOf(dateTime, 'ExactDateTime');
  if (dateTime && exact !== undefined) return exactly(exact, dateTime, scope);
  const words = textOf(dateTime?.first('ApproximateDateTime'), 'Text');
  if (words !== undefined) return roughly(words);
  const range = dateTime?.first('DateTimeRange');
  return range && readWhen(range.first('BeginRange'), scope);
}

/** The end of a DateTimeType that is a range. */
export const readEnd = (dateTime: XmlElement | undefined, scope: Scope): When | undefined =>
  readWhen(dateTime?.first('DateTimeRange')?.first('EndRange'), scope);

function exactly(literal: string, at: XmlElement, scope: Scope): When {
  const when = whenOf(literal, scope.offsetAt);
  if (!when) report(scope, 'time-invalid', at);
  else if (when.literal !== undefined) report(scope, 'time-without-offset', at);
  return when ?? { literal, absent: 'error' };
}

function roughly(words: string): When {
  const whole = whenOf(words, undefined);
  if (whole?.value !== undefined && whole.literal === undefined) return whole;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)$/.exec(words) ?? [];
  if (year && month && day && Number(day) > 12) {
    const date = whenOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, undefined);
    if (date) return { ...date, literal: words };
  }
  const [only, ...others] = words.match(/\b(19|20)\d\d\b/g) ?? [];
  return only && others.length === 0 ? { value: only, literal: words } : { literal: words };
}

const ucum = 'http://unitsofmeasure.org';

/** A `Value` with its `Units`; undefined where it is no number. */
export function readQuantity(element: XmlElement | undefined): Quantity | undefined {
  const literal = textOf(element, 'Value');
  const [, comparator, digits = ''] = /^(<=|>=|<|>)?\s*(.*)$/.exec(literal ?? '') ?? [];
  const value = decimalOf(digits);
  if (value === undefined) return undefined;
  return {
    value,
    ...(comparator && { comparator: comparator as '<' | '<=' | '>' | '>=' }),
    ...unitOf(textOf(element?.first('Units'), 'Unit')),
  };
}

/** A unit's words, and its UCUM code where it has one. */
export function unitOf(unit: string | undefined): Pick<Quantity, 'unit' | 'system' | 'code'> {
  const code = unit === undefined ? undefined : ucumOf(unit);
  if (unit === undefined) return {};
  return code === undefined ? { unit } : { unit, system: ucum, code };
}
