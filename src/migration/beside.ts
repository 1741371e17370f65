import { posix } from 'node:path';
import type { InputFile, ScannedFile } from '../readers/index.ts';
import type { Examined } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { scannedFile } from './scans/index.ts';

type Place = Pick<Examined, 'name' | 'path' | 'member' | 'scanned'> & { readonly sha256?: string };

/** Finds files of the input by name, and else by name in any case, as on CDs; what cannot be read is not there. */
export interface FileIndex {
  byName(name: string): Place | undefined;
  byLowerName(name: string): Place | undefined;
}

/** Files that documents name, among those of the input and nowhere else. */
export interface FilesBeside {
  read(document: string, name: string): InputFile | undefined;
  /** What would be read, as it was when it was looked at. */
  fileOf(document: string, name: string): Pick<Place, 'name' | 'sha256'> | undefined;
  /** The same of a file that is not held as a whole. */
  scan(document: string, name: string): ScannedFile | undefined;
  /** Those that were not any more as they were looked at: they are not read again. */
  readonly changed: Set<string>;
}

/** Opens them; scans may be told where they are instead of being copied. */
export function openBeside(index: FileIndex, scansStay = false): FilesBeside {
  const find = (document: string, name: string): Place | undefined => {
    for (const path of [pathFrom(document, name, asWritten), pathFrom(document, name)]) {
      const found =
        path === undefined ? undefined : (index.byName(path) ?? index.byLowerName(path.toLowerCase()));
      if (found) return found;
    }
    return undefined;
  };
  const changed = new Set<string>();
  const attempt = <T extends { readonly sha256: string }>(
    file: Place | undefined,
    look: (file: Place) => T | undefined,
  ): T | undefined => {
    if (!file || changed.has(file.name)) return undefined;
    const found = orNothing(() => look(file));
    if (found && found.sha256 === (file.sha256 ?? found.sha256)) return found;
    changed.add(file.name);
    return undefined;
  };
  return {
    read: (document, name) =>
      attempt(find(document, name), (file) => {
        const bytes = bytesOf(file);
        return bytes && inputFile(file.name, bytes);
      }),
    fileOf: find,
    scan: (document, name) => attempt(find(document, name), (file) => scannedFile(file, scansStay)),
    changed,
  };
}

function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The files of an input, in memory. */
export const indexOf = (files: readonly Examined[]): FileIndex => indexOfPlaces(files.filter(isReadable));

export function indexOfPlaces(readable: readonly Place[]): FileIndex {
  const byName = new Map(readable.map((file) => [file.name, file]));
  const byLower = new Map(readable.map((file) => [file.name.toLowerCase(), file]));
  return { byName: (name) => byName.get(name), byLowerName: (name) => byLower.get(name) };
}

export const isReadable = ({ state }: Pick<Examined, 'state'>): boolean =>
  state !== 'unreadable' && state !== 'passed-over';

/** A path from where a document lies; one that leads out of its package or of the input leads nowhere. */
export function pathFrom(document: string, name: string, read = decoded): string | undefined {
  const end = document.lastIndexOf('!/');
  const [archive, inside] =
    end < 0 ? [undefined, document] : [document.slice(0, end), document.slice(end + 2)];
  const path = posix.normalize(posix.join(posix.dirname(inside), read(name).replaceAll('\\', '/')));
  if (path.startsWith('../') || path.startsWith('/')) return undefined;
  return archive === undefined ? path : `${archive}!/${path}`;
}

/** A table names a file as it is called; a document does so by a URL, in which letters may be written as %20. */
const asWritten = (name: string): string => name;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
