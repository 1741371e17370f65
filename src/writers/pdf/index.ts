export { recordDocument } from './record-document.ts';
export { type ScanInPrint, scanAppendix } from './scan-appendix.ts';
export { type SectionKey, sectionKeys } from './words/section-keys.ts';
