import type { ColumnRule } from '../../../mapping/index.ts';

type Format = NonNullable<ColumnRule['format']>;

/** Cells that have lost their points and dashes, and how they are written; what has another form stays as it is. */
const forms: Readonly<Record<Format, readonly (readonly [RegExp, string])[]>> = {
  icd9: [
    [/^(\d{3}|V\d{2})(\d{1,2})$/i, '$1.$2'],
    [/^(E\d{3})(\d)$/i, '$1.$2'],
  ],
  icd10: [[/^([A-Z]\d[0-9A-Z])([0-9A-Z]{1,4})$/i, '$1.$2']],
  phone: [[/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3']],
  ssn: [[/^(\d{3})(\d{2})(\d{4})$/, '$1-$2-$3']],
};

/** A cell in the form that its column has. */
export function inForm(text: string, format: Format): string {
  const [pattern, form] = forms[format].find(([one]) => one.test(text)) ?? [];
  return pattern && form ? text.replace(pattern, form) : text;
}
