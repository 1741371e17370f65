import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnits } from './order.ts';
import type { RunFolder } from './run-folder.ts';

/** Lines about input files, taken in any order of the files and laid down by file name. */
export interface Spool {
  /** All lines about one file, already in their order. */
  add(file: string, lines: readonly string[]): void;
  close(): void;
}

interface Chunk {
  readonly offset: number;
  readonly length: number;
  readonly lines: number;
}

/** Keeps the lines on disk and their places in memory, so that a run of any size needs little. */
export function openSpool(folder: RunFolder, name: string): Spool {
  const path = join(folder.path, `${name}.spool`);
  const fd = openSync(path, 'wx+', 0o600);
  const chunks = new Map<string, Chunk[]>();
  let offset = 0;
  return {
    add(file, lines) {
      if (lines.length === 0) return;
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      writeSync(fd, bytes);
      chunks.set(file, [...(chunks.get(file) ?? []), { offset, length: bytes.length, lines: lines.length }]);
      offset += bytes.length;
    },
    close() {
      const output = folder.append(name);
      for (const file of [...chunks.keys()].sort(byCodeUnits)) {
        for (const chunk of chunks.get(file) ?? []) output.write(textOf(fd, chunk), chunk.lines);
      }
      output.close();
      closeSync(fd);
      unlinkSync(path);
    },
  };
}

function textOf(fd: number, { offset, length }: Chunk): string {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, offset);
  return bytes.toString();
}
