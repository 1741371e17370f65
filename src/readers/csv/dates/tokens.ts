import { isToken, type Part, partsOf } from './format-parts.ts';
import { monthNumber, monthPattern } from './months.ts';
import { variantsOf } from './variants.ts';
import { zoneOffset } from './zones.ts';

/** What a token matches, by its first letter; numbers take as many digits as the format and its neighbours leave open. */
const numbers: Readonly<Record<string, string>> = {
  M: 'month',
  d: 'day',
  H: 'hour',
  h: 'hour',
  m: 'minute',
  s: 'second',
};
const others: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<short>\\d{2})',
  MMM: `(?<name>${monthPattern})\\.?`,
  MMMM: `(?<name>${monthPattern})`,
  a: '(?<half>[ap])\\.?m?\\.?',
  EEE: '[a-z]+\\.?',
  EEEE: '[a-z]+',
  XXX: '(?<zone>Z|[+-]\\d{2}:\\d{2})',
  Z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
  z: '(?<zone>[a-z]{1,4}|[+-]\\d{2}:?\\d{2})',
};

/** A cell in a format of tokens (`M/d/yyyy h:mm:ss a`), or in the part of it that the cell has, as ISO 8601. */
export function ofTokens(text: string, format: string, pivot: number | undefined): string | undefined {
  for (const pattern of patternsOf(format)) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return isoOf(groups, pivot);
  }
  return undefined;
}

/** Why a text is no format of tokens, in words. */
export function faultOfFormat(format: string): string | undefined {
  const { parts, unknown } = partsOf(format);
  const [letters] = unknown;
  if (letters !== undefined) return `${letters} is none of its letters; text between them stands in 'quotes'`;
  const tokens = parts.flatMap((one) => ('token' in one ? [one.token[0] ?? ''] : []));
  const twice = tokens.find((token, index) => tokens.indexOf(token) !== index);
  if (twice !== undefined) return `${twice} stands in it twice`;
  if (!tokens.includes('y')) return 'it has no year (yyyy, or yy with a pivot)';
  return tokens.includes('h') && !tokens.includes('a')
    ? 'h counts to 12 and needs an a for AM or PM; H counts to 23'
    : undefined;
}

const compiled = new Map<string, readonly RegExp[]>();

function patternsOf(format: string): readonly RegExp[] {
  const known = compiled.get(format);
  if (known) return known;
  const patterns = faultOfFormat(format) ? [] : variantsOf(partsOf(format).parts).map(patternOf);
  compiled.set(format, patterns);
  return patterns;
}

function patternOf(parts: readonly Part[]): RegExp {
  const source = parts.map((one, at) =>
    'literal' in one ? literalPattern(one.literal) : tokenPattern(one.token, isTight(parts, at)),
  );
  return new RegExp(`^${source.join('')}$`, 'i');
}

/** Whether a number has a number for its neighbour, so that its digits must be all there. */
const isTight = (parts: readonly Part[], at: number): boolean =>
  [parts[at - 1], parts[at + 1]].some((one) => isToken(one, 'yMdHhmsS'));

function literalPattern(literal: string): string {
  return literal.trim() === '' ? '\\s+' : literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function tokenPattern(token: string, tight: boolean): string {
  if (token.startsWith('S')) return '(?<fraction>\\d{1,9})';
  const other = others[token];
  if (other) return other;
  return `(?<${numbers[token[0] ?? '']}>\\d{${tight ? token.length : 1},2})`;
}

type Groups = Readonly<Record<string, string | undefined>>;

function isoOf(groups: Groups, pivot: number | undefined): string | undefined {
  const date = dateOf(groups, pivot);
  if (date === undefined || groups.hour === undefined) return date;
  const hour = hourOf(groups.hour, groups.half);
  const zone = groups.zone === undefined ? '' : zoneOffset(groups.zone);
  if (hour === undefined || zone === undefined || date.length < 10) return undefined;
  const minute = groups.minute === undefined ? '' : `:${two(groups.minute)}`;
  const second = groups.second === undefined ? '' : `:${two(groups.second)}`;
  const fraction = groups.fraction === undefined ? '' : `.${groups.fraction}`;
  return `${date}T${hour}${minute}${second}${fraction}${zone}`;
}

const two = (digits: string): string => digits.padStart(2, '0');

/** Months and days of zeros are not known. */
function dateOf(groups: Groups, pivot: number | undefined): string | undefined {
  const year = groups.year ?? yearOf(groups.short, pivot);
  const month = groups.name === undefined ? groups.month : monthNumber(groups.name);
  if (year === undefined || month === undefined || Number(month) === 0) {
    return isYearAlone(groups) ? year : undefined;
  }
  const day = Number(groups.day ?? 0) === 0 ? '' : `-${two(groups.day ?? '')}`;
  return `${year}-${two(month)}${day}`;
}

/** 00/00/00 is no date at all, and 00/00/90 is that year. */
const isYearAlone = ({ year, short, month, day = '0' }: Groups): boolean =>
  Number(day) === 0 && !(month !== undefined && year === undefined && Number(short) === 0);

function yearOf(short: string | undefined, pivot: number | undefined): string | undefined {
  if (short === undefined || pivot === undefined) return undefined;
  return `${Number(short) >= pivot ? '19' : '20'}${short}`;
}

/** 12 AM is midnight, 12 PM is noon; an hour above 12 says its half itself. */
function hourOf(hour: string, half: string | undefined): string | undefined {
  const number = Number(hour);
  if (half === undefined || number > 12) return two(hour);
  if (number === 0) return /a/i.test(half) ? '00' : undefined;
  return two(String((number % 12) + (/p/i.test(half) ? 12 : 0)));
}
