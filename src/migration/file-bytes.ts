import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { InputFile } from '../readers/index.ts';
import type { Examined } from './examine.ts';
import { readMember } from './member.ts';

/** The bytes of a file or of a member of a package; undefined where the package is damaged there. */
export const bytesOf = ({ path, member }: Pick<Examined, 'path' | 'member'>): Uint8Array | undefined =>
  member ? readMember(path, member) : readFileSync(path);

/** The bytes of a file with the hashes that a reader is given. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, bytes, sha256: hash('sha256', bytes, 'hex'), sha1: hash('sha1', bytes, 'base64') };
}
