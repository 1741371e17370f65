import type { Attached, Fonts } from '../document/index.ts';
import type { Issue } from '../issue/index.ts';
import { documentFile, type Embedded, type PatientRecord } from '../record/index.ts';
import { fontFiles } from './font-files.ts';
import { internalError } from './internal-error.ts';
import type { PrintOptions, RunOptions } from './options.ts';
import { printDefaults } from './print-defaults.ts';
import type { ReadDocument } from './read-group.ts';
import type { RenderedFile } from './render.ts';
import { keptContents, openScanPrinter, type PrintedScans } from './scans/index.ts';
import { keepHeapSmall } from './small-heap.ts';

/** What is printed beside the record. */
interface Sources {
  /** Names the file. */
  readonly id: string;
  readonly documents: readonly ReadDocument[];
  /** Content of other formats, of documents and rows. */
  readonly embedded: readonly Embedded[];
  /** The patient's resources, to be attached. */
  readonly bundles: () => readonly RenderedFile[];
}

/** Prints records as PDF; its fonts are read once a run. */
export interface Printer {
  print(
    record: PatientRecord,
    sources: Sources,
  ): { files: readonly RenderedFile[]; issues: readonly Issue[] };
}

/** What printing takes, loaded once a run. */
interface Tools {
  readonly options: RunOptions;
  readonly asked: PrintOptions;
  readonly fonts: Fonts;
  readonly scansOf: Awaited<ReturnType<typeof openScanPrinter>> | undefined;
  readonly drawer: typeof import('../document/index.ts');
  readonly writer: typeof import('../writers/pdf/index.ts');
}

/**
 * Loads what prints, which is heavy: only a run that prints has it. What a page is made of is dropped as soon as it is
 * drawn, so that the heap need not grow with it.
 */
export async function openPrinter(options: RunOptions): Promise<Printer | undefined> {
  if (!options.to.includes('pdf')) return undefined;
  keepHeapSmall(40);
  const asked = options.print ?? printDefaults;
  const [drawer, writer] = await Promise.all([
    import('../document/index.ts'),
    import('../writers/pdf/index.ts'),
  ]);
  const scansOf = asked.withScans ? await openScanPrinter() : undefined;
  const fonts = drawer.openFonts(fontFiles(asked.fontFallback));
  const tools = { options, asked, fonts, scansOf, drawer, writer };
  return {
    print(record, sources) {
      const place = sources.documents[0]?.file.name ?? 'record';
      try {
        return printed(record, sources, { ...tools, place });
      } catch (error) {
        return { files: [], issues: [notPrinted(place, error)] };
      }
    },
  };
}

function printed(
  record: PatientRecord,
  sources: Sources,
  { place, ...tools }: Tools & { readonly place: string },
): ReturnType<Printer['print']> {
  const kept = once(() => keptContents(sources.documents));
  const scans = tools.scansOf?.(record, [...sources.embedded, ...kept()], place);
  const own = pictureIn(sources.documents, kept);
  const picture = (sha256: string, page?: number) => scans?.picture(sha256, page) ?? own(sha256);
  const draw = drawingOf(record, {
    ...tools,
    scans,
    picture,
    attachments: attachmentsOf(tools.asked, sources),
  });
  const { contents = [], pages: counts = [] } = scans?.behind ?? {};
  const { bytes, pages, substitutes } = draw(counts);
  const again = (counts: readonly number[]) => draw(counts).bytes;
  const file = { file: `pdf/${sources.id}.pdf`, text: bytes, count: pages };
  return {
    files: [{ ...file, ...(contents.length > 0 && { behind: { contents, pages: counts, again } }) }],
    issues: [...lettersMissing(substitutes, place), ...(scans?.issues ?? [])],
  };
}

interface Drawing extends Tools {
  readonly scans: PrintedScans | undefined;
  readonly picture: (sha256: string, page?: number) => Uint8Array | undefined;
  readonly attachments: readonly Attached[];
}

/** What draws a record's chart for as many pages as others will put behind it. */
function drawingOf(
  record: PatientRecord,
  { options, asked, fonts, scans, picture, attachments, drawer, writer }: Drawing,
) {
  const { asOf, version } = options;
  const asWished = {
    ...asked,
    asOf,
    program: `Chartlift ${version}`,
    attached: asked.attach.includes('source'),
  };
  const document = writer.recordDocument(record, asWished);
  return (behind: readonly number[]) => {
    const appendix = scans ? writer.scanAppendix(record, asWished, scans.printOf(behind)) : [];
    const pagesBehind = behind.reduce((sum, count) => sum + count, 0);
    const blocks = [...document.blocks, ...appendix];
    return drawer.renderPdf({ ...document, blocks, pagesBehind }, { fonts, attachments, picture });
  };
}

const lettersMissing = (count: number, file: string): Issue[] =>
  count > 0 ? [{ code: 'pdf-letters-missing', place: { file }, details: { count } }] : [];

function notPrinted(file: string, error: unknown): Issue {
  const { place, details = {} } = internalError(file, error);
  return { code: 'pdf-not-printed', place, details };
}

const embeddedIn = (documents: readonly ReadDocument[]): Embedded[] =>
  documents.flatMap(({ contribution }) => contribution.embedded ?? []);

const wholeOf = ({ parts }: Embedded): Uint8Array => Buffer.concat([...parts()]);

/** What lies beside a record is looked at only where a picture is asked for that the sources do not hold. */
const pictureIn =
  (documents: readonly ReadDocument[], kept: () => readonly Embedded[]) => (sha256: string) => {
    const isMeant = (one: Embedded) => one.sha256 === sha256;
    const found = embeddedIn(documents).find(isMeant) ?? kept().find(isMeant);
    return found && wholeOf(found);
  };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function attachmentsOf({ attach }: PrintOptions, { documents, bundles }: Sources): Attached[] {
  const sources = attach.includes('source') ? [...sourcesOf(documents), ...embeddedOf(documents)] : [];
  const fhir = attach.includes('bundle') ? bundles().map(bundleOf) : [];
  return [...sources, ...fhir];
}

const nameOf = (sha256: string, mediaType: string | undefined): string =>
  documentFile(sha256, mediaType).replace('documents/', '');

const sourcesOf = (documents: readonly ReadDocument[]): Attached[] =>
  documents.map(({ file, bytes, contribution }) => ({
    name: nameOf(file.sha256, contribution.source.mediaType),
    bytes: bytes(),
    mediaType: contribution.source.mediaType,
    description: 'Source document',
    relationship: 'Source',
  }));

/** Each content once, though many documents may hold it. */
function embeddedOf(documents: readonly ReadDocument[]): Attached[] {
  const once = new Map(embeddedIn(documents).map((one) => [one.sha256, one]));
  return [...once.values()].map((one) => ({
    name: nameOf(one.sha256, one.mediaType),
    bytes: wholeOf(one),
    mediaType: one.mediaType ?? 'application/octet-stream',
    description: 'Content of a source document',
    relationship: 'Supplement',
  }));
}

const bundleOf = ({ file, text }: RenderedFile): Attached => ({
  name: file.replace(/^.*\//, ''),
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  mediaType: file.endsWith('.xml') ? 'application/fhir+xml' : 'application/fhir+json',
  description: 'The same record as FHIR R4',
  relationship: 'Alternative',
});
