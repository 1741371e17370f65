import type { Issue } from '../../issue/index.ts';
import type { IdMaker } from '../../record/index.ts';
import type { Resource } from './fhir-types.ts';
import type { GuideName } from './profiles/index.ts';
import type { SiteMap } from './translation.ts';

/** How a record becomes FHIR. */
export interface FhirOptions {
  readonly bundle: 'transaction' | 'document' | 'collection';
  /** The most entries that one transaction holds. */
  readonly maxEntries: number;
  /** Whether a source document goes into its DocumentReference or stands beside it as a file. */
  readonly source: 'file' | 'embed';
  /** Where other content goes: beside as a file, into a Binary, into what names it, or nowhere as its place is told. */
  readonly attachments?: 'copy' | 'binary' | 'inline' | 'url' | undefined;
  /** The bytes of a source by their SHA-256, in hex; needed to embed them. */
  readonly sourceBytes?: (sha256: string) => Uint8Array;
  readonly program: { readonly name: string; readonly version: string };
  /** The run's clock, a FHIR instant. */
  readonly asOf: string;
  readonly format: 'json' | 'xml';
  /** The guide whose profiles resources claim where they meet them; US Core when left out. */
  readonly profile?: GuideName | undefined;
  /** A site's own map of codes. */
  readonly siteMap?: SiteMap | undefined;
  /** Makes the ids of resources that no statement has: DocumentReference, Provenance. */
  readonly make: IdMaker;
}

/** What was written: the resources, what could not be said in them, and which became of which part of the record. */
export interface Written {
  readonly resources: Resource[];
  readonly issues: Issue[];
  /** `kind/id` → `Type/id`. */
  readonly index: Map<string, string[]>;
}
