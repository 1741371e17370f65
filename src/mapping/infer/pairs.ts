import type { TableEvidence } from './evidence.ts';

/** An amount in one column, its unit in another that is called alike: `X_VALUE` and `X_UNIT`. */
export interface AmountPair {
  readonly value: string;
  readonly unit: string;
}

const value = /[_ ]?(value|val|amount|amt)$/i;

/** The amounts of a table whose units have a column of their own. */
export function pairsOf({ columns }: TableEvidence): readonly AmountPair[] {
  return columns.flatMap(({ name, forms }) => {
    const stem = name.replace(value, '');
    if (stem === name || stem === '' || (forms.decimal ?? 0) < 0.5) return [];
    const unit = columns.find(
      (one) => /^[_ ]?units?$/i.test(one.name.slice(stem.length)) && one.name.startsWith(stem),
    );
    return unit ? [{ value: name, unit: unit.name }] : [];
  });
}
