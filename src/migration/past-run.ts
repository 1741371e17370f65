import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { InputFile, ReadOptions } from '../readers/index.ts';
import { idMaker } from '../record/index.ts';
import { type FhirOptions, guideNames } from '../writers/fhir/index.ts';
import { bundlesNaming } from './bundles-naming.ts';
import { scoped } from './convert-group.ts';
import { embeddedDocument } from './embedded-document.ts';
import { inputFile } from './file-bytes.ts';
import { manifestFormat } from './manifest.ts';
import { noRun } from './no-run.ts';
import { standsAlone } from './options.ts';
import { Refusal } from './refusal.ts';
import { offsetsOf } from './zone.ts';

const manifest = z.object({
  format: z.literal(manifestFormat),
  program: z.object({ version: z.string() }),
  asOf: z.string(),
  options: z.object({
    per: z.enum(['patient', 'document']),
    bundle: z.enum(['transaction', 'document', 'collection']),
    maxEntries: z.number(),
    timezone: z.string(),
    codeSystems: z.array(z.object({ oid: z.string(), uri: z.string(), name: z.string().optional() })),
    idKey: z.enum(['given', 'none']),
    source: z.enum(['file', 'embed']),
    profile: z.enum(guideNames).optional(),
  }),
  inputs: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().optional(),
      state: z.string().optional(),
      patient: z.string().optional(),
      alone: z.string().optional(),
    }),
  ),
});

type Manifest = z.infer<typeof manifest>;

/** The documents that became one record in a run. */
export interface PastGroup {
  readonly id: string;
  readonly names: readonly string[];
  /** The patient's id in the record; a document that stands alone has its own. */
  readonly patient: string | undefined;
  /** The ids that its documents give the patient, each for itself. */
  readonly alone: readonly string[];
  readonly reading: ReadOptions;
  readonly fhir: FhirOptions;
  /** The documents as the run read them. */
  files(): InputFile[];
}

/** A run that was made before, read from its folder. */
export interface PastRun {
  /** The version of the program that made it. */
  readonly version: string;
  readonly groups: readonly PastGroup[];
  /** The groups in which a resource may be, the likeliest first. */
  groupsOf(address: string): PastGroup[];
  /** The group of a file of the input, by its name or the end of it. */
  groupOfFile(name: string): { readonly group: PastGroup; readonly file: string } | undefined;
}

/** Opens the folder of a run; the key of its ids is asked for again, as the run keeps no secrets. */
export function openPastRun(folder: string, idKey: Uint8Array | undefined): PastRun {
  const run = readManifest(folder);
  if ((run.options.idKey === 'given') !== (idKey !== undefined)) {
    throw new Refusal(
      run.options.idKey === 'given' ? 'The run was made with a key' : 'The run was made without a key',
      run.options.idKey === 'given' ? 'Give the same --id-key FILE.' : 'Leave --id-key out.',
    );
  }
  const groups = groupsOf(run, folder, idKey);
  const byFile = new Map(groups.flatMap((group) => group.names.map((name) => [name, group] as const)));
  return {
    version: run.program.version,
    groups,
    groupsOf: (address) => likeliest(groups, folder, address),
    groupOfFile(name) {
      const file = byFile.has(name) ? name : [...byFile.keys()].find((one) => one.endsWith(`/${name}`));
      const group = file === undefined ? undefined : byFile.get(file);
      return file !== undefined && group ? { group, file } : undefined;
    },
  };
}

function readManifest(folder: string): Manifest {
  const hint = 'Name the folder that a chartlift convert wrote with --out.';
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    throw noRun(folder);
  }
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(`The manifest.json of ${folder} is none of this version of Chartlift`, hint);
}

function groupsOf(run: Manifest, folder: string, idKey: Uint8Array | undefined): PastGroup[] {
  const { per, timezone, codeSystems, source, bundle, maxEntries, profile } = run.options;
  const make = idMaker(idKey);
  const offsetAt = timezone === 'none' ? undefined : offsetsOf(timezone);
  const converted = run.inputs.filter(({ state, patient }) => state === 'converted' && patient !== undefined);
  const documents = Map.groupBy(
    converted,
    ({ sha256, patient }) => (per === 'document' ? sha256 : patient) ?? '',
  );
  return [...documents].map(([id, inputs]) => {
    const own = standsAlone({ per, profile }) ? scoped(make, id) : make;
    return {
      id,
      names: inputs.map(({ file }) => file),
      patient: per === 'document' ? undefined : id,
      alone: inputs.map(({ patient = '', alone = patient }) => alone),
      reading: { make: own, offsetAt, codeSystems },
      fhir: {
        bundle,
        maxEntries,
        source: 'file',
        program: { name: 'chartlift', version: run.program.version },
        asOf: run.asOf,
        format: 'json',
        profile,
        make: own,
      },
      files: () =>
        inputs.map(({ file, sha256 = '' }) =>
          inputFile(file, bytesOf(folder, { group: id, sha256, source })),
        ),
    };
  });
}

interface Kept {
  readonly group: string;
  readonly sha256: string;
  readonly source: 'file' | 'embed';
}

/** The bytes of a document, as the run kept them; others than those are refused. */
function bytesOf(folder: string, { group, sha256, source }: Kept): Uint8Array {
  const bytes = source === 'file' ? stored(folder, sha256) : embeddedDocument(folder, { group, sha256 });
  if (bytes && inputFile('', bytes).sha256 === sha256) return bytes;
  throw new Refusal(
    'A source document of the run is not in its folder as it was read',
    'explain needs documents/, or the bundles of --source embed, as the run wrote them.',
  );
}

function stored(folder: string, sha256: string): Uint8Array | undefined {
  for (const ending of ['xml', 'json']) {
    try {
      return readFileSync(join(folder, 'documents', `${sha256}.${ending}`));
    } catch {
      // Looked for under the other ending.
    }
  }
  return undefined;
}

/** The groups whose bundles name the resource come first; where there are no bundles all are tried. */
function likeliest(groups: readonly PastGroup[], folder: string, address: string): PastGroup[] {
  const id = address.slice(address.indexOf('/') + 1);
  const own = groups.filter((group) => group.id === id);
  if (own.length > 0) return own;
  const named = new Set(bundlesNaming(folder, id).map(groupOfBundle));
  const first = groups.filter((group) => named.has(group.id));
  return first.length > 0 ? first : [...groups];
}

/** A bundle that is split has a number behind its name: a group's id is 36 characters or a hash of 64. */
const groupOfBundle = (path: string): string => basename(path).replace(/(-\d{1,4})?\.(json|xml)$/, '');
