import { openTypeface, type Typeface } from './typeface.ts';

/** The bytes of the fonts, in the order in which they are asked for a glyph. */
export interface FontFiles {
  readonly regular: readonly Uint8Array[];
  readonly bold: readonly Uint8Array[];
  readonly fixed: readonly Uint8Array[];
}

export type Weight = keyof FontFiles;

/** A font of the shelf, under the name by which documents know it. */
export interface Face {
  readonly name: string;
  readonly typeface: Typeface;
}

/** The fonts of a run. */
export type Fonts = { readonly [K in Weight]: readonly Face[] };

/** Reads the fonts; a file that stands in two places is read once. */
export function openFonts(files: FontFiles): Fonts {
  const open = new Map<Uint8Array, Face>();
  const face = (bytes: Uint8Array): Face => {
    const known = open.get(bytes) ?? { name: `face-${open.size + 1}`, typeface: openTypeface(bytes) };
    open.set(bytes, known);
    return known;
  };
  return { regular: files.regular.map(face), bold: files.bold.map(face), fixed: files.fixed.map(face) };
}
