import { decimalOf } from '../decimal-of.ts';

/** Groups of three digits, parted as countries do that write a decimal comma. */
const grouped = /^[+-]?[1-9]\d{0,2}([. '\u00a0\u2009\u202f])\d{3}(\1\d{3})*(,\d+)?$/;
const plain = /^[+-]?(\d+(,\d+)?|,\d+)([eE][+-]?\d+)?$/;

/** A cell's number as FHIR writes decimals; nothing where it is none, or where its separators could mean another number. */
export function readDecimal(text: string, decimal: '.' | ',' = '.'): string | undefined {
  const cell = text.trim();
  if (decimal === '.') return decimalOf(cell);
  if (plain.test(cell)) return decimalOf(cell.replace(',', '.'));
  return grouped.test(cell) ? decimalOf(cell.replace(/[^\d,+-]/g, '').replace(',', '.')) : undefined;
}
