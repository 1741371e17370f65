import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Encoder, openEncoder } from './encoder.ts';
import { OutputFailure, Refusal, systemCode } from './refusal.ts';

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
}

/** The folder of a run: everything in it is written by these and readable by its owner alone. */
export interface RunFolder {
  readonly path: string;
  readonly outputs: Output[];
  write(file: string, content: string | Uint8Array, count?: number): void;
  append(file: string): Appender;
}

/** Makes the folder of a run; one that holds something is refused, so that two runs never mix. */
export function openRunFolder(path: string): RunFolder {
  const root = resolve(path);
  claim(root, path);
  const outputs: Output[] = [];
  const encode = openEncoder();
  const append = (file: string) => appender(root, file, { outputs, encode });
  const write = (file: string, content: string | Uint8Array, count = 1) => {
    const bytes = encode(content);
    guarded(() => {
      const fd = openNew(root, file);
      writeAll(fd, bytes);
      finish(fd, root, file);
    });
    outputs.push({ file, size: bytes.length, sha256: hash('sha256', bytes, 'hex'), count });
  };
  return { path: root, outputs, write, append };
}

/** A folder of which nothing is kept: what is written into it is counted. */
export function nowhere({ path }: RunFolder): RunFolder {
  const nothing = { file: '', size: 0, sha256: '', count: 0 };
  return { path, outputs: [], write() {}, append: () => ({ write() {}, close: () => nothing }) };
}

function claim(root: string, asked: string): void {
  try {
    makeFolder(root);
    if (readdirSync(root).length === 0) return;
  } catch (error) {
    throw new Refusal(
      `The folder ${asked} cannot be written (${systemCode(error)})`,
      'Name another folder with --out.',
    );
  }
  throw new Refusal(
    `The folder ${asked} is not empty`,
    'Name a new folder with --out, or remove this one yourself.',
  );
}

interface Writing {
  readonly outputs: Output[];
  readonly encode: Encoder;
}

function appender(root: string, file: string, { outputs, encode }: Writing): Appender {
  const fd = guarded(() => openNew(root, file));
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
      guarded(() => finish(fd, root, file));
      const output = { file, size, sha256: digest.digest('hex'), count };
      outputs.push(output);
      return output;
    },
  };
}

/** Makes a folder and those above it; Node's own recursive way never ends where ENOENT stays, as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

const temporary = (root: string, file: string) => join(root, `${file}.tmp`);

function openNew(root: string, file: string): number {
  makeFolder(dirname(join(root, file)));
  return openSync(temporary(root, file), 'wx', 0o600);
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function finish(fd: number, root: string, file: string): void {
  closeSync(fd);
  renameSync(temporary(root, file), join(root, file));
}

/** Does a call to the file system; when it fails the run ends, and says so with the system's code alone. */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new OutputFailure(systemCode(error));
  }
}
