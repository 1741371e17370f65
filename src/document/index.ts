export type * from './blocks.ts';
export { type Fonts, openFonts } from './fonts.ts';
export { type Attached, renderPdf } from './render.ts';
