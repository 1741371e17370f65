export { fileIssues, hasScanIndex, isForgotten, type ScansKnown } from './file-issues.ts';
export { keptContents } from './kept-contents.ts';
export { withPatternIndex } from './pattern-index.ts';
export { openScanPrinter, type PrintedScans, withScansBehind } from './print-scans.ts';
export { openScanBook, type ScanCounts } from './scan-counts.ts';
export { lookAtScan, type ScanLook, scannedFile } from './scanned-file.ts';
