export { inspectScan } from './inspect.ts';
export { inMemory, isScan, type ScanBytes } from './media.ts';
export { readPattern } from './pattern.ts';
