/** What tells where copied values stand. */
export interface Copies {
  copy(original: object, copy: object): void;
}

/** A part of a mapping in which a word in braces is written out, in its keys as well. */
export function writeOut(value: unknown, braces: string, word: string, spots: Copies): unknown {
  if (typeof value === 'string') return value.replaceAll(braces, word);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map((one) => writeOut(one, braces, word, spots))
    : Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key.replaceAll(braces, word),
          writeOut(one, braces, word, spots),
        ]),
      );
  spots.copy(value, copy);
  return copy;
}
