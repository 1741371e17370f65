export { inspectScan, type ScanFacts } from './inspect.ts';
export type { ScanBytes } from './media.ts';
export { type PathWords, patternWords, readPattern, type ScanPattern } from './pattern.ts';
