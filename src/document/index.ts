export type * from './blocks.ts';
export { openFonts } from './fonts.ts';
export { type Attached, renderPdf } from './render.ts';
