export { fileIssues, isForgotten } from './file-issues.ts';
export { withPatternIndex } from './pattern-index.ts';
export { scannedFile } from './scanned-file.ts';
