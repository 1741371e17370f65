import type { Appender, RunFolder } from './run-folder.ts';

/** The `ndjson/` folder: one file a resource type, as FHIR Bulk Data lays it out. */
export interface NdjsonFolder {
  add(resourceType: string, line: string): void;
  close(asOf: string): void;
}

/** Opens `ndjson/`; a type's file begins with its first resource. */
export function openNdjson(folder: RunFolder): NdjsonFolder {
  const files = new Map<string, Appender>();
  return {
    add(resourceType, line) {
      const file = files.get(resourceType) ?? folder.append(`ndjson/${resourceType}.ndjson`);
      files.set(resourceType, file);
      file.write(line);
    },
    close(asOf) {
      const output = [...files].sort().map(([type, file]) => ({
        type,
        url: `${type}.ndjson`,
        count: file.close().count,
      }));
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
