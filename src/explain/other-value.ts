import type { SourceLiteral } from '../readers/index.ts';

const oid = /^[0-2](\.\d+)+$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const time = /^\d{4}(\d\d){0,5}(\.\d+)?([+-]\d{4}|Z)?$/;
const number = /^[+-]?[\d.,]*\d$/;

const swapped: Readonly<Record<string, string>> = { true: 'false', false: 'true' };

/** Another value of the same form: an experiment shall change what a literal says and not what it is. */
export function otherValue({ name, text }: Pick<SourceLiteral, 'name' | 'text'>): string {
  const value = text.trim();
  if (name === '@nullFlavor') return value === 'NASK' ? 'MSK' : 'NASK';
  if (Object.hasOwn(swapped, value)) return swapped[value] ?? '';
  if (uuid.test(value)) return (value.startsWith('0') ? '1' : '0') + value.slice(1);
  if (name === '@value') return otherStated(text);
  return oid.test(value) ? `${value}.9` : `${text}x`;
}

/** A time or a number, else words. */
function otherStated(text: string): string {
  const value = text.trim();
  if (time.test(value)) return otherYear(value);
  return number.test(value) ? otherDigit(value) : `${text}x`;
}

/** Four years on: a leap day stays one. */
const otherYear = (value: string): string =>
  String(Number(value.slice(0, 4)) + 4).padStart(4, '0') + value.slice(4);

const otherDigit = (value: string): string => value.slice(0, -1) + String((Number(value.slice(-1)) + 1) % 10);
