import { posix } from 'node:path';
import type { InputFile } from '../readers/index.ts';
import type { Examined } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';

type Place = Pick<Examined, 'name' | 'path' | 'member' | 'sha256'>;

/** Finds files of the input by name, and else by name in any case, as on CDs; what cannot be read is not there. */
export interface FileIndex {
  byName(name: string): Place | undefined;
  byLowerName(name: string): Place | undefined;
}

/** Files that documents name, among those of the input and nowhere else. */
export interface FilesBeside {
  read(document: string, name: string): InputFile | undefined;
  /** The hash of what would be read. */
  hashOf(document: string, name: string): string | undefined;
}

/** Opens them. */
export function openBeside(index: FileIndex): FilesBeside {
  const find = (document: string, name: string): Place | undefined => {
    const path = pathFrom(document, name);
    return path === undefined ? undefined : (index.byName(path) ?? index.byLowerName(path.toLowerCase()));
  };
  return {
    hashOf: (document, name) => find(document, name)?.sha256,
    read(document, name) {
      const file = find(document, name);
      if (!file) return undefined;
      try {
        const bytes = bytesOf(file);
        return bytes && inputFile(file.name, bytes);
      } catch {
        return undefined;
      }
    },
  };
}

/** The files of an input, in memory. */
export function indexOf(files: readonly Examined[]): FileIndex {
  const readable = files.filter(isReadable);
  const byName = new Map(readable.map((file) => [file.name, file]));
  const byLower = new Map(readable.map((file) => [file.name.toLowerCase(), file]));
  return { byName: (name) => byName.get(name), byLowerName: (name) => byLower.get(name) };
}

export const isReadable = ({ state }: Pick<Examined, 'state'>): boolean =>
  state !== 'unreadable' && state !== 'passed-over';

/** A path from where a document lies; one that leads out of its package or of the input leads nowhere. */
export function pathFrom(document: string, name: string): string | undefined {
  const end = document.lastIndexOf('!/');
  const [archive, inside] =
    end < 0 ? [undefined, document] : [document.slice(0, end), document.slice(end + 2)];
  const path = posix.normalize(posix.join(posix.dirname(inside), decoded(name).replaceAll('\\', '/')));
  if (path.startsWith('../') || path.startsWith('/')) return undefined;
  return archive === undefined ? path : `${archive}!/${path}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
