import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Chunk, PartIndex } from './part-writer.ts';
import { tailSize } from './part-writer.ts';

/** A part that was written to its end. */
export interface PartReader<Facts> {
  readonly index: PartIndex<Facts>;
  chunksOf(stream: string): readonly Chunk[];
  /** The bytes of chunks, in blocks; a block is overwritten by the next. */
  bytes(chunks: readonly Chunk[]): Generator<Uint8Array>;
  /** The lines of a stream, without their ends. */
  lines(stream: string): Generator<string>;
}

/** So much is read at once: what a block took is given back late, and there are many. */
const blockSize = 1 << 16;

/** Opens a part; undefined where there is none, or none that is whole. */
export function openPart<Facts>(path: string): PartReader<Facts> | undefined {
  const index = readIndex<Facts>(path);
  if (!index) return undefined;
  const streams = new Map(index.streams);
  const chunksOf = (stream: string) => streams.get(stream) ?? [];
  const bytes = (chunks: readonly Chunk[]) => blocksOf(path, chunks);
  return { index, chunksOf, bytes, lines: (stream) => linesOf(bytes(chunksOf(stream))) };
}

function readIndex<Facts>(path: string): PartIndex<Facts> | undefined {
  try {
    const size = statSync(path).size;
    const start = Number(textOf(path, size - tailSize, tailSize));
    return JSON.parse(textOf(path, start, size - tailSize - start)) as PartIndex<Facts>;
  } catch {
    return undefined;
  }
}

function textOf(path: string, start: number, length: number): string {
  const bytes: Uint8Array[] = [];
  for (const block of blocksOf(path, [[start, length, 0]])) bytes.push(Buffer.from(block));
  return Buffer.concat(bytes).toString();
}

function* blocksOf(path: string, chunks: readonly Chunk[]): Generator<Uint8Array> {
  const longest = chunks.reduce((most, [, length]) => Math.max(most, length), 0);
  const block = Buffer.allocUnsafe(Math.min(longest, blockSize));
  const fd = openSync(path, 'r');
  try {
    for (const [offset, length] of chunks) {
      for (let at = 0; at < length; ) {
        const read = readSync(fd, block, 0, Math.min(block.length, length - at), offset + at);
        if (read === 0) throw new RangeError('a part is as long as its index says');
        at += read;
        yield block.subarray(0, read);
      }
    }
  } finally {
    closeSync(fd);
  }
}

function* linesOf(blocks: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const block of blocks) {
    const lines = (rest + decoder.decode(block, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
