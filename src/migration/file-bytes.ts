import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { InputFile } from '../readers/index.ts';
import type { Examined } from './examine.ts';
import { readMember } from './package.ts';

const headSize = 65_536;

/** The bytes of a file or of a member of a package; undefined where the package is damaged there. */
export const bytesOf = ({ path, member }: Pick<Examined, 'path' | 'member'>): Uint8Array | undefined =>
  member ? readMember(path, member) : readFileSync(path);

/** The bytes of a file with the hashes that a reader is given. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, bytes, sha256: hash('sha256', bytes, 'hex'), sha1: hash('sha1', bytes, 'base64') };
}

/** The first bytes of a file and its hash, without holding it. */
export function readInParts(path: string): { head: Uint8Array; sha256: string } {
  const fd = openSync(path, 'r');
  const digest = createHash('sha256');
  const part = Buffer.alloc(1 << 20);
  let head: Uint8Array | undefined;
  for (let read = readSync(fd, part); read > 0; read = readSync(fd, part)) {
    head ??= Uint8Array.from(part.subarray(0, Math.min(read, headSize)));
    digest.update(part.subarray(0, read));
  }
  closeSync(fd);
  return { head: head ?? new Uint8Array(), sha256: digest.digest('hex') };
}
