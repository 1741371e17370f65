import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { linesOfFile, Refusal } from '../../migration/index.ts';
import type { RunManifest } from '../run-manifest.ts';
import type { Compared } from './compare.ts';

/** What a run wrote in parts: a chart each, or a type each; parts of one name are compared with each other. */
export interface Written {
  /** The hashes of a part: parts with the same ones are the same. */
  readonly hashes: ReadonlyMap<string, string>;
  resources(part: string): Iterable<Compared>;
  /** The chart that a part is of. */
  patientOf(part: string): string | undefined;
}

/** Opens what both runs wrote in the same form: bundles where both have them, else NDJSON. */
export function openBoth(before: Run, after: Run): readonly [Written, Written] {
  for (const open of [bundlesOf, ndjsonOf]) {
    const both = [open(before), open(after)] as const;
    if (both[0].hashes.size > 0 && both[1].hashes.size > 0) return both;
  }
  throw new Refusal(
    'The two runs have nothing in the same form',
    'Both need bundles in JSON, or both need NDJSON (convert --to).',
  );
}

interface Run {
  readonly folder: string;
  readonly manifest: RunManifest;
}

/** A bundle that is split has a number behind its name. */
const partOf = (file: string): string => basename(file).replace(/(-\d{1,4})?\.json$/, '');

function bundlesOf({ folder, manifest }: Run): Written {
  const files = manifest.outputs.filter(({ file }) => /^bundles\/.*\.json$/.test(file));
  const byPart = Map.groupBy(files, ({ file }) => partOf(file));
  return {
    hashes: hashesOf(byPart),
    patientOf: (part) => (part === 'people' ? undefined : part),
    *resources(part) {
      for (const { file } of byPart.get(part) ?? []) yield* inBundle(join(folder, file));
    },
  };
}

function inBundle(path: string): Compared[] {
  const { entry = [] } = JSON.parse(readFileSync(path, 'utf8')) as { entry?: { resource?: Compared }[] };
  return entry.flatMap(({ resource }) => resource ?? []);
}

function ndjsonOf({ folder, manifest }: Run): Written {
  const files = manifest.outputs.filter(({ file }) => /^ndjson\/.*\.ndjson$/.test(file));
  const byPart = Map.groupBy(files, ({ file }) => basename(file).replace(/(-\d+)?\.ndjson$/, ''));
  return {
    hashes: hashesOf(byPart),
    patientOf: () => undefined,
    *resources(part) {
      for (const { file } of byPart.get(part) ?? []) {
        for (const line of linesOfFile(join(folder, file)))
          if (line !== '') yield JSON.parse(line) as Compared;
      }
    },
  };
}

const hashesOf = (byPart: ReadonlyMap<string, readonly { readonly sha256: string }[]>): Map<string, string> =>
  new Map([...byPart].map(([part, files]) => [part, files.map(({ sha256 }) => sha256).join()]));
