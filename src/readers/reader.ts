import type { Issue } from '../issue/index.ts';
import type { Contribution, IdMaker } from '../record/index.ts';

/** The offset (`-05:00`) of a local time (`2010-03-01T10:00:00`) in the site's zone; none when the zone has two or no such time. */
export type OffsetAt = (local: string) => string | undefined;

/** What a run tells its readers. */
export interface ReadOptions {
  readonly make: IdMaker;
  readonly offsetAt?: OffsetAt | undefined;
}

/** One file of the input; `name` is its path inside the input, `sha1` is in base64 as FHIR wants it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly sha1: string;
}

/** What identifies the patient of an input, found without reading all of it. */
export interface PatientScan {
  readonly patient: string;
  readonly identifiers: readonly { readonly system?: string | undefined; readonly value?: string | undefined }[];
  readonly birth: string | undefined;
  readonly family: string;
}

/** An input that cannot be read, and why. */
export interface Refused {
  readonly kind: 'unreadable' | 'unknown';
  readonly issues: readonly Issue[];
}

export type Scan = PatientScan | Refused;

/** Whether bytes are of a reader's format; where not, a word for what they seem to be. */
export type Detected = { readonly yes: true } | { readonly kind: string | undefined };

/** Turns inputs of one format into contributions to patients' records. */
export interface Reader {
  detect(bytes: Uint8Array): Detected;
  scan(file: InputFile, options: ReadOptions): Scan;
  read(file: InputFile, options: ReadOptions): Contribution | Refused;
}
