export { inspectScan } from './inspect.ts';
export type { ScanBytes } from './media.ts';
export { readPattern } from './pattern.ts';
