/** Words by which a row says that something does not hold, or did not happen. */
const denials: ReadonlySet<string> = new Set([
  'negative',
  'negated',
  'absent',
  'refuted',
  'denied',
  'denies',
  'refused',
  'declined',
  'cancelled',
  'canceled',
  'erroneous',
  'never',
  'notadministered',
  'notdone',
  'notgiven',
  'nottaken',
]);

/** The words of a short text that deny. */
export function denialsIn(text: string): readonly string[] {
  if (text.length > 120) return [];
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => denials.has(word));
}
