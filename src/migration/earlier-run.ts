import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFormat } from './manifest.ts';

const mark = `"format": "${manifestFormat}"`;

/** Whether a folder is one that a run wrote or writes: its manifest says so in its first line, or it has its ledger. */
export function holdsRun(folder: string): boolean {
  if (existsSync(join(folder, 'ledger.db')) && existsSync(join(folder, 'parts'))) return true;
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
