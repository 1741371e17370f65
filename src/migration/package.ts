import { closeSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** A file inside a package: where its bytes lie in it. */
export interface Member {
  /** Its path in the package, with `/`. */
  readonly name: string;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
  /** Why it is not read. */
  readonly obstacle?: string;
}

/** What a package may at most hold, so that a small file cannot become work without end. */
const limits = {
  members: 100_000,
  inflated: 20_000_000_000,
  ratio: 250,
  free: 10_000_000,
};

/** Whether a file begins as ZIP archives do. */
export function isZip(path: string): boolean {
  const head = readRange(path, 0, 4).toString('latin1');
  return head === 'PK\x03\x04' || head === 'PK\x05\x06';
}

/**
 * The files in a ZIP archive (XDM, exports), by its directory; nothing is unpacked. A word where it is none or holds
 * more than it may; `undefined` where it is an archive only by its form: an office document, a program.
 */
export async function openPackage(path: string): Promise<Member[] | string | undefined> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { strictFileNames: false, autoClose: false });
  } catch {
    // The library's own words may quote names.
    return 'a ZIP archive that is damaged';
  }
  try {
    return await membersOf(zip);
  } catch (error) {
    return isUnsafeName(error) ? 'a ZIP archive of unsafe names' : 'a ZIP archive that is damaged';
  } finally {
    zip.close();
  }
}

/** Absolute paths, ways out of the archive, backslashes: the library stops at them and quotes them. */
const isUnsafeName = (error: unknown): boolean =>
  error instanceof Error &&
  /^(absolute path|invalid relative path|invalid characters in fileName)/.test(error.message);

/** What office documents and programs hold and exports do not. */
const marks = /^(\[Content_Types\]\.xml|META-INF\/(MANIFEST\.MF|container\.xml)|mimetype)$/;

async function membersOf(zip: ZipFile): Promise<Member[] | string | undefined> {
  if (zip.entryCount > limits.members) return 'a ZIP archive of too many files';
  const members = new Map<string, Member>();
  for await (const entry of zip.eachEntry()) {
    if (marks.test(entry.fileName)) return undefined;
    if (entry.fileName.endsWith('/')) continue;
    members.set(entry.fileName, await memberOf(zip, entry, members.has(entry.fileName)));
  }
  const inside = [...members.values()];
  return growsTooLarge(inside, zip.fileSize) ? 'a ZIP archive that grows too large' : inside;
}

function growsTooLarge(members: readonly Member[], archive: number): boolean {
  const inflated = members.reduce((sum, { obstacle, size }) => (obstacle ? sum : sum + size), 0);
  return inflated > limits.inflated || (inflated > limits.free && inflated > archive * limits.ratio);
}

async function memberOf(zip: ZipFile, entry: Entry, twice: boolean): Promise<Member> {
  const obstacle = twice ? 'two files of one name' : obstacleOf(entry, zip.fileSize);
  const start = obstacle ? 0 : await startOf(zip, entry);
  return {
    name: entry.fileName,
    start,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    isDeflated: entry.compressionMethod === 8,
    ...(obstacle && { obstacle }),
  };
}

const startOf = (zip: ZipFile, entry: Entry): Promise<number> =>
  new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) =>
      error ? reject(error) : resolve(header.fileDataStart),
    );
  });

/** The type of a file as Unix archives keep it, in the upper half of its attributes. */
const fileType = ({ externalFileAttributes }: Entry): number => (externalFileAttributes >>> 16) & 0o170000;

function obstacleOf(entry: Entry, archive: number): string | undefined {
  const { compressedSize: packed, uncompressedSize: size } = entry;
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'of an unknown compression';
  if (![0, 0o100000].includes(fileType(entry))) return 'a link or special file';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\x00-\x1f\x7f]/.test(entry.fileName)) return 'of a name with control characters';
  if (packed > archive) return 'damaged';
  return size > limits.free && size > packed * limits.ratio ? 'compressed beyond measure' : undefined;
}

/** The bytes of a member; undefined where they are not what the archive's directory says. */
export function readMember(path: string, member: Member): Uint8Array | undefined {
  const packed = readRange(path, member.start, member.packed);
  try {
    // One byte more than it may have tells that it has more.
    const bytes = member.isDeflated ? inflateRawSync(packed, { maxOutputLength: member.size + 1 }) : packed;
    return bytes.length === member.size && crc32(bytes) === member.crc32 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readRange(path: string, start: number, length: number): Buffer {
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
