import { join } from 'node:path';
import type { Examined } from './examine.ts';
import { remove } from './folders.ts';
import type { IssueGroup, UnmappedSystem } from './issue-book.ts';
import type { Balance } from './ledger.ts';
import type { PrintOptions, RunOptions } from './options.ts';
import { printDefaults } from './print-defaults.ts';
import { guarded } from './refusal.ts';
import type { Output, RunFolder } from './run-folder.ts';
import type { ScanCounts } from './scans/index.ts';
import type { ExportSummary } from './tables/index.ts';

/** The format of `manifest.json`, which is written last: a run folder without it is not whole. */
export const manifestFormat = 'chartlift-run/1';

/** Takes the word back that a run folder is whole: what stands in it is about to change. */
export const withdrawManifest = (root: string): void => guarded(() => remove(join(root, 'manifest.json')));

interface Facts {
  readonly options: RunOptions;
  readonly files: readonly Examined[];
  /** What became of each file, and what it holds where it is a document. */
  fateOf(file: string): { readonly state?: string | undefined; readonly units?: unknown } | undefined;
  /** What was written, by name. */
  readonly outputs: Iterable<Output>;
  readonly exports: readonly ExportSummary[];
  /** The id under which a patient of a document was written. */
  patientOf(own: string): string;
  readonly scans: ScanCounts | undefined;
  readonly ledger: Readonly<Record<string, Balance>>;
  readonly issues: readonly IssueGroup[];
  readonly unmapped: readonly UnmappedSystem[];
}

/** What a run was, as JSON: program, options without secrets, inputs and outputs with their hashes, balances. */
export function writeManifest(folder: RunFolder, facts: Facts): void {
  const { options, exports, outputs, scans, ledger, issues, unmapped } = facts;
  const file = folder.append('manifest.json');
  const fields = {
    format: manifestFormat,
    program: { name: 'chartlift', version: options.version },
    asOf: options.asOf,
    options: publicOptions(options),
    inputs: list(inputsOf(facts)),
    exports,
    outputs: list(outputs),
    ...(scans && { scans }),
    ledger,
    issues: issues.map(({ code, severity, count }) => ({ code, severity, count })),
    unmapped,
  };
  for (const text of inPieces(jsonOf(fields))) file.write(text);
  file.close();
}

function* inputsOf({ files, fateOf, patientOf }: Facts): Generator<unknown> {
  for (const { name, size, sha256, scan } of files) {
    const { state, units } = fateOf(name) ?? {};
    yield {
      file: name,
      size,
      sha256: sha256 || undefined,
      state,
      ...(scan && patientNames(scan.patient, patientOf)),
      units,
    };
  }
}

const isList = Symbol('a list that is written item by item');
const list = (items: Iterable<unknown>) => ({ [isList]: items });

/** An object as JSON with two spaces, its lists item by item: those of an archive do not fit into one text. */
function* jsonOf(fields: Readonly<Record<string, unknown>>): Generator<string> {
  let mark = '{';
  for (const [name, value] of Object.entries(fields)) {
    yield `${mark}\n  ${JSON.stringify(name)}: `;
    if (isLong(value)) yield* listOf(value[isList]);
    else yield indented(value, 2);
    mark = ',';
  }
  yield '\n}\n';
}

const isLong = (value: unknown): value is ReturnType<typeof list> =>
  typeof value === 'object' && value !== null && isList in value;

function* listOf(items: Iterable<unknown>): Generator<string> {
  let mark = '[';
  for (const item of items) {
    yield `${mark}\n    ${indented(item, 4)}`;
    mark = ',';
  }
  yield mark === '[' ? '[]' : '\n  ]';
}

const indented = (value: unknown, by: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`);

const pieceSize = 100_000;

function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The record that a document went into; where tables know the patient too, the id that it would have alone as well. */
function patientNames(own: string, patientOf: Facts['patientOf']) {
  const patient = patientOf(own);
  return patient === own ? { patient } : { patient, alone: own };
}

function publicOptions(options: RunOptions) {
  const { from, to, bundle, per, maxEntries, timezone, codeSystems, idKey, crosswalk, source, fhirFormat } =
    options;
  return {
    from: from ?? 'detected',
    to,
    bundle,
    per,
    maxEntries,
    timezone: timezone ?? 'none',
    codeSystems: codeSystems ?? [],
    idKey: idKey ? 'given' : 'none',
    crosswalk,
    source,
    fhirFormat,
    profile: options.profile ?? 'us-core',
    maxFileResources: options.maxFileResources,
    conceptMap: options.conceptMap?.length,
    ...(to.includes('pdf') ? { print: publicPrint(options.print ?? printDefaults) } : {}),
    mapping: options.mapping ?? 'detected',
    dryRun: options.dryRun === true,
    thresholds: options.thresholds,
  };
}

const publicPrint = ({ fontFallback, ...print }: PrintOptions) => ({
  ...print,
  fontFallback: fontFallback ? 'given' : 'none',
});
