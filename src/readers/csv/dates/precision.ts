import type { When } from '../../../record/index.ts';

/** How much of a date holds. */
export type Precision = 'year' | 'month' | 'day' | 'time';

const words: Readonly<Record<string, Precision>> = {
  year: 'year',
  yyyy: 'year',
  y: 'year',
  month: 'month',
  'yyyy-mm': 'month',
  m: 'month',
  day: 'day',
  date: 'day',
  d: 'day',
  'yyyy-mm-dd': 'day',
  time: 'time',
  minute: 'time',
  second: 'time',
  exact: 'time',
  full: 'time',
};

/** The precision that an accuracy column states: a word, or three letters for day, month and year (A accurate, E estimated, U unknown). */
export function precisionOf(text: string): Precision | undefined {
  const word = text.trim().toLowerCase();
  if (/^[aeu]{3}$/.test(word)) return precisionOfIndicator(word);
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function precisionOfIndicator([day, month, year]: string): Precision | undefined {
  if (year !== 'a') return undefined;
  if (month !== 'a') return 'year';
  return day === 'a' ? 'day' : 'month';
}

const lengths: Readonly<Record<Precision, number>> = { year: 4, month: 7, day: 10, time: Infinity };

/** A date without what does not hold of it; its literal then keeps the cell. */
export function cutTo(precision: Precision, when: When, cell: string): When {
  const { value = '' } = when;
  return value.length > lengths[precision]
    ? { value: value.slice(0, lengths[precision]), literal: cell }
    : when;
}
