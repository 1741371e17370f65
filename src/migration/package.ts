import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { limits, type Member } from './member.ts';

/**
 * The files in a ZIP archive (XDM, exports), by its directory; nothing is unpacked. A word where it is none or holds
 * more than it may; `undefined` where it is an archive only by its form: an office document, a program.
 */
export async function openPackage(
  archive: string | Uint8Array,
  within?: Member,
): Promise<Member[] | string | undefined> {
  let zip: ZipFile;
  try {
    zip = await opened(archive);
  } catch {
    // The library's own words may quote names.
    return 'a ZIP archive that is damaged';
  }
  try {
    const packed = within?.packed ?? zip.fileSize;
    const members = await membersOf(zip, packed);
    return Array.isArray(members) && within ? members.map((one) => ({ ...one, within })) : members;
  } catch (error) {
    return isUnsafeName(error) ? 'a ZIP archive of unsafe names' : 'a ZIP archive that is damaged';
  } finally {
    zip.close();
  }
}

const options = { strictFileNames: false, autoClose: false };

const opened = (archive: string | Uint8Array): Promise<ZipFile> =>
  typeof archive === 'string'
    ? openPromise(archive, options)
    : fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), options);

/** Absolute paths, ways out of the archive, backslashes: the library stops at them and quotes them. */
const isUnsafeName = (error: unknown): boolean =>
  error instanceof Error &&
  /^(absolute path|invalid relative path|invalid characters in fileName)/.test(error.message);

/** What office documents and programs hold and exports do not. */
const marks = /^(\[Content_Types\]\.xml|META-INF\/(MANIFEST\.MF|container\.xml)|mimetype)$/;

/** `packed` is what the archive measures where it lies: one in another is held against what it measures there. */
async function membersOf(zip: ZipFile, packed: number): Promise<Member[] | string | undefined> {
  if (zip.entryCount > limits.members) return 'a ZIP archive of too many files';
  const members = new Map<string, Member>();
  for await (const entry of zip.eachEntry()) {
    if (marks.test(entry.fileName)) return undefined;
    if (entry.fileName.endsWith('/')) continue;
    members.set(entry.fileName, await memberOf(zip, entry, members.has(entry.fileName)));
  }
  const inside = [...members.values()];
  return growsTooLarge(inside, packed) ? 'a ZIP archive that grows too large' : inside;
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
    coding: entry.compressionMethod === 8 ? 'deflate' : 'stored',
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
