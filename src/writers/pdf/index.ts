export { recordDocument } from './record-document.ts';
export { type SectionKey, sectionKeys } from './words/section-keys.ts';
