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

interface Run {
  readonly shaped: GlyphRun;
  readonly width: number;
}

/** Reads a font, once for all documents of a run. */
export function openTypeface(bytes: Uint8Array): Typeface {
  // Node's Buffer is what fontkit means.
  const font = create(bytes as Buffer) as Font;
  const runs = new Map<string, Run>();
  const covered = new Map<number, boolean>();
  const shape = (text: string): Run => {
    const known = runs.get(text);
    if (known) return known;
    const shaped = font.layout(text);
    const width = shaped.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
    if (runs.size >= mostRuns) runs.clear();
    const run = { shaped, width };
    runs.set(text, run);
    return run;
  };
  return {
    font: Object.create(font, { layout: { value: layoutOf(font, shape) } }) as Font,
    width: (text) => shape(text).width,
    covers(codePoint) {
      const known = covered.get(codePoint) ?? font.hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, known);
      return known;
    },
  };
}

/** A layout whose positions are the caller's own: pdfkit scales them in place. */
const layoutOf =
  (font: Font, shape: (text: string) => Run): Font['layout'] =>
  (text, features, ...more) => {
    if (features) return font.layout(text, features, ...more);
    const { shaped } = shape(text);
    const positions = shaped.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
    return { glyphs: shaped.glyphs, positions, advanceWidth: shaped.advanceWidth } as unknown as GlyphRun;
  };
