import { create, type Font, type GlyphRun } from 'fontkit';

const mostRuns = 20_000;

/** The part of a font that pdfkit draws with; its layouts are kept, as words recur from document to document. */
export interface Typeface {
  readonly font: Font;
  /** Whether it has glyphs for a code point. */
  covers(codePoint: number): boolean;
  /** The width of a text in parts of the font size. */
  width(text: string): number;
}

/** What pdfkit uses of a glyph. */
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A text that was laid out: of each glyph what it advances by and is moved by, across and down. */
interface Run {
  readonly glyphs: readonly Glyph[];
  readonly places: readonly number[];
  readonly width: number;
}

/** Reads a font, once for all documents of a run. */
export function openTypeface(bytes: Uint8Array): Typeface {
  // Node's Buffer is what fontkit means.
  const font = create(bytes as Buffer) as Font;
  const runs = new Map<string, Run>();
  const covered = new Map<number, boolean>();
  const lay = shaper(font);
  const shape = (text: string): Run => {
    const known = runs.get(text);
    if (known) return known;
    if (runs.size >= mostRuns) runs.clear();
    const run = lay(text);
    runs.set(ownCopy(text), run);
    return run;
  };
  return {
    font: Object.create(font, { layout: { value: layoutOf(lay, shape) } }) as Font,
    width: (text) => shape(text).width,
    covers(codePoint) {
      const known = covered.get(codePoint) ?? font.hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, known);
      return known;
    },
  };
}

/** A part of a text keeps all of it in memory, which may be a whole document; short parts are copies anyway. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

/** Letters that look the same as a plainer one where they share its glyph: what is copied from the page is the plain one. */
const plainer = new Map([
  [0xa0, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);

type Features = Parameters<Font['layout']>[1];

/** Lays out texts. What a text gives does not depend on those before it, and little is kept of it. */
function shaper(font: Font): (text: string, features?: Features) => Run {
  const glyphs = new Map<string, Glyph>();
  const light = ({ id, advanceWidth, codePoints }: Glyph): Glyph => {
    const says = codePoints.map((one) => plainIn(font, one));
    const key = `${id} ${says}`;
    const known = glyphs.get(key) ?? { id, advanceWidth, codePoints: says };
    glyphs.set(key, known);
    return known;
  };
  return (text, features) => {
    // Of each glyph fontkit keeps the letters that it first stood for, be it those of another document, or none.
    Object.assign(font, { _glyphs: {} });
    const shaped = font.layout(text, features);
    const places = shaped.positions.flatMap(({ xAdvance, yAdvance, xOffset, yOffset }) => [
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    ]);
    const width = shaped.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
    return { glyphs: shaped.glyphs.map(light), places, width };
  };
}

function plainIn(font: Font, codePoint: number): number {
  const plain = plainer.get(codePoint);
  if (plain === undefined) return codePoint;
  return font.glyphForCodePoint(plain).id === font.glyphForCodePoint(codePoint).id ? plain : codePoint;
}

/** A layout whose positions are the caller's own: pdfkit scales them in place. */
const layoutOf =
  (lay: ReturnType<typeof shaper>, shape: (text: string) => Run): Font['layout'] =>
  (text, features) => {
    const { glyphs, places } = features ? lay(text, features) : shape(text);
    const positions = glyphs.map((_, index) => placeAt(places, index * 4));
    const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { glyphs, positions, advanceWidth } as unknown as GlyphRun;
  };

const placeAt = (places: readonly number[], at: number) => ({
  xAdvance: places[at] ?? 0,
  yAdvance: places[at + 1] ?? 0,
  xOffset: places[at + 2] ?? 0,
  yOffset: places[at + 3] ?? 0,
});
