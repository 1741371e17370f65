import type { Format, SiteSystem } from '../readers/index.ts';
import type { CodeMapping, GuideName } from '../writers/fhir/index.ts';
import type { SectionKey } from '../writers/pdf/index.ts';

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
  /** The run's only clock. */
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
  /** The program's version. */
  readonly version: string;
}

/** What a run tells while it works. */
export interface Progress {
  begin(what: string, total: number): void;
  advance(): void;
  end(): void;
}

/** Whether each record stands for itself, its people in it: one a document, or a summary. */
export const standsAlone = ({ per, profile }: Pick<RunOptions, 'per' | 'profile'>): boolean =>
  per === 'document' || profile === 'ips';
