import bidiFactory from 'bidi-js';

// The package is CommonJS, and its types say that it is not.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Whether a text has letters that are written from right to left. */
export const hasRightToLeft = (text: string): boolean =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\ud802|\ud803|\ud83a|\ud83b/.test(text);

const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The embedding level of each code unit, and that of the paragraph. A paragraph is read from the right where it starts so and
 * nearly all of it is: by its first letter alone, "12 mg" behind an Arabic name would stand as "mg 12".
 */
export function levelsOf(text: string): { readonly levels: Uint8Array; readonly base: number } {
  const letters = text.match(/\p{L}/gu) ?? [];
  const turned = letters.filter((one) => fromRight.test(one)).length;
  const isTurned = fromRight.test(letters[0] ?? '') && turned > letters.length * 0.75;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, isTurned ? 'rtl' : 'ltr');
  return { levels, base: paragraphs[0]?.level ?? 0 };
}

/** Pieces of one level each, in the order in which the eye meets them (UAX #9, L2). */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return order;
}

/** A text as it is drawn from left to right where it holds no letters that turn by themselves. */
export const mirrored = (text: string): string =>
  [...text].map((one) => bidi.getMirroredCharacter(one) ?? one).join('');
