import { decimalOf } from '../decimal-of.ts';

/** Groups of three digits, parted as countries do that write a decimal comma. */
const grouped = /^[+-]?[1-9]\d{0,2}([. '\u00a0\u2009\u202f])\d{3}(\1\d{3})*(,\d+)?$/;
const plain = /^[+-]?(\d+(,\d+)?|,\d+)([eE][+-]?\d+)?$/;

/** One thousand and more, or one and a part of it: countries differ. */
const either = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Whether a cell is another number by a decimal point than by a decimal comma, and nobody says which of them is written. */
export const isAmbiguous = (text: string, decimal: '.' | ',' | undefined): boolean =>
  decimal === undefined && either.test(text.trim());

/** A cell's number as FHIR writes decimals; nothing where it is none, or where its separators could mean another number. */
export function readDecimal(text: string, decimal?: '.' | ','): string | undefined {
  const cell = text.trim();
  if (isAmbiguous(cell, decimal)) return undefined;
  if (decimal !== ',') return decimalOf(cell);
  if (plain.test(cell)) return decimalOf(cell.replace(',', '.'));
  return grouped.test(cell) ? decimalOf(cell.replace(/[^\d,+-]/g, '').replace(',', '.')) : undefined;
}
