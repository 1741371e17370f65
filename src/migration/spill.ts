import { type Encoder, openEncoder } from './encoder.ts';
import { openScratch, type ScratchFile } from './scratch.ts';

/** Lists of lines by name: in memory up to a bound, on disk above it, and the same to whoever reads them. */
export interface Spill {
  add(list: string, line: string): void;
  /** The lines of a list in the order in which they came. */
  lines(list: string): Generator<string>;
  /** How many characters a list holds. */
  sizeOf(list: string): number;
  names(): string[];
  /** Forgets a list. */
  drop(list: string): void;
  close(): void;
}

interface List {
  size: number;
  pending: string[];
  /** Offset and length of what is on disk, one after the other. */
  readonly chunks: number[];
}

/** So much of a file is read at once. */
const blockSize = 1 << 16;

/** Opens lists that keep `bound` characters in memory in all; `name` is that of their file in `folder`. */
export function openSpill(folder: string, name: string, bound: number): Spill {
  const lists = new Map<string, List>();
  let file: ScratchFile | undefined;
  let pending = 0;
  const encode = openEncoder();
  const flush = () => {
    file ??= openScratch(folder, name);
    for (const list of lists.values()) flushList(list, { file, encode });
    pending = 0;
  };
  return {
    add(name, line) {
      const list = lists.get(name) ?? { size: 0, pending: [], chunks: [] };
      if (list.size === 0) lists.set(name, list);
      list.pending.push(line);
      list.size += line.length + 1;
      pending += line.length + 1;
      if (pending > bound) flush();
    },
    *lines(name) {
      const list = lists.get(name);
      if (!list) return;
      if (file) yield* linesOnDisk(list, file);
      yield* list.pending;
    },
    sizeOf: (name) => lists.get(name)?.size ?? 0,
    names: () => [...lists.keys()],
    drop(name) {
      pending -= lists.get(name)?.pending.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
      lists.delete(name);
    },
    close() {
      lists.clear();
      file?.close();
      file = undefined;
    },
  };
}

function flushList(list: List, { file, encode }: { file: ScratchFile; encode: Encoder }): void {
  if (list.pending.length === 0) return;
  let start: number | undefined;
  let length = 0;
  for (const text of blocksOf(list.pending)) {
    const bytes = encode(text);
    const at = file.append(bytes);
    start ??= at;
    length += bytes.length;
  }
  list.chunks.push(start ?? 0, length);
  list.pending = [];
}

/** Lines a block at a time: a text of all of them, and its bytes, would be as large as all that is kept. */
function* blocksOf(lines: readonly string[]): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < blockSize) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function* linesOnDisk({ chunks }: List, file: ScratchFile): Generator<string> {
  for (let at = 0; at < chunks.length; at += 2) {
    yield* linesOf(file, chunks[at] ?? 0, chunks[at + 1] ?? 0);
  }
}

/** The lines of one chunk; a block may end within a line, and within a character. The buffer is used for all blocks. */
function* linesOf(file: ScratchFile, start: number, length: number): Generator<string> {
  let buffer = Buffer.allocUnsafe(Math.min(length, blockSize));
  let rest = 0;
  for (let at = 0; at < length; ) {
    if (rest === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const size = Math.min(buffer.length - rest, length - at);
    file.read(buffer, rest, size, start + at);
    at += size;
    const filled = rest + size;
    const end = buffer.subarray(0, filled).lastIndexOf(10);
    if (end >= 0) yield* buffer.toString('utf8', 0, end).split('\n');
    buffer.copyWithin(0, end + 1, filled);
    rest = filled - end - 1;
  }
}
