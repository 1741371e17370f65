import type { LedgerState } from '../record/index.ts';
import type { DocumentBook } from './document-book.ts';
import type { Examined } from './examine.ts';
import type { IssueGroup, UnmappedSystem } from './issue-book.ts';
import type { Balance } from './ledger.ts';
import type { PrintOptions, RunOptions } from './options.ts';
import { byCodeUnits } from './order.ts';
import { printDefaults } from './print-defaults.ts';
import type { Output } from './run-folder.ts';
import type { ExportSummary } from './tables/index.ts';

/** The format of `manifest.json`, which is written last: a run folder without it is not whole. */
export const manifestFormat = 'chartlift-run/1';

interface Facts {
  readonly options: RunOptions;
  readonly files: readonly Examined[];
  /** What became of each file, by its name. */
  readonly fates: ReadonlyMap<string, LedgerState>;
  /** What each document holds, by its name. */
  readonly units: DocumentBook['units'];
  readonly outputs: readonly Output[];
  readonly exports: readonly ExportSummary[];
  /** The id under which a patient of a document was written. */
  patientOf(own: string): string;
  readonly ledger: Readonly<Record<string, Balance>>;
  readonly issues: readonly IssueGroup[];
  readonly unmapped: readonly UnmappedSystem[];
}

/** What a run was, as JSON: program, options without secrets, inputs and outputs with their hashes, balances. */
export function manifestText({
  options,
  files,
  fates,
  units,
  outputs,
  exports,
  patientOf,
  ledger,
  issues,
  unmapped,
}: Facts): string {
  const manifest = {
    format: manifestFormat,
    program: { name: 'chartlift', version: options.version },
    asOf: options.asOf,
    options: publicOptions(options),
    inputs: files.map(({ name, size, sha256, scan }) => ({
      file: name,
      size,
      sha256: sha256 || undefined,
      state: fates.get(name),
      ...(scan && patientNames(scan.patient, patientOf)),
      units: units.get(name),
    })),
    exports,
    outputs: outputs.toSorted((a, b) => byCodeUnits(a.file, b.file)),
    ledger,
    issues: issues.map(({ code, severity, count }) => ({ code, severity, count })),
    unmapped,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
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
