import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFormat } from './manifest.ts';

const mark = `"format": "${manifestFormat}"`;

/** Whether a folder is one that a run wrote: its manifest says so in its first line. */
export function holdsRun(folder: string): boolean {
  const head = Buffer.alloc(200);
  try {
    const fd = openSync(join(folder, 'manifest.json'), 'r');
    try {
      readSync(fd, head);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  return head.includes(mark);
}
