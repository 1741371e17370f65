import type { Issue } from '../issue/index.ts';
import type { Embedded, IdMaker, PatientRecord } from '../record/index.ts';
import {
  bundlesOf,
  type CodeMapping,
  type FhirOptions,
  ndjsonLine,
  patientResources,
  peopleResources,
  type Resource,
  type SiteMap,
  siteMapOf,
} from '../writers/fhir/index.ts';
import { recordJson } from '../writers/record/index.ts';
import { type RunOptions, standsAlone } from './options.ts';
import type { Printer } from './printing.ts';
import type { ReadPart } from './read-group.ts';

/** A file to be written: its name in the run folder, its content, and how many resources or pages it holds. */
export interface RenderedFile {
  readonly file: string;
  readonly text: string | Uint8Array;
  readonly count: number;
  readonly behind?: PdfsBehind;
}

/** PDFs whose pages are to follow behind those of a print, which counts them. */
export interface PdfsBehind {
  readonly contents: readonly Embedded[];
  /** How many pages each is taken to have. */
  readonly pages: readonly number[];
  /** Prints the same with other numbers of pages. */
  again(pages: readonly number[]): Uint8Array;
}

/** What is to be written of one record, or of the people of a run. */
export interface Rendered {
  readonly resources: readonly Resource[];
  readonly files: readonly RenderedFile[];
  readonly lines: readonly { readonly type: string; readonly line: string }[];
  readonly issues: readonly Issue[];
  /** `kind/id` of the record → `Type/id` of what was written. */
  readonly index: ReadonlyMap<string, readonly string[]>;
}

interface Job {
  /** Names the files. */
  readonly id: string;
  readonly options: RunOptions;
  readonly make: IdMaker;
  readonly parts: readonly ReadPart[];
  readonly printer?: Printer | undefined;
}

/** Turns a record into the texts of its output files; a document that stands alone brings its people along. */
export function renderRecord(record: PatientRecord, job: Job): Rendered {
  const { id, options, parts, printer } = job;
  const fhir = fhirOptions(job);
  const written = patientResources(record, fhir);
  const people = standsAlone(options) ? peopleResources(record.people, fhir) : undefined;
  const resources = [...written.resources, ...(people?.resources ?? [])];
  const printed = printer?.print(record, {
    id,
    documents: parts.filter((part) => 'bytes' in part),
    embedded: parts.flatMap(({ contribution }) => contribution.embedded ?? []),
    bundles: () => madeBundles(resources, id, { ...fhir, bundle: 'collection' }),
  });
  return {
    resources,
    files: [
      ...bundleFiles(resources, `bundles/${id}`, { options, fhir }),
      ...recordFiles(record, id, options),
      ...(printed?.files ?? []),
    ],
    lines: ndjsonLines(resources, options),
    issues: [...written.issues, ...(people?.issues ?? []), ...(printed?.issues ?? [])],
    index: written.index,
  };
}

/** The people of the whole run, in `bundles/shared/`, to be loaded first. */
export function renderPeople(people: PatientRecord['people'], options: RunOptions, make: IdMaker): Rendered {
  const fhir = fhirOptions({ options, make, parts: [] });
  const { resources, issues, index } = peopleResources(people, fhir);
  const files = bundleFiles(resources, 'bundles/shared/people', { options, fhir });
  return { resources, files, lines: ndjsonLines(resources, options), issues, index };
}

function ndjsonLines(resources: readonly Resource[], { to }: RunOptions): Rendered['lines'] {
  if (!to.includes('ndjson')) return [];
  return resources.map((resource) => ({ type: resource.resourceType, line: ndjsonLine(resource) }));
}

interface Bundling {
  readonly options: RunOptions;
  readonly fhir: FhirOptions;
}

function bundleFiles(
  resources: readonly Resource[],
  name: string,
  { options, fhir }: Bundling,
): RenderedFile[] {
  return options.to.includes('bundle') ? madeBundles(resources, name, fhir) : [];
}

function madeBundles(resources: readonly Resource[], name: string, fhir: FhirOptions): RenderedFile[] {
  if (resources.length === 0) return [];
  return bundlesOf(resources, { ...fhir, name }).map((file) => ({
    file: file.name,
    text: file.text,
    count: entriesIn(file.text),
  }));
}

/** Neither can stand in a value: JSON escapes its quotes, and XHTML has no such element. */
const entriesIn = (bundle: string): number => bundle.match(/"resource": ?\{|<resource>/g)?.length ?? 0;

const recordFiles = (record: PatientRecord, id: string, { to }: RunOptions): RenderedFile[] =>
  to.includes('record') ? [{ file: `records/${id}.json`, text: recordJson(record), count: 1 }] : [];

function fhirOptions({ options, make, parts }: Pick<Job, 'options' | 'make' | 'parts'>): FhirOptions {
  const { asOf, version, source, bundle, maxEntries, fhirFormat, profile } = options;
  // A record that is read back names its sources and does not hold them.
  const isWhole = parts.every((part) => !('file' in part) || part.file.format !== 'record');
  return {
    bundle,
    maxEntries,
    source,
    attachments: options.attachments,
    ...(isWhole ? { sourceBytes: bytesAmong(parts) } : {}),
    program: { name: 'chartlift', version },
    asOf,
    format: fhirFormat,
    profile,
    siteMap: options.conceptMap && siteMapFrom(options.conceptMap),
    make,
  };
}

const siteMaps = new WeakMap<readonly CodeMapping[], SiteMap>();

/** The map of a run, made once. */
function siteMapFrom(mappings: readonly CodeMapping[]): SiteMap {
  const map = siteMaps.get(mappings) ?? siteMapOf(mappings);
  siteMaps.set(mappings, map);
  return map;
}

function bytesAmong(parts: readonly ReadPart[]): (sha256: string) => Uint8Array {
  const documents = new Map(
    parts.flatMap((part) => ('bytes' in part ? [[part.file.sha256, part] as const] : [])),
  );
  const embedded = new Map(
    parts.flatMap(({ contribution }) => (contribution.embedded ?? []).map((one) => [one.sha256, one])),
  );
  return (sha256) => {
    const found = documents.get(sha256)?.bytes() ?? wholeOf(embedded.get(sha256));
    if (!found) throw new RangeError('a source of the record is among its documents');
    return found;
  };
}

const wholeOf = (one: Embedded | undefined): Uint8Array | undefined => one && Buffer.concat([...one.parts()]);
