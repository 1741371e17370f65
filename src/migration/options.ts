import type { Severity } from '../issue/index.ts';
import type { Format, SiteSystem } from '../readers/index.ts';
import type { CodeMapping, GuideName } from '../writers/fhir/index.ts';
import type { SectionKey } from '../writers/pdf/index.ts';
import type { Session } from './run-ledger/sessions.ts';
import type { QuarantineLimits } from './thresholds.ts';

/** What a run may write, by the names `--to` takes. */
export const targets = ['bundle', 'ndjson', 'pdf', 'record'] as const;
export type Target = (typeof targets)[number];

/** How charts are printed. */
export interface PrintOptions {
  readonly paper: 'letter' | 'a4';
  readonly language: 'en' | 'es';
  readonly largePrint: boolean;
  readonly maskIds: boolean;
  readonly sections?: readonly SectionKey[] | undefined;
  readonly since?: string | undefined;
  readonly encounter?: string | undefined;
  /** What is put into the file beside the pages, which makes it PDF/A-3. */
  readonly attach: readonly ('source' | 'bundle')[];
  /** Scanned documents as an appendix. */
  readonly withScans?: boolean | undefined;
  /** A font for letters that ours have not. */
  readonly fontFallback?: Uint8Array | undefined;
}

/** How scanned files are found and given to patients. */
export interface ScanOptions {
  /** What paths say: `{mrn}/{date}_{kind}.pdf`. */
  readonly pattern?: string | undefined;
  /** The mapping of an index: a preset or a file. */
  readonly mapping?: string | undefined;
  /** The system of the patients' numbers. */
  readonly system?: string | undefined;
}

/** Everything that decides what a run does; the same options and the same input give the same output. */
export interface RunOptions {
  readonly inputs: readonly string[];
  readonly out: string;
  /** The input format; detected for each file when left out. */
  readonly from?: Format | undefined;
  readonly to: readonly Target[];
  readonly bundle: 'transaction' | 'document' | 'collection';
  readonly per: 'patient' | 'document';
  readonly maxEntries: number;
  /** The most resources of one file of NDJSON; all of a type when left out. */
  readonly maxFileResources?: number | undefined;
  /** The run's only clock: the start of the run where it is not given. */
  readonly asOf: string;
  readonly timezone?: string | undefined;
  /** Code systems of the site. */
  readonly codeSystems?: readonly SiteSystem[] | undefined;
  /** The site's own translations of codes. */
  readonly conceptMap?: readonly CodeMapping[] | undefined;
  readonly idKey?: Uint8Array | undefined;
  readonly crosswalk: boolean;
  readonly source: 'file' | 'embed';
  /** Where the bytes of files go that a document or a table names; else as `source` says. */
  readonly attachments?: 'copy' | 'inline' | 'binary' | 'url' | undefined;
  readonly fhirFormat: 'json' | 'xml';
  /** The guide whose profiles resources claim; US Core when left out. */
  readonly profile?: GuideName | undefined;
  readonly print?: PrintOptions | undefined;
  /** The mapping of tables: a preset or a file; found by what the tables show when left out. */
  readonly mapping?: string | undefined;
  /** How scanned files are found and given to patients. */
  readonly scans?: ScanOptions | undefined;
  /** Does everything and writes no output. */
  readonly dryRun?: boolean | undefined;
  /** An earlier run whose rows in quarantine are taken again, with their patients. */
  readonly onlyQuarantine?: string | undefined;
  /** How many characters of tables stay in memory; what is above goes to disk. */
  readonly tableMemory?: number | undefined;
  /** The limits that the run is held against, as they were set before it. */
  readonly thresholds?: Readonly<Record<string, number | string | undefined>> | undefined;
  /** Which patients a pilot is about. */
  readonly pilot?: PilotOptions | undefined;
  /** The program's version. */
  readonly version: string;
}

/** Which patients a pilot is about; all others are left out, and the ledger says so. */
export interface PilotOptions {
  /** Numbers or ids of patients. */
  readonly patients?: readonly string[] | undefined;
  /** At most so many patients, in the order of their ids. */
  readonly limit?: number | undefined;
}

/** How a run is done; its output is the same whichever way that is. */
export interface RunWays {
  /** Threads at work; as many as the machine has cores when left out. */
  readonly jobs?: number | undefined;
  /** Removes what an earlier run left in the folder. */
  readonly force?: boolean | undefined;
  /** Whether the clock was given: a run that goes on keeps the one it began with. */
  readonly isTimed?: boolean | undefined;
  /** Only the plan is made. */
  readonly planOnly?: boolean | undefined;
  /** A static share of the plan, from 1 on. */
  readonly share?: Share | undefined;
  /** All is converted; only the parts are put together. */
  readonly mergeOnly?: boolean | undefined;
  /** How much may be set aside before the run ends early. */
  readonly maxQuarantine?: QuarantineLimits | undefined;
  /** What is kept of who began it. */
  readonly session?: Session | undefined;
  /** Ends the run after the shards at work. */
  readonly signal?: AbortSignal | undefined;
}

export interface Share {
  readonly number: number;
  readonly of: number;
}

/** What a run tells while it works. */
export interface Progress {
  begin(what: string, total: number): void;
  advance(count?: number): void;
  /** Issues that were met, by severity. */
  issues?(counts: Readonly<Partial<Record<Severity, number>>>): void;
  end(): void;
}

/** Whether each record stands for itself, its people in it: one a document, or a summary. */
export const standsAlone = ({ per, profile }: Pick<RunOptions, 'per' | 'profile'>): boolean =>
  per === 'document' || profile === 'ips';
