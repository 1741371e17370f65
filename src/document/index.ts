export type * from './blocks.ts';
export { type FontFiles, type Fonts, openFonts } from './fonts.ts';
export { type Attached, type RenderedPdf, renderPdf } from './render.ts';
