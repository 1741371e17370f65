/** A number as people write it. */
export const number = (value: number): string => value.toLocaleString('en-US');

/** A number of things: `1 row`, `2 rows`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** A file's name as a terminal may show it: no escape sequence, no line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
export const printable = (name: string): string => name.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');

/** The states of an account in the words of the report. */
export const stateWords = {
  converted: 'converted',
  merged: 'merged',
  superseded: 'superseded',
  'kept-as-text': 'kept as text',
  'left-out': 'left out',
  quarantined: 'set aside',
} as const;

/** `12 read = 11 converted + 1 set aside`. */
export function balanceText(
  balance: { readonly read: number } & Partial<Record<keyof typeof stateWords, number>>,
  remainder = 0,
): string {
  const parts = Object.entries(stateWords).flatMap(([state, word]) => {
    const value = balance[state as keyof typeof stateWords];
    return value ? [`${number(value)} ${word}`] : [];
  });
  const rest = remainder ? [`${number(remainder)} NOT ACCOUNTED FOR`] : [];
  return `${number(balance.read)} read = ${[...parts, ...rest].join(' + ') || '0'}`;
}
