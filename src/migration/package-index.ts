import type { Issue } from '../issue/index.ts';
import { type DocumentEntry, type ReadOptions, readIndex, scanEntry } from '../readers/index.ts';
import { pathFrom } from './beside.ts';
import { type Examined, packageIndex, unreadable } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { limits } from './member.ts';

/** The files of a run by their names, in any case (CDs). */
class Files {
  readonly #files: Map<string, Examined>;

  constructor(files: readonly Examined[]) {
    this.#files = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  }

  at(name: string | undefined): Examined | undefined {
    return name === undefined ? undefined : this.#files.get(name.toLowerCase());
  }

  put(file: Examined): void {
    this.#files.set(file.name.toLowerCase(), file);
  }
}

/**
 * Takes what the index of a package names (XDM's `METADATA.XML`): a document of another format is taken by what the index
 * says of it, and one that is not there is told.
 */
export function takeIndexed(examined: readonly Examined[], options: ReadOptions): Examined[] {
  const files = new Files(examined);
  for (const index of examined.filter(({ rule }) => rule === packageIndex)) {
    const entries = entriesOf(index);
    if ('issues' in entries) {
      files.put({ ...index, state: 'unreadable', rule: 'unreadable', issues: entries.issues });
      continue;
    }
    const missing = entries.filter((entry) => !take(entry, index, { files, options }));
    files.put(settled(index, missing));
  }
  return examined.map(
    (file) => (files.at(file.name)?.name === file.name ? files.at(file.name) : file) ?? file,
  );
}

function entriesOf(index: Examined): ReturnType<typeof readIndex> {
  const bytes = bytesOf(index);
  return bytes ? readIndex(inputFile(index.name, bytes)) : { issues: [unreadable(index, 'damaged')] };
}

interface Taking {
  readonly files: Files;
  readonly options: ReadOptions;
}

/** Whether the file that an entry names is there; one that is no document of a known format becomes one. */
function take(entry: DocumentEntry, index: Examined, { files, options }: Taking): boolean {
  const file = files.at(pathFrom(index.name, entry.uri));
  if (file?.state === 'unknown-kind' && file.rule === undefined) {
    files.put(described(file, entry, options));
  }
  return file !== undefined;
}

function described({ looks: _, ...file }: Examined, entry: DocumentEntry, options: ReadOptions): Examined {
  if (file.size > limits.held) {
    return { ...file, state: 'unreadable', issues: [unreadable(file, 'larger than 500 MB')] };
  }
  const scan = scanEntry(entry, file.sha256, options);
  return { ...file, state: 'document', format: 'described', entry, scan, issues: [] };
}

/** An index is accounted for like the package whose it is. */
function settled(index: Examined, missing: readonly DocumentEntry[]): Examined {
  if (missing.length === 0) return { ...index, state: 'package', rule: 'index-read', issues: [] };
  const issues = missing.map(
    ({ line, path }): Issue => ({ code: 'index-file-missing', place: { file: index.name, line, path } }),
  );
  return { ...index, state: 'unreadable', rule: 'index-file-missing', issues };
}
