import type { Observation, Quantity } from '../../record/index.ts';
import { keyOf } from './counts.ts';
import type { TalliedGroup } from './group.ts';
import { outlierIn } from './plausible.ts';
import type { Counter } from './tally.ts';

/** What observations found: the kinds of their values, their units, what stands out. */
export function countValues({ record }: TalliedGroup, book: Counter): void {
  for (const item of record?.statements.observation ?? []) {
    countValue(item, book);
    for (const component of item.components ?? []) countValue(component, book);
  }
}

type Valued = Pick<Observation, 'code' | 'value'>;

function countValue({ code, value }: Valued, book: Counter): void {
  const [type] = Object.keys(value ?? {});
  book.count('values', `value ${type ?? 'none'}`);
  const amount = value?.quantity;
  if (!amount) return;
  if (amount.comparator) book.count('values', 'comparator');
  if (amount.value !== undefined && isSentinel(amount.value)) book.count('values', 'sentinel');
  if (outlierIn(code, amount)) book.count('values', 'implausible');
  countUnit(amount, book);
}

/** Numbers that stand in many systems for "no value". */
const isSentinel = (value: string): boolean => /^-?9{4,}(\.9+|\.0+)?$/.test(value);

const ucum = 'http://unitsofmeasure.org';

function countUnit({ value, unit, system, code }: Quantity, book: Counter): void {
  if (value === undefined && unit === undefined) return;
  book.count(
    'units',
    keyOf(unit ?? (system === ucum ? code : undefined), system === ucum ? code : undefined),
  );
}
