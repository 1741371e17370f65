import type { Tone } from './blocks.ts';
import type { Weight } from './fonts.ts';

export type Colour = readonly [red: number, green: number, blue: number];

interface Look {
  readonly weight: Weight;
  readonly colour: Colour;
  /** In parts of the size of the text around it. */
  readonly size: number;
}

const black: Colour = [0.07, 0.07, 0.07];
/** Each of these stands out from white by 7 to 1 at least (WCAG AAA). */
const grey: Colour = [0.28, 0.28, 0.28];
const blue: Colour = [0.04, 0.24, 0.47];
const red: Colour = [0.56, 0.06, 0.06];
export const hairline: Colour = [0.8, 0.8, 0.8];
export const rule = blue;
export const ink = black;

/** What the tones look like. */
export const looks: { readonly [K in Tone]: Look } = {
  normal: { weight: 'regular', colour: black, size: 1 },
  term: { weight: 'bold', colour: black, size: 1 },
  quiet: { weight: 'regular', colour: grey, size: 0.9 },
  small: { weight: 'regular', colour: black, size: 0.9 },
  struck: { weight: 'regular', colour: black, size: 1 },
  alert: { weight: 'bold', colour: red, size: 1 },
  accent: { weight: 'bold', colour: blue, size: 1 },
};

/** The sizes of letters in points, at scale 1. */
export const sizes = {
  body: 9.5,
  small: 8.5,
  large: 11,
  title: 19,
  running: 8.5,
  heading: { 1: 12, 2: 12.5, 3: 10.5 },
  fixed: 8,
} as const;

/** The height of a line and where its letters stand, in parts of their size. */
export const lineHeight = 1.27;
export const baseline = 0.96;

export const margin = 40;
