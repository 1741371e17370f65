import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeAll } from '../folders.ts';
import { guarded } from '../refusal.ts';

/** Where a piece of a stream lies in a part, and how many lines, rows or resources it holds. */
export type Chunk = readonly [offset: number, length: number, count: number];

/** What stands at the end of a part: where its streams lie, and what was counted. */
export interface PartIndex<Facts> {
  readonly fingerprint: string;
  readonly facts: Facts;
  readonly streams: readonly (readonly [name: string, chunks: readonly Chunk[]])[];
}

/** A part that is being written: many streams of text in one file, so that it is whole or not there. */
export interface PartWriter<Facts> {
  /** Adds to a stream; its pieces stay in their order. */
  add(stream: string, text: string, count?: number): void;
  /** Writes the index, waits for the disk, and gives the file its name. */
  finish(fingerprint: string, facts: Facts): void;
  /** Gives up; what was written has no name that anybody looks for. */
  abandon(): void;
}

interface Stream {
  pending: string[];
  count: number;
  readonly chunks: Chunk[];
}

/** So many characters wait in memory. */
const bound = 500_000;

/** The last bytes tell where the index begins. */
export const tailSize = 16;

/** Begins a part. */
export function openPartWriter<Facts>(root: string, name: string): PartWriter<Facts> {
  const path = join(root, name);
  const temporary = `${path}.tmp`;
  const streams = new Map<string, Stream>();
  let pending = 0;
  let end = 0;
  const fd = guarded(() => {
    makeFolder(dirname(path));
    return openSync(temporary, 'w', 0o600);
  });
  const put = (bytes: Uint8Array) => {
    guarded(() => writeAll(fd, bytes));
    end += bytes.length;
  };
  const flush = () => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (const stream of streams.values()) {
      const bytes = Buffer.from(stream.pending.join(''));
      if (bytes.length > 0) stream.chunks.push([end + size, bytes.length, stream.count]);
      size += bytes.length;
      pieces.push(bytes);
      stream.pending = [];
      stream.count = 0;
    }
    put(Buffer.concat(pieces));
    pending = 0;
  };
  return {
    add(name, text, count = 1) {
      const stream = streams.get(name) ?? { pending: [], count: 0, chunks: [] };
      if (stream.chunks.length + stream.pending.length === 0) streams.set(name, stream);
      stream.pending.push(text);
      stream.count += count;
      pending += text.length;
      if (pending > bound) flush();
    },
    finish(fingerprint, facts) {
      flush();
      const index: PartIndex<Facts> = { fingerprint, facts, streams: chunksOf(streams) };
      const start = end;
      put(Buffer.from(JSON.stringify(index)));
      put(Buffer.from(String(start).padStart(tailSize)));
      guarded(() => {
        fsyncSync(fd);
        closeSync(fd);
        renameSync(temporary, path);
        syncFolder(dirname(path));
      });
    },
    abandon: () => closeSync(fd),
  };
}

const chunksOf = (streams: ReadonlyMap<string, Stream>) =>
  [...streams].map(([name, { chunks }]) => [name, chunks] as const);
