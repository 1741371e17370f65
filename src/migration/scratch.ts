import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from './refusal.ts';

/** A file for what does not fit into memory; it goes with the run, however that ends. */
export interface ScratchFile {
  /** Appends bytes and gives the place at which they begin. */
  append(bytes: Uint8Array): number;
  /** Fills a part of a buffer with what stands at a place; the buffer may be used again and again. */
  read(into: Buffer, at: number, length: number, offset: number): void;
  close(): void;
}

/**
 * Opens a scratch file in a folder of the run. Where the system allows it, its name is taken away at once: then the
 * file is gone with the process, even one that is killed.
 */
export function openScratch(folder: string, name: string): ScratchFile {
  const path = join(folder, name);
  // What a kill left behind is nobody's.
  removeName(path);
  const fd = guarded(() => openSync(path, 'wx+', 0o600));
  removeName(path);
  let end = 0;
  return {
    append(bytes) {
      const start = end;
      guarded(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, start + at);
      });
      end += bytes.length;
      return start;
    },
    read(into, start, length, offset) {
      guarded(() => {
        for (let at = 0, read = -1; at < length && read !== 0; at += read) {
          read = readSync(fd, into, start + at, length - at, offset + at);
        }
      });
    },
    close() {
      closeSync(fd);
      removeName(path);
    },
  };
}

/** Takes a file's name away; a system that keeps open files does it when they are closed. */
export function removeName(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Still open: its owner removes it when it closes.
  }
}
