import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = /"data": ?"([A-Za-z0-9+/=]+)"|<data value="([A-Za-z0-9+/=]+)"/g;

/** A source document out of the bundles of its group, where the run embedded it. */
export function embeddedDocument(
  folder: string,
  { group, sha256 }: { group: string; sha256: string },
): Uint8Array | undefined {
  const bundles = join(folder, 'bundles');
  const names = readdirSync(bundles).filter((name) => name.startsWith(group));
  for (const name of names) {
    for (const [, inJson, inXml = ''] of readFileSync(join(bundles, name), 'utf8').matchAll(data)) {
      const bytes = Buffer.from(inJson ?? inXml, 'base64');
      if (hash('sha256', bytes, 'hex') === sha256) return bytes;
    }
  }
  return undefined;
}
