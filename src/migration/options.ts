import type { Format, SiteSystem } from '../readers/index.ts';

/** What a run may write, by the names `--to` takes. */
export const targets = ['bundle', 'ndjson', 'record'] as const;
export type Target = (typeof targets)[number];

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
  /** The run's only clock. */
  readonly asOf: string;
  readonly timezone?: string | undefined;
  /** Code systems of the site. */
  readonly codeSystems?: readonly SiteSystem[] | undefined;
  readonly idKey?: Uint8Array | undefined;
  readonly crosswalk: boolean;
  readonly source: 'file' | 'embed';
  readonly fhirFormat: 'json' | 'xml';
  /** The mapping of tables: a preset or a file; found by what the tables show when left out. */
  readonly mapping?: string | undefined;
  /** Does everything and writes no output. */
  readonly dryRun?: boolean | undefined;
  /** An earlier run whose rows in quarantine are taken again, with their patients. */
  readonly onlyQuarantine?: string | undefined;
  /** How many characters of tables stay in memory; what is above goes to disk. */
  readonly tableMemory?: number | undefined;
  /** The program's version. */
  readonly version: string;
}

/** What a run tells while it works. */
export interface Progress {
  begin(what: string, total: number): void;
  advance(): void;
  end(): void;
}
