import { readFileSync } from 'node:fs';
import { Flags } from '@oclif/core';
import type { CodeMapping, RunOptions, Target } from '../migration/index.ts';
import type { Format, SiteSystem } from '../readers/index.ts';
import type { Thresholds } from '../reconciliation/index.ts';
import { readCodeSystems } from './code-systems-file.ts';
import { readConceptMap } from './concept-map-file.ts';
import { type PrintFlags, printFlags, printOptions } from './print-flags.ts';
import { type PilotFlags, pilotFlags, pilotOptions, runFlags } from './run-flags.ts';
import { readThresholds } from './thresholds-file.ts';
import { UsageError } from './usage-error.ts';

/** The input formats; a test holds them against the table of readers, which is heavy to load. */
export const formats = ['ccda', 'ccr', 'record'] as const satisfies readonly Format[];

/** What can be written; a test holds them against the table of targets. */
export const outputs = ['bundle', 'ndjson', 'pdf', 'record'] as const satisfies readonly Target[];

/** The guides of profiles; a test holds them against the writer's, which is heavy to load. */
export const guides = ['us-core', 'ips', 'base'] as const;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** The value of `--as-of`: an instant with its offset, for a run has one clock. */
export async function parseInstant(text: string): Promise<string> {
  if (instant.test(text) && isRealDay(text)) return text;
  throw new UsageError('--as-of takes an instant with an offset', 'For example --as-of 2026-01-31T12:00:00Z');
}

/** Whether the day stands in the calendar: `Date` alone takes the 30th of February for the 1st of March. */
function isRealDay(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(text)) && day.getUTCDate() === Number(text.slice(8, 10));
}

/** The value of `--timezone`: a name of the IANA database, never an offset, which knows no daylight saving. */
export async function parseTimezone(name: string): Promise<string> {
  if (/^[A-Za-z][\w+\-/]*$/.test(name)) {
    try {
      return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone && name;
    } catch {
      // Not a zone that this Node knows: said below.
    }
  }
  throw new UsageError(
    '--timezone takes a name of the IANA time zone database',
    'For example --timezone America/New_York',
  );
}

const shortestKey = 16;

/** The key in the file of `--id-key`; a line break at its end belongs to the editor. */
export async function readKey(path: string): Promise<Uint8Array> {
  const hint = 'Make one with: openssl rand -hex 32 > id.key';
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError(`--id-key: the file ${path} cannot be read`, hint);
  }
  const key = Buffer.from(bytes.toString('latin1').replace(/\r?\n$/, ''), 'latin1');
  if (key.length < shortestKey)
    throw new UsageError(`--id-key: a key has at least ${shortestKey} bytes`, hint);
  return key;
}

/** The flags of `convert`. */
export const convertFlags = {
  out: Flags.string({ required: true, helpValue: 'DIR', summary: 'the run folder; it must be new or empty' }),
  from: Flags.option({ options: formats, summary: 'input format; detected when left out' })(),
  to: Flags.option({
    options: outputs,
    multiple: true,
    multipleNonGreedy: true,
    default: ['bundle'],
    summary: 'what to write; may be given several times',
  })(),
  bundle: Flags.option({
    options: ['transaction', 'document', 'collection'] as const,
    default: 'transaction',
    summary: 'the kind of bundle; document bundles hold one document each',
  })(),
  per: Flags.option({
    options: ['patient', 'document'] as const,
    summary: 'one record a patient (the default), or one a document, which stands alone',
  })(),
  'max-entries': Flags.integer({
    min: 1,
    default: 500,
    helpValue: 'N',
    summary: 'split transaction bundles above this',
  }),
  'max-file-resources': Flags.integer({
    min: 1,
    helpValue: 'N',
    summary: 'split the files of NDJSON above this',
  }),
  'as-of': Flags.string({
    helpValue: 'INSTANT',
    parse: parseInstant,
    summary: 'the time of the run; now when left out',
  }),
  timezone: Flags.string({
    helpValue: 'ZONE',
    parse: parseTimezone,
    summary: 'zone of local times, as America/New_York',
  }),
  'code-systems': Flags.custom<readonly SiteSystem[]>({
    helpValue: 'FILE',
    parse: readCodeSystems,
    summary: 'your own code systems: CSV of oid,uri,name, or JSON',
  })(),
  'concept-map': Flags.custom<readonly CodeMapping[]>({
    helpValue: 'FILE',
    parse: readConceptMap,
    summary: "your own translations of codes, written beside the source's: FHIR ConceptMap or CSV",
  })(),
  'id-key': Flags.custom<Uint8Array>({
    helpValue: 'FILE',
    parse: readKey,
    summary: 'secret key of the new ids',
  })(),
  'no-crosswalk': Flags.boolean({ summary: 'leave out the tables of old numbers and new ids' }),
  source: Flags.option({
    options: ['file', 'embed'] as const,
    default: 'file',
    summary: 'source documents as files of the run folder, or inside the bundles',
  })(),
  attachments: Flags.option({
    options: ['copy', 'binary', 'inline', 'url'] as const,
    summary:
      'files that documents and tables name: copied into the run, as Binary resources, inside their DocumentReference, or by where they are',
  })(),
  'fhir-format': Flags.option({
    options: ['json', 'xml'] as const,
    default: 'json',
    summary: 'format of the bundles',
  })(),
  profile: Flags.option({
    options: guides,
    default: 'us-core',
    summary: 'the guide whose profiles the resources claim: US Core 6.1.0, IPS 1.1.0, none',
  })(),
  mapping: Flags.string({
    helpValue: 'PRESET|FILE',
    summary: 'how tables (CSV) are read; found by what they show when left out',
  }),
  'scan-pattern': Flags.string({
    helpValue: 'PATTERN',
    summary: 'scanned files by what their paths say: "{mrn}/{date}_{kind}.pdf"',
  }),
  'scan-mapping': Flags.string({
    helpValue: 'FILE',
    summary: 'how the index of scanned files is read; scan-index.csv needs none',
  }),
  'scan-system': Flags.string({
    helpValue: 'URI|OID',
    summary: "the identifier system of the patients' numbers on scanned files",
  }),
  'dry-run': Flags.boolean({ summary: 'do everything and write no output: only the account' }),
  'only-quarantine': Flags.string({
    helpValue: 'RUN',
    summary: 'take what stands in quarantine/ of that run again, with its patients',
  }),
  thresholds: Flags.custom<Thresholds>({
    helpValue: 'FILE',
    parse: readThresholds,
    summary: 'limits that the run is held against, set before it: YAML; exit 8 where one is not met',
  })(),
  'fail-on': Flags.option({ options: ['warning'] as const, summary: 'exit 3 when there are warnings' })(),
  ...runFlags,
  ...pilotFlags,
  ...printFlags,
};

/** The flags as oclif hands them over. */
export interface ConvertFlags extends Partial<PrintFlags>, PilotFlags {
  readonly out: string;
  readonly from?: Format | undefined;
  readonly to: readonly Target[];
  readonly bundle: RunOptions['bundle'];
  readonly per?: RunOptions['per'] | undefined;
  readonly 'max-entries': number;
  readonly 'max-file-resources'?: number | undefined;
  readonly 'as-of'?: string | undefined;
  readonly timezone?: string | undefined;
  readonly 'code-systems'?: readonly SiteSystem[] | undefined;
  readonly 'concept-map'?: readonly CodeMapping[] | undefined;
  readonly 'id-key'?: Uint8Array | undefined;
  readonly 'no-crosswalk': boolean;
  readonly source: RunOptions['source'];
  readonly 'fhir-format': RunOptions['fhirFormat'];
  readonly profile?: RunOptions['profile'];
  readonly mapping?: string | undefined;
  readonly attachments?: RunOptions['attachments'];
  readonly 'scan-pattern'?: string | undefined;
  readonly 'scan-mapping'?: string | undefined;
  readonly 'scan-system'?: string | undefined;
  readonly thresholds?: Thresholds | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly 'only-quarantine'?: string | undefined;
}

/** Flags that say how bundles are written, and nothing else. */
const bundleFlags = ['bundle', 'fhir-format', 'max-entries'] as const;

/**
 * What a flag says of bundles or of prints holds nothing where none are written: whoever gave it expected some, or, as with
 * --since, that less is converted.
 */
export function refuseIdle(to: readonly Target[], given: ReadonlySet<string>): void {
  const idleOf = (target: Target, names: readonly string[]) =>
    to.includes(target) ? undefined : names.find((name) => given.has(name));
  const ofBundles = idleOf('bundle', bundleFlags);
  if (ofBundles !== undefined) {
    throw new UsageError(
      `--${ofBundles} says how bundles are written, and none are`,
      'Add --to bundle, or leave it out.',
    );
  }
  const ofPrints = idleOf('pdf', Object.keys(printFlags));
  if (ofPrints === undefined) return;
  throw new UsageError(
    `--${ofPrints} says how charts are printed, and none are`,
    'Add --to pdf, or leave it out: what is converted is chosen by --patients and --limit.',
  );
}

/** A run's options from its command line. */
export function runOptions(inputs: readonly string[], flags: ConvertFlags, version: string): RunOptions {
  if (flags.bundle === 'document' && flags.per === 'patient') {
    throw new UsageError('--bundle document holds one document each', 'Leave --per patient out.');
  }
  if (inputs.some((input) => input.trim() === '') || flags.out.trim() === '') {
    throw new UsageError(
      'an input or the run folder is empty text',
      'Check the variables in your command line.',
    );
  }
  return {
    inputs,
    out: flags.out,
    from: flags.from,
    to: [...new Set(flags.to)].sort(),
    bundle: flags.bundle,
    per: flags.per ?? (flags.bundle === 'document' ? 'document' : 'patient'),
    maxEntries: flags['max-entries'],
    maxFileResources: flags['max-file-resources'],
    asOf: flags['as-of'] ?? new Date().toISOString(),
    timezone: flags.timezone,
    codeSystems: flags['code-systems'],
    conceptMap: flags['concept-map'],
    idKey: flags['id-key'],
    crosswalk: !flags['no-crosswalk'],
    source: flags.source,
    fhirFormat: flags['fhir-format'],
    profile: flags.profile ?? 'us-core',
    print: printOptions(flags),
    mapping: flags.mapping,
    attachments: flags.attachments,
    scans: {
      pattern: flags['scan-pattern'],
      mapping: flags['scan-mapping'],
      system: flags['scan-system'],
    },
    dryRun: flags['dry-run'],
    onlyQuarantine: flags['only-quarantine'],
    thresholds: flags.thresholds,
    pilot: pilotOptions(flags),
    version,
  };
}
