import { closeSync, openSync, readSync } from 'node:fs';
import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';

/** A file inside a package: where its bytes lie in it. */
export interface Member {
  /** Its path in the package, with `/`. */
  readonly name: string;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
  readonly crc32: number;
  readonly coding: 'stored' | 'deflate' | 'gzip';
  /** The package that it lies in, where that lies in a package itself. */
  readonly within?: Member;
  /** Why it is not read. */
  readonly obstacle?: string;
}

/** What a package may at most hold, so that a small file cannot become work without end. */
export const limits = {
  members: 100_000,
  inflated: 20_000_000_000,
  /** What is held as a whole: an archive inside another. */
  held: 500_000_000,
  ratio: 250,
  free: 10_000_000,
};

/** The bytes of a member; undefined where they are not what the archive's directory says. */
export function readMember(path: string, member: Member): Uint8Array | undefined {
  const packed = packedBytes(path, member);
  try {
    const bytes = packed && unpacked(packed, member);
    return bytes?.length === member.size && crc32(bytes) === member.crc32 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function unpacked(packed: Uint8Array, { coding, size }: Member): Uint8Array {
  // One byte more than it may have tells that it has more.
  const limit = { maxOutputLength: size + 1 };
  if (coding === 'gzip') return gunzipSync(packed, limit);
  return coding === 'deflate' ? inflateRawSync(packed, limit) : packed;
}

/** The inner package that was read last: its members are read one after the other. */
let last: { readonly within: Member; readonly bytes: Uint8Array } | undefined;

/** The bytes of a member as they lie in its package; undefined where that is damaged itself. */
export function packedBytes(path: string, { start, packed, within }: Member): Uint8Array | undefined {
  if (!within) return readRange(path, start, packed);
  if (last?.within !== within) {
    const bytes = readMember(path, within);
    last = bytes && { within, bytes };
  }
  return last?.bytes.subarray(start, start + packed);
}

/** A part of a file. */
export function readRange(path: string, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const fd = openSync(path, 'r');
  try {
    let at = 0;
    for (let read = -1; at < length && read !== 0; at += read) {
      read = readSync(fd, bytes, at, length - at, start + at);
    }
    return bytes.subarray(0, at);
  } finally {
    closeSync(fd);
  }
}
