import type { SectionKey } from './words/section-keys.ts';

/** How a record is printed. */
export interface PdfOptions {
  /** The run's only clock: age and "the last 12 months" are counted from it. */
  readonly asOf: string;
  readonly program: string;
  readonly paper: 'letter' | 'a4';
  readonly language: 'en' | 'es';
  /** Larger letters, for patients. */
  readonly largePrint: boolean;
  /** Show the last characters of identifiers alone. */
  readonly maskIds: boolean;
  /** The sections to print; all where left out. Allergies and "About this document" are always there. */
  readonly sections?: readonly SectionKey[] | undefined;
  /** Leave out what is older than this day. */
  readonly since?: string | undefined;
  /** Leave out what is of other encounters: an id, or one of an encounter's numbers. */
  readonly encounter?: string | undefined;
  /** Whether the source's bytes are put into the file. */
  readonly attached: boolean;
}
