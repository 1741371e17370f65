import { statSync } from 'node:fs';
import type { Found } from './discover.ts';

/** How much is found, counted no further than `enough`. */
export function totalSize(found: readonly Found[], enough: number): number {
  let size = 0;
  for (const { path, obstacle } of found) {
    if (!obstacle) size += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= enough) break;
  }
  return size;
}
