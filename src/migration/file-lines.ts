import { closeSync, openSync, readSync } from 'node:fs';

/** Larger blocks would make texts that the collector looks for late. */
const blockSize = 1 << 16;

/** The lines of a text file of any size; none where there is no such file. */
export function* linesOfFile(path: string): Generator<string> {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return;
  }
  const decoder = new TextDecoder();
  const block = Buffer.alloc(blockSize);
  let rest = '';
  try {
    for (let read = readSync(fd, block); read > 0; read = readSync(fd, block)) {
      const lines = (rest + decoder.decode(block.subarray(0, read), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(fd);
  }
}
