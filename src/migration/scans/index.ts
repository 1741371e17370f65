export { fileIssues, isForgotten } from './file-issues.ts';
export { withPatternIndex } from './pattern-index.ts';
export { openScanPrinter, withScansBehind } from './print-scans.ts';
export { scannedFile } from './scanned-file.ts';
