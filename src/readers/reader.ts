import type { Issue } from '../issue/index.ts';
import type { Contribution, IdMaker, SourcePoint } from '../record/index.ts';

/** The offset (`-05:00`) of a local time (`2010-03-01T10:00:00`) in the site's zone; none when the zone has two or no such time. */
export type OffsetAt = (local: string) => string | undefined;

/** A code system that a site names itself: its OID (or what its exports write in the place of one) and its URI. */
export interface SiteSystem {
  readonly oid: string;
  readonly uri: string;
  readonly name?: string | undefined;
}

/** What is wrong with a scanned file; its bytes are handed on all the same, but for an empty one. */
export type ScanFault = 'empty' | 'truncated' | 'encrypted' | 'damaged' | 'misnamed';

/** A file that an index names, as it was looked into: its bytes are read again when they are copied. */
export interface ScannedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sha1: string;
  /** What its content says that it is. */
  readonly mediaType?: string;
  readonly pages?: number;
  readonly faults: readonly ScanFault[];
  /** Where it is, where it is not to be copied. */
  readonly url?: string;
  parts(): Iterable<Uint8Array>;
}

/** What a run tells its readers. */
export interface ReadOptions {
  readonly make: IdMaker;
  /** Code systems of the site, which go before those that everybody knows. */
  readonly codeSystems?: readonly SiteSystem[] | undefined;
  readonly offsetAt?: OffsetAt | undefined;
  /** The file of the input that a document names by its path from its own place; never one outside of the input. */
  readonly fileBeside?: ((document: string, name: string) => InputFile | undefined) | undefined;
  /** The same of a file that is not held as a whole: a scan. */
  readonly scanBeside?: ((document: string, name: string) => ScannedFile | undefined) | undefined;
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
  readonly identifiers: readonly {
    readonly system?: string | undefined;
    readonly value?: string | undefined;
  }[];
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
export type Detected =
  | { readonly yes: true }
  | { readonly kind: string | undefined; readonly form?: 'archive' | 'index' };

/** A literal of a source: an attribute (`@code`) of an element, or its text (`text()`). */
export interface SourceLiteral {
  /** The element that holds it. */
  readonly at: SourcePoint;
  readonly name: string;
  readonly text: string;
  /** The line on which it stands. */
  readonly line: number;
}

/** Something done to a source, to see what depends on it. */
export type Change =
  | { readonly literal: SourceLiteral; readonly to: string }
  | { readonly without: SourcePoint };

/** How much of a document is read again: all, its header, its sections without entries, or what stands around a point. */
export type Focus = 'all' | 'header' | 'sections' | SourcePoint;

/** A document held open: it is read again with something changed, which shows what comes from where. */
export interface Trial {
  readonly contribution: Contribution;
  /** The lines of the source, as text; embedded base64 is left out. */
  readonly lines: readonly string[];
  /** The literals in an element and below it, and in the narrative that it names. */
  literals(at: SourcePoint): SourceLiteral[];
  /** The literals of what stands around an element: of the statements and the section that hold it. */
  literalsAround(at: SourcePoint): SourceLiteral[];
  /** The section that an element stands in. */
  sectionOf(at: SourcePoint): SourcePoint | undefined;
  /** The literals that say what an element is: its templates and its code. */
  naming(at: SourcePoint): SourceLiteral[];
  /** The elements in an element, the innermost first. */
  elementsIn(at: SourcePoint): SourcePoint[];
  /** The element and those that hold it, the innermost first. */
  holding(at: SourcePoint): SourcePoint[];
  /** The elements that begin on a line; where none does, the last one that begins before it. */
  onLine(line: number): SourcePoint[];
  /** The same document read with changes; nothing where it cannot be read then. */
  reread(changes: readonly Change[], focus: Focus): Contribution | undefined;
}

/** Turns inputs of one format into contributions to patients' records. */
export interface Reader {
  detect(bytes: Uint8Array): Detected;
  scan(file: InputFile, options: ReadOptions): Scan;
  read(file: InputFile, options: ReadOptions): Contribution | Refused;
  /** Holds a document open for `explain`, where the format can tell what comes from where. */
  openTrial?(file: InputFile, options: ReadOptions): Trial | Refused;
}
