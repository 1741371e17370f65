import { createHash, hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Encoder, openEncoder } from './encoder.ts';
import { makeFolder, writeAll } from './folders.ts';
import { guarded } from './refusal.ts';

/** One file that a run wrote: `count` says how many resources, lines or rows it holds. */
export interface Output {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  readonly count: number;
}

/** A file that grows while the run works and gets its name when it is whole. */
export interface Appender {
  write(content: string | Uint8Array, count?: number): void;
  close(): Output;
  /** Gives up: it gets no name. */
  abandon(): void;
}

/** The folder of a run: everything in it is written by these and readable by its owner alone. */
export interface RunFolder {
  readonly path: string;
  readonly outputs: Output[];
  write(file: string, content: string | Uint8Array, count?: number): void;
  append(file: string): Appender;
}

/** Writes into the folder of a run, each file beside first: it gets its name when it is whole and on disk. */
export function openRunFolder(root: string, suffix = ''): RunFolder {
  return openFolder(root, {
    suffix: `${suffix}.tmp`,
    finish(fd, temporary, path) {
      fsyncSync(fd);
      closeSync(fd);
      renameSync(temporary, path);
    },
  });
}

/** How a file is begun and ended. */
export interface Finishing {
  /** What stands behind the name of a file that is not whole. */
  readonly suffix: string;
  finish(fd: number, temporary: string, path: string): void;
}

/** Writes into a folder, with an end of its own for each file. */
export function openFolder(root: string, finishing: Finishing): RunFolder {
  const outputs: Output[] = [];
  const encode = openEncoder();
  const write = (file: string, content: string | Uint8Array, count = 1) => {
    const bytes = encode(content);
    guarded(() => {
      const { fd, done } = openNew(root, file, finishing);
      writeAll(fd, bytes);
      done();
    });
    outputs.push({ file, size: bytes.length, sha256: hash('sha256', bytes, 'hex'), count });
  };
  const append = (file: string) => {
    const opened = guarded(() => openNew(root, file, finishing));
    return appender(file, { ...opened, outputs, encode });
  };
  return { path: root, outputs, write, append };
}

/** A folder of which nothing is kept: what is written into it is counted. */
export function nowhere({ path }: Pick<RunFolder, 'path'>): RunFolder {
  const nothing = { file: '', size: 0, sha256: '', count: 0 };
  return {
    path,
    outputs: [],
    write() {},
    append: () => ({ write() {}, close: () => nothing, abandon() {} }),
  };
}

interface Opened {
  readonly fd: number;
  readonly done: () => void;
  readonly abandon: () => void;
}

interface Writing extends Opened {
  readonly outputs: Output[];
  readonly encode: Encoder;
}

function appender(file: string, { fd, done, abandon, outputs, encode }: Writing): Appender {
  const digest = createHash('sha256');
  let size = 0;
  let count = 0;
  return {
    write(content, units = 1) {
      const bytes = encode(content);
      guarded(() => writeAll(fd, bytes));
      digest.update(bytes);
      size += bytes.length;
      count += units;
    },
    close() {
      guarded(done);
      const output = { file, size, sha256: digest.digest('hex'), count };
      outputs.push(output);
      return output;
    },
    abandon,
  };
}

function openNew(root: string, file: string, { suffix, finish }: Finishing): Opened {
  const path = join(root, file);
  makeFolder(dirname(path));
  const temporary = `${path}${suffix}`;
  const fd = openSync(temporary, 'w', 0o600);
  const abandon = () => {
    closeSync(fd);
    rmSync(temporary, { force: true });
  };
  return { fd, done: () => finish(fd, temporary, path), abandon };
}
