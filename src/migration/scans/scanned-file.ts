import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ScannedFile } from '../../readers/index.ts';
import { inMemory, inspectScan, isScan, type ScanBytes } from '../../readers/scans/index.ts';
import { ChangedFile } from '../changed-file.ts';
import type { Examined } from '../examine.ts';
import { bytesOf } from '../file-bytes.ts';

type Place = Pick<Examined, 'name' | 'path' | 'member' | 'scanned'>;

/** What one look at a scanned file says of it. */
export type ScanLook = Omit<ScannedFile, 'name' | 'url' | 'parts'>;

/** A file whose content says that it is a scan, and what is to be known of it; nothing of any other. */
export const lookAtScan = (place: Place, head: Uint8Array): ScanLook | undefined =>
  isScan(head) ? withBytes(place, (bytes) => lookInto(bytes, place.name)) : undefined;

/**
 * A scanned file as it was when it was looked at: its bytes are read once more, for the copy, and held against that look. A
 * file that is not copied is looked at again instead.
 */
export function scannedFile(place: Place, staysThere = false): ScannedFile | undefined {
  const known = staysThere ? undefined : place.scanned;
  const looked = known ?? withBytes(place, (bytes) => lookInto(bytes, place.name));
  return (
    looked && {
      ...looked,
      name: place.name,
      ...(staysThere && { url: urlOf(place.name) }),
      parts: () => sameParts(place, looked.sha256),
    }
  );
}

/** A file that is read from its disk once, however often it is asked for: of a larger one its parts are. */
const wholeMost = 32_000_000;

function lookInto(bytes: ScanBytes, name: string): ScanLook {
  const once = bytes.size <= wholeMost ? inMemory(gathered(bytes)) : bytes;
  return { ...hashesOf(once), ...inspectScan(once, name) };
}

/** All bytes of a file. Each lies where the one before lay: nobody looks at two at a time. */
function gathered(bytes: ScanBytes): Uint8Array {
  if (room.length < bytes.size) room = Buffer.allocUnsafeSlow(bytes.size);
  let end = 0;
  for (const part of blocksOf(bytes)) {
    room.set(part, end);
    end += part.length;
  }
  return room.subarray(0, end);
}

let room = Buffer.alloc(0);

/** A relative URL from the folder of the input. */
const urlOf = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

function hashesOf(bytes: ScanBytes): Pick<ScannedFile, 'sha256' | 'sha1' | 'size'> {
  const sha256 = createHash('sha256');
  const sha1 = createHash('sha1');
  for (const part of blocksOf(bytes)) {
    sha256.update(part);
    sha1.update(part);
  }
  return { sha256: sha256.digest('hex'), sha1: sha1.digest('base64'), size: bytes.size };
}

/** The bytes once more, for the copy: one that is another file by now is told of before it gets its name. */
function* sameParts(place: Place, sha256: string): Generator<Uint8Array> {
  const digest = createHash('sha256');
  const open = reopened(place);
  try {
    for (const part of open ? blocksOf(open.bytes) : []) {
      digest.update(part);
      yield part;
    }
  } finally {
    open?.close();
  }
  if (digest.digest('hex') !== sha256) throw new ChangedFile(place.name);
}

function withBytes<T>(place: Place, look: (bytes: ScanBytes) => T): T | undefined {
  const open = openBytes(place);
  if (!open) return undefined;
  try {
    return look(open.bytes);
  } finally {
    open.close();
  }
}

function reopened(place: Place): OpenBytes | undefined {
  try {
    return openBytes(place);
  } catch {
    throw new ChangedFile(place.name);
  }
}

interface OpenBytes {
  readonly bytes: ScanBytes;
  close(): void;
}

/** What lies in a package is held as a whole: it was packed, and nobody packs large scans. */
function openBytes({ path, member }: Place): OpenBytes | undefined {
  if (member) {
    const whole = bytesOf({ path, member });
    return whole && { bytes: inMemory(whole), close() {} };
  }
  const fd = openSync(path, 'r');
  return { bytes: onDisk(fd), close: () => closeSync(fd) };
}

const onDisk = (fd: number): ScanBytes => {
  const { size } = fstatSync(fd);
  return {
    size,
    read(start, length) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - start)));
      return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, start));
    },
  };
};

const blockSize = 1 << 20;

function* blocksOf(bytes: ScanBytes): Generator<Uint8Array> {
  for (let at = 0; at < bytes.size; at += blockSize) yield bytes.read(at, blockSize);
}
