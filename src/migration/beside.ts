import { posix } from 'node:path';
import type { ReadOptions } from '../readers/index.ts';
import type { Examined } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';

/** Files that documents name, among those of the input and nowhere else: by name, then by name in any case (CDs). */
export function besideAmong(files: readonly Examined[]): NonNullable<ReadOptions['fileBeside']> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const byLower = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  return (document, name) => {
    const path = pathFrom(document, name);
    const file = path === undefined ? undefined : (byName.get(path) ?? byLower.get(path.toLowerCase()));
    if (!file || file.state === 'unreadable' || file.state === 'passed-over') return undefined;
    try {
      const bytes = bytesOf(file);
      return bytes && inputFile(file.name, bytes);
    } catch {
      return undefined;
    }
  };
}

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
