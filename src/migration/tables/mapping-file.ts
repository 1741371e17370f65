import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Fingerprint,
  loadMapping,
  type Mapping,
  type MappingFault,
  type MappingText,
  readFingerprint,
} from '../../mapping/index.ts';
import { faultOfFormat, namedFormats } from '../../readers/csv/index.ts';
import { byCodeUnits } from '../order.ts';
import { Refusal } from '../refusal.ts';
import { holdNewSpace } from '../small-heap.ts';

/** A mapping with the hash of all texts that it was read from: its own, those it extends, its lookups. */
export interface LoadedMapping {
  readonly mapping: Mapping;
  readonly sha256: string;
}

/** Where the mappings that come with the program stand. */
const presets = fileURLToPath(new URL('../../../mappings', import.meta.url));

/** The names of the mappings that come with the program. */
export function presetNames(): string[] {
  if (!existsSync(presets)) return [];
  const folders = readdirSync(presets, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders.map(({ name }) => name).sort(byCodeUnits);
}

/** The fingerprints of the presets that have one. */
export function fingerprints(): { readonly preset: string; readonly fingerprint: Fingerprint }[] {
  return presetNames().flatMap((preset) => {
    const text = textOf(join(presets, preset, 'detect.yaml'));
    return text === undefined ? [] : [{ preset, fingerprint: readFingerprint(text) }];
  });
}

/** Loads what `--mapping` names, a preset or a file; a mapping with faults is refused with all of them. */
export function openMapping(given: string): LoadedMapping {
  const loaded = readMapping(given);
  if ('faults' in loaded) throw faulty(given, loaded.faults);
  return loaded;
}

/** Reads what `--mapping` names, or all that is wrong with it. */
export function readMapping(given: string): LoadedMapping | { readonly faults: readonly MappingFault[] } {
  holdNewSpace();
  const digest = createHash('sha256');
  const found = mappingAt(process.cwd(), given, (text) => digest.update(`${text}\u0000`));
  if (!found) throw unknownMapping(given);
  const loaded = loadMapping(found.text, found.place);
  return 'faults' in loaded ? loaded : { mapping: loaded.mapping, sha256: digest.digest('hex') };
}

/** A mapping by what it is called in a folder: a preset by its name, else a file, or a folder with a mapping.yaml. */
function mappingAt(folder: string, given: string, see: (text: string) => void): MappingText | undefined {
  const path = pathOf(folder, given);
  const text = path === undefined ? undefined : textOf(path);
  if (path === undefined || text === undefined) return undefined;
  see(text);
  return {
    text,
    place: {
      file: presetNames().includes(given) ? `${given}/${basename(path)}` : basename(path),
      read(name) {
        const beside = textOf(join(dirname(path), name));
        if (beside !== undefined) see(`${name}\u0000${beside}`);
        return beside;
      },
      base: (name) => mappingAt(dirname(path), name, see),
      faultOfFormat: (format) => (namedFormats.includes(format) ? undefined : faultOfFormat(format)),
    },
  };
}

function pathOf(folder: string, given: string): string | undefined {
  if (presetNames().includes(given)) return join(presets, given, 'mapping.yaml');
  const path = resolve(folder, given);
  if (!existsSync(path)) return undefined;
  return statSync(path).isDirectory() ? join(path, 'mapping.yaml') : path;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

const unknownMapping = (given: string) =>
  new Refusal(
    `There is no mapping ${given}`,
    `Presets are ${presetNames().join(', ')}; anything else is the path of a mapping file.`,
  );

function faulty(given: string, faults: readonly MappingFault[]): Refusal {
  const lines = faults.map(({ file, line, column, message, nearest }) => {
    const hint = nearest === undefined ? '' : ` — did you mean ${nearest}?`;
    return `  ${file}:${line}:${column} ${message}${hint}`;
  });
  return new Refusal(
    [`The mapping ${given} cannot be used`, ...lines].join('\n'),
    `Check it with: chartlift map check DIR --mapping ${given}`,
  );
}
