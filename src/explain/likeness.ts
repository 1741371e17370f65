const clean = (text: string): string => text.trim().replace(/\s+/g, ' ');
const digits = (text: string): string => text.replace(/[+-]\d\d:?\d\d$|Z$/, '').replace(/\D/g, '');
const isTime = (text: string): boolean => /^\d{4}(-\d\d)*(T|$)/.test(text);

/** How like a literal is to a value: 3 it is the value, 2 it is the value in another form, 1 one holds the other. */
export function likeness(literal: string, value: string): 0 | 1 | 2 | 3 {
  const [one, other] = [clean(literal), clean(value)];
  if (one === other) return 3;
  if (one.toLowerCase() === other.toLowerCase()) return 2;
  if (isTime(other) && /^\d{4}/.test(one) && isSameTime(digits(one), digits(other))) return 2;
  if (one.length < 2 || other.length < 2) return 0;
  return one.includes(other) || other.includes(one) ? 1 : 0;
}

/** FHIR may say less of a time than the source, or seconds that it left out. */
const isSameTime = (one: string, other: string): boolean =>
  one === other || one.startsWith(other) || other.replace(/00$/, '') === one;
