/** A number with separators of thousands. */
export const number = (value: number): string => value.toLocaleString('en-US');

/** A number and what it counts. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** A name as a terminal may show it: no escape sequence, no line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
export const printable = (name: string): string => name.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');
