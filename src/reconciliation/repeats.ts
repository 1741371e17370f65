import { hash } from 'node:crypto';
import { openScratch, type ScratchFile } from '../migration/index.ts';

/** Counts texts that come again: eight bytes for each, on disk where they are many, so that memory does not grow with them. */
export interface Repeats {
  note(text: string): void;
  /** How many had come before. The count ends with it. */
  close(): number;
}

/** Hashes are parted by their first bits, so that a part is small enough to be sorted. */
const parts = 64;
const hashSize = 8;
const blockSize = 256 * hashSize;

interface Part {
  readonly block: Buffer;
  filled: number;
  /** Where on disk its full blocks begin. */
  readonly blocks: number[];
}

/** A file for several counts, which is made when the first of them needs it. */
export function lazyScratch(folder: string, name: string): { open(): ScratchFile; close(): void } {
  let file: ScratchFile | undefined;
  return {
    open: () => (file ??= openScratch(folder, name)),
    close: () => file?.close(),
  };
}

/** Opens a count. */
export function openRepeats(scratch: () => ScratchFile): Repeats {
  const opened: (Part | undefined)[] = Array(parts).fill(undefined);
  return {
    note(text) {
      // A hash that nobody can aim at.
      const digest = hash('sha256', text, 'buffer');
      const at = (digest[hashSize] ?? 0) % parts;
      const part = opened[at] ?? { block: Buffer.alloc(blockSize), filled: 0, blocks: [] };
      opened[at] = part;
      digest.copy(part.block, part.filled, 0, hashSize);
      part.filled += hashSize;
      if (part.filled < blockSize) return;
      part.blocks.push(scratch().append(part.block));
      part.filled = 0;
    },
    close: () => opened.reduce((sum, part) => sum + (part ? repeatedIn(part, scratch) : 0), 0),
  };
}

/** Equal hashes stand side by side once they are sorted. */
function repeatedIn({ block, filled, blocks }: Part, scratch: () => ScratchFile): number {
  const hashes = new BigUint64Array((blocks.length * blockSize + filled) / hashSize);
  const bytes = Buffer.from(hashes.buffer);
  blocks.forEach((offset, at) => {
    scratch().read(bytes, at * blockSize, blockSize, offset);
  });
  block.copy(bytes, blocks.length * blockSize, 0, filled);
  hashes.sort();
  let repeated = 0;
  for (let at = 1; at < hashes.length; at++) if (hashes[at] === hashes[at - 1]) repeated += 1;
  return repeated;
}
