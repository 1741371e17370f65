export { allowedAttributes, allowedElements } from './allowed.ts';
export { indexIds, type NarrativeIds } from './ids.ts';
export { isPlain } from './plain.ts';
export { plainText } from './plain-text.ts';
export { renderReferenced } from './referenced.ts';
export { type Narrative, renderNarrative } from './render.ts';
export type { MediaLookup, NarrativeOptions } from './rendering.ts';
export { Tables } from './tables.ts';
