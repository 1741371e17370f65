/** A token of a date format (`yyyy`, `h`), or what stands between two of them. */
export type Part = { readonly token: string } | { readonly literal: string };

const part =
  /'([^']*)'|(yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|S+|a|EEEE|EEE|XXX|Z|z)|([A-SU-Za-z]+)|([\s\S])/g;

/** The parts of a format, and the letters in it that are no token. */
export function partsOf(format: string): {
  readonly parts: readonly Part[];
  readonly unknown: readonly string[];
} {
  const parts: Part[] = [];
  const unknown: string[] = [];
  for (const [, quoted, token, letters, literal] of format.matchAll(part)) {
    if (token !== undefined) parts.push({ token });
    else if (letters !== undefined) unknown.push(letters);
    else parts.push({ literal: quoted ?? literal ?? '' });
  }
  return { parts, unknown };
}

export const isToken = (one: Part | undefined, letters: string): one is { readonly token: string } =>
  one !== undefined && 'token' in one && letters.includes(one.token[0] ?? ' ');
