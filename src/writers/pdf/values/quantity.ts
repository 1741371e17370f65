import type { Quantity, Range, Ratio } from '../../../record/index.ts';
import type { Words } from '../words/words.ts';

const comparators = { '<': '< ', '<=': '≤ ', '>=': '≥ ', '>': '> ' } as const;

/** Units as people write them; ISMP: never µg, never IU. */
const units: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
  '[in_i]': 'in',
  '[in_us]': 'in',
  '[ft_i]': 'ft',
  '[ft_us]': 'ft',
  '[drp]': 'drop(s)',
  '[tsp_us]': 'tsp',
  '[tbs_us]': 'tbsp',
  '[foz_us]': 'fl oz',
  '[iU]': 'units',
  '[IU]': 'units',
  ug: 'mcg',
  µg: 'mcg',
  μg: 'mcg',
  '{tbl}': 'tablet(s)',
  '{beats}/min': 'beats/min',
  '{breaths}/min': 'breaths/min',
  '10*3/uL': '10³/µL',
  '10*6/uL': '10⁶/µL',
  '10*9/L': '10⁹/L',
  '10*12/L': '10¹²/L',
  'kg/m2': 'kg/m²',
  a: 'y',
  '1': '',
  '': '',
};

/** A unit in words. */
export function unitWords({ unit, code }: Quantity): string {
  const one = unit ?? code ?? '';
  if (Object.hasOwn(units, one)) return units[one] ?? '';
  return forms.reduce((text, [form, words]) => text.replace(form, words), one);
}

/** What stands inside of units of UCUM. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\bm(\[i?IU\]|\[iU\])/g, 'milliunits'],
  [/\b[uµ](\[i?IU\]|\[iU\])/g, 'microunits'],
  [/\[i?IU\]|\[iU\]/g, 'units'],
  [/\{1\.73_m2\}|1\.73_?m2/g, '1.73 m²'],
  [/\[([HL]PF)\]/gi, '$1'],
  [/^10\*3/, '10³'],
  [/^10\*6/, '10⁶'],
  [/\bu[Ll]\b/g, 'µL'],
  [/\{([^{}]*)\}/g, '$1'],
];

/** A number with the digits of the source. */
export function quantityWords(quantity: Quantity | undefined, words: Words): string | undefined {
  if (!quantity) return undefined;
  const { value, comparator, absent } = quantity;
  if (value === undefined) {
    const unit = unitWords(quantity);
    return [absent && words.absent[absent], unit].filter(Boolean).join(' ') || undefined;
  }
  return `${comparator ? comparators[comparator] : ''}${joined(value, unitWords(quantity))}`;
}

const joined = (value: string, unit: string): string =>
  unit === '' ? value : unit === '%' ? `${value}%` : `${value} ${unit}`;

/** A dose as ISMP wants it (0.5, 5, 1,000), the digits of the source beside it where they differ. */
export function doseWords(quantity: Quantity | undefined, words: Words): string | undefined {
  const plain = quantityWords(quantity, words);
  if (!quantity?.value || plain === undefined) return plain;
  const safe = safeNumber(quantity.value);
  const dose = quantityWords({ ...quantity, value: safe }, words);
  return safe.replace(/,/g, '') === quantity.value ? dose : `${dose} (“${quantity.value}”)`;
}

/** No trailing zero, a leading one, and commas from 1,000 on. */
export function safeNumber(value: string): string {
  const [, sign = '', whole = '', part = ''] = /^\+?(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(value) ?? [];
  if (whole === '' && part === '') return /[1-9]/.test(value) ? value : '0';
  const grouped = whole === '' ? '0' : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${grouped}${part ? `.${part}` : ''}`;
}

/** A range: low to high, or one of them. */
export function rangeWords(range: Range | undefined, words: Words): string | undefined {
  const { low, high } = range ?? {};
  const [from, to] = [quantityWords(low, words), quantityWords(high, words)];
  if (low && high && from && to) return `${bareOf(low, high) ?? from} – ${to}`;
  if (from) return low?.comparator ? from : `≥ ${from}`;
  return high?.comparator ? to : to && `≤ ${to}`;
}

/** The lower end without the unit that the upper one has too. */
function bareOf(low: Quantity, high: Quantity): string | undefined {
  if (low.value === undefined || unitWords(low) !== unitWords(high)) return undefined;
  return `${low.comparator ? comparators[low.comparator] : ''}${low.value}`;
}

/** One amount to another. */
export function ratioWords(ratio: Ratio | undefined, words: Words): string | undefined {
  const [over, under] = [quantityWords(ratio?.numerator, words), quantityWords(ratio?.denominator, words)];
  if (over && under) return `${over} / ${under}`;
  return over ?? (under && `/ ${under}`);
}
