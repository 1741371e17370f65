import bidiFactory from 'bidi-js';

// The package is CommonJS, and its types say that it is not.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Whether a text has letters that are written from right to left. */
export const hasRightToLeft = (text: string): boolean =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\ud802|\ud803|\ud83a|\ud83b/.test(text);

const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The embedding level of each code unit, and that of the paragraph. A paragraph is read from the right where it starts so and
 * nearly all of it is; in any other each saying turns for itself.
 */
export function levelsOf(text: string): { readonly levels: Uint8Array; readonly base: number } {
  const letters = text.match(/\p{L}/gu) ?? [];
  const turned = letters.filter((one) => fromRight.test(one)).length;
  if (fromRight.test(letters[0] ?? '') && turned > letters.length * 0.75) {
    return { levels: levelsIn(text, 'rtl'), base: 1 };
  }
  const levels = new Uint8Array(text.length);
  let at = 0;
  for (const saying of text.split(seam)) {
    if (hasRightToLeft(saying)) levels.set(levelsIn(saying, directionOf(saying)), at);
    at += saying.length;
  }
  return { levels, base: 0 };
}

/** Where one saying ends and the next begins: what we put between them, and our labels. */
const seam = /( · |(?:^|(?<= · ))\p{Lu}[\p{Script=Latin} ]{0,30}: )/u;

/** A sentence that begins and ends in letters from the right is read so, whatever stands between. */
function directionOf(saying: string): 'ltr' | 'rtl' {
  const letters = saying.match(/\p{L}/gu) ?? [];
  return [letters[0], letters.at(-1)].every((one) => one && fromRight.test(one)) ? 'rtl' : 'ltr';
}

/** An amount with its unit, and a date: they are read as they are written, wherever they stand. */
const oneThing = /\d[\d.,/:–-]*[ \u00a0]?(?:[%°]|[µA-Za-z][\w/^.*µ³²%-]*)|\d{4}-\d{2}-\d{2}/gu;

/**
 * Levels by the algorithm (UAX #9), to which what must not turn is given as letters. Else the number of "500 mg" in an Arabic
 * sentence is a word of the sentence and its unit stands elsewhere, and the day of "01-May-2023" leaves its month.
 */
const levelsIn = (text: string, direction: 'ltr' | 'rtl'): Uint8Array =>
  bidi.getEmbeddingLevels(
    text.replace(oneThing, (one) => 'a'.repeat(one.length)),
    direction,
  ).levels;

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
