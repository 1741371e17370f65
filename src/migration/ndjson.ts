import type { Appender, RunFolder } from './run-folder.ts';

/** The `ndjson/` folder: one file a resource type, as FHIR Bulk Data lays it out. */
export interface NdjsonFolder {
  add(resourceType: string, line: string): void;
  /** Adds lines as bytes. */
  addLines(resourceType: string, bytes: Uint8Array, count: number): void;
  /** Whether the lines of a type are all in one file. */
  readonly isWhole: boolean;
  close(asOf: string): void;
}

/** One file of a type, and how many resources it has. */
interface Part {
  readonly name: string;
  readonly file: Appender;
  count: number;
}

/** Opens `ndjson/`; a type's file begins with its first resource, and a further one when it has `most`. */
export function openNdjson(folder: RunFolder, most = Number.POSITIVE_INFINITY): NdjsonFolder {
  const files = new Map<string, Part[]>();
  const begin = (type: string, parts: Part[]): Part => {
    const name = `${type}${parts.length === 0 ? '' : `-${parts.length + 1}`}.ndjson`;
    const part = { name, file: folder.append(`ndjson/${name}`), count: 0 };
    // What is full is closed: a run of many files holds one open a type.
    parts.at(-1)?.file.close();
    parts.push(part);
    return part;
  };
  const write = (type: string, content: string | Uint8Array, count: number) => {
    const parts = files.get(type) ?? [];
    files.set(type, parts);
    const last = parts.at(-1);
    const part = last && last.count < most ? last : begin(type, parts);
    part.file.write(content, count);
    part.count += count;
  };
  return {
    isWhole: most === Number.POSITIVE_INFINITY,
    add: (type, line) => write(type, line, 1),
    addLines: write,
    close(asOf) {
      for (const parts of files.values()) parts.at(-1)?.file.close();
      const output = [...files]
        .sort()
        .flatMap(([type, parts]) => parts.map(({ name, count }) => ({ type, url: name, count })));
      const manifest = {
        transactionTime: asOf,
        request: 'chartlift convert',
        requiresAccessToken: false,
        output,
        error: [],
      };
      folder.write('ndjson/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}
