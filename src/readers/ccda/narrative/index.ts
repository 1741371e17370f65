export { indexIds } from './ids.ts';
export { isPlain } from './plain.ts';
export { plainText } from './plain-text.ts';
export { renderReferenced } from './referenced.ts';
export { renderNarrative } from './render.ts';
export type { MediaLookup } from './rendering.ts';
export { Tables } from './tables.ts';
