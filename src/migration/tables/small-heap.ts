import { setFlagsFromString } from 'node:v8';

/** Below this an export needs no care. */
const careless = 20_000_000;

let isSmall = false;

/**
 * Lets the heap grow by less than it would by itself, which is by how much memory the machine has: then a large export
 * takes no more than a small one, at a tenth more work for the collector. It holds for the rest of the process.
 */
export function keepHeapSmall(bytes: number): void {
  if (isSmall || bytes < careless) return;
  isSmall = true;
  setFlagsFromString('--heap-growing-percent=40');
  setFlagsFromString('--semi-space-growth-factor=1');
}
