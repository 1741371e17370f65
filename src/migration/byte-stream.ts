import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import type { Examined } from './examine.ts';
import { limits, type Member, packedBytes } from './member.ts';

type Place = Pick<Examined, 'path' | 'member'>;

/** A file that is packed and damaged, or grows too large: its own words say nothing of its content. */
export class PackedFault extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'PackedFault';
  }
}

/** The bytes of a file, or of a file in a package, in parts: a large one is never held as a whole. */
export async function* openBytes({ path, member }: Place): AsyncGenerator<Uint8Array> {
  if (!member) yield* createReadStream(path);
  else yield* checked(memberBytes(path, member), member);
}

/** The bytes that gzip packed. */
export async function* gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before = 0;
  let after = 0;
  const counted = async function* () {
    for await (const part of packed) {
      before += part.length;
      yield part;
    }
  };
  for await (const part of through(counted(), createGunzip())) {
    after += part.length;
    if (after > limits.free && after > before * limits.ratio) {
      throw new PackedFault('compressed beyond measure');
    }
    yield part;
  }
}

function memberBytes(path: string, member: Member): AsyncIterable<Uint8Array> {
  const { packed, coding } = member;
  if (packed === 0) return partsOf([]);
  const bytes = packedParts(path, member);
  if (coding === 'gzip') return gunzipped(bytes);
  return coding === 'deflate' ? through(bytes, createInflateRaw()) : bytes;
}

/** What lies in a package that lies in a package itself is taken out of that one, which is held as a whole. */
function packedParts(path: string, member: Member): Readable | AsyncIterable<Uint8Array> {
  const { start, packed, within } = member;
  if (!within) return createReadStream(path, { start, end: start + packed - 1 });
  const bytes = packedBytes(path, member);
  if (!bytes) throw new PackedFault('damaged');
  return partsOf(slices(bytes));
}

const blockSize = 1 << 18;

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += blockSize) yield bytes.subarray(at, at + blockSize);
}

async function* partsOf(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** A stream through a transformation; what is wrong with either comes out as a fault of the file. */
async function* through(
  source: Readable | AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  let ended = false;
  const out = pipeline(source, transform, () => {
    ended = true;
  });
  try {
    yield* out as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw isPacked(error) ? new PackedFault('damaged') : error;
  } finally {
    if (!ended) out.destroy();
  }
}

const isPacked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

/** What is not as the directory of its package says is damaged; the size is minded on the way. */
async function* checked(parts: AsyncIterable<Uint8Array>, member: Member): AsyncGenerator<Uint8Array> {
  let size = 0;
  let sum = 0;
  for await (const part of parts) {
    size += part.length;
    sum = crc32(part, sum);
    if (size > member.size) throw new PackedFault('damaged');
    yield part;
  }
  if (size !== member.size || sum !== member.crc32) throw new PackedFault('damaged');
}

/** The hash and the size of a file or of a file in a package. */
export async function hashOf(place: Place): Promise<{ sha256: string; size: number }> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const part of place.member ? openBytes(place) : blocksOf(place.path)) {
    digest.update(part);
    size += part.length;
  }
  return { sha256: digest.digest('hex'), size };
}

/** The bytes of a file in one buffer that is filled again and again. */
function* blocksOf(path: string): Generator<Uint8Array> {
  const fd = openSync(path, 'r');
  try {
    const block = Buffer.allocUnsafe(blockSize);
    for (let read = readSync(fd, block); read > 0; read = readSync(fd, block)) yield block.subarray(0, read);
  } finally {
    closeSync(fd);
  }
}

/** So much of a file tells what it is. */
const headSize = 65_536;

/** The first bytes of a stream, which is not read further. */
export async function headOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const heads: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    heads.push(part);
    size += part.length;
    if (size >= headSize) break;
  }
  return Buffer.concat(heads).subarray(0, headSize);
}
