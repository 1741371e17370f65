import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { gunzipped, openBytes, PackedFault } from './byte-stream.ts';
import type { Found } from './discover.ts';
import type { Member } from './member.ts';

/**
 * What a gzip file holds, by what its name says beside `.gz`; a word where that cannot be told. It is unpacked once to
 * know what comes out of it, and nothing of it is held.
 */
export async function openGzip(found: Found): Promise<Member | string> {
  const own = { name: innerName(found.name), start: 0, coding: 'gzip' } as const;
  let packed = 0;
  let size = 0;
  let sum = 0;
  const counted = async function* () {
    for await (const part of openBytes(found)) {
      packed += part.length;
      yield part;
    }
  };
  try {
    for await (const part of gunzipped(counted())) {
      size += part.length;
      sum = crc32(part, sum);
    }
  } catch (error) {
    if (error instanceof PackedFault) return `a gzip file that is ${error.message}`;
    throw error;
  }
  return { ...own, packed, size, crc32: sum, ...(found.member && { within: found.member }) };
}

function innerName(name: string): string {
  const base = posix.basename(name);
  const bare = base.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
  return bare === base || bare === '' ? 'content' : bare;
}
