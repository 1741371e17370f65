import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes an earlier demo; a folder with anything else in it stays, and the run refuses it. */
export function clearDemo(folder: string): void {
  if (isRun(folder)) rmSync(folder, { recursive: true });
}

function isRun(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'manifest.json'), 'utf8').includes('"format": "chartlift-run/1"');
  } catch {
    return false;
  }
}
