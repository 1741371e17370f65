import type { Issue } from '../../issue/index.ts';
import type { Attachment, Embedded, PatientRecord } from '../../record/index.ts';
import type { ScanInPrint } from '../../writers/pdf/index.ts';
import type { ConvertedGroup } from '../convert-group.ts';
import type { PdfsBehind, RenderedFile } from '../render.ts';
import { tiffPicture } from './tiff-picture.ts';

/** More than this is not printed: the file would stand in memory as a whole, more than once. */
const largest = 200_000_000;

/** The scans of a record, as its print takes them. */
export interface PrintedScans {
  /** How a content is printed where the PDFs behind have so many pages; nothing where it is no scan. */
  printOf(pages: readonly number[]): (content: Attachment) => ScanInPrint | undefined;
  picture(sha256: string, page: number | undefined): Uint8Array | undefined;
  /** The PDFs whose pages follow behind, in the order of the record. */
  readonly behind: Pick<PdfsBehind, 'contents' | 'pages'>;
  readonly issues: readonly Issue[];
}

const pictured = /^image\/(jpeg|png|tiff)$/;

/** Prints what the documents of a record hold: `place` is where the record is from, and told of what does not lie there. */
export async function openScanPrinter(): Promise<
  (record: PatientRecord, all: readonly Embedded[], place: string) => PrintedScans
> {
  const utif = (await import('utif2')).default;
  return (record, all, place) => {
    const contents = record.statements.note
      .flatMap((note) => note.contents ?? [])
      .filter(({ sha256 }) => sha256 !== undefined);
    const named = new Set(contents.map(({ sha256 }) => sha256));
    const scans = new Map(all.filter(({ sha256 }) => named.has(sha256)).map((one) => [one.sha256, one]));
    const size = [...scans.values()].reduce((sum, one) => sum + one.size, 0);
    const isTooLarge = size > largest;
    const wayOfOne = ({ sha256 = '' }: Attachment) => (isTooLarge ? 'left-out' : wayOf(scans.get(sha256)));
    const names = contents.filter((one) => wayOfOne(one) === 'behind').map(({ sha256 = '' }) => sha256);
    const behind = [...new Set(names)].flatMap((sha256) => scans.get(sha256) ?? []);
    return {
      printOf: (pages) => (content) => {
        if (content.sha256 === undefined) return undefined;
        const way = wayOfOne(content);
        return way === 'behind' ? placeOf(content.sha256, behind, pages) : way;
      },
      picture(sha256, page) {
        const scan = scans.get(sha256);
        const bytes = scan && wholeOf(scan);
        return bytes && scan.mediaType === 'image/tiff' ? tiffPicture(utif, bytes, page ?? 0) : bytes;
      },
      behind: { contents: behind, pages: behind.map(({ pages = 1 }) => pages) },
      issues: contents
        .filter((one) => wayOfOne(one) === 'left-out')
        .map(({ sha256 = '' }) =>
          scans.has(sha256)
            ? notPrinted(scans.get(sha256))
            : { code: 'scan-not-beside', place: { file: place } },
        ),
    };
  };
}

function wayOf(scan: Embedded | undefined): { readonly pictures: number } | 'behind' | 'left-out' {
  const { mediaType = '', pages = 1, isFaulty } = scan ?? {};
  if (mediaType === 'application/pdf') return isFaulty ? 'left-out' : 'behind';
  return pictured.test(mediaType) ? { pictures: pages } : 'left-out';
}

/** Where the pages of a PDF stand behind the chart's own. */
function placeOf(sha256: string, behind: readonly Embedded[], counts: readonly number[]): ScanInPrint {
  const at = behind.findIndex((one) => one.sha256 === sha256);
  const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
  const pages = counts[at] ?? 0;
  return pages > 0 ? { behind: before + 1, pages } : 'left-out';
}

const wholeOf = ({ parts }: Embedded): Uint8Array => Buffer.concat([...parts()]);

const notPrinted = (scan: Embedded | undefined): Issue => ({
  code: 'scan-not-printed',
  place: { file: scan?.file ?? 'record' },
});

/** Puts the pages of scanned PDFs behind those of the printed charts. */
export async function withScansBehind(converted: ConvertedGroup): Promise<ConvertedGroup> {
  const { rendered } = converted;
  if (!rendered?.files.some(({ behind }) => behind)) return converted;
  const issues: Issue[] = [];
  const files: RenderedFile[] = [];
  for (const file of rendered.files) files.push(await appended(file, issues));
  return { ...converted, rendered: { ...rendered, files }, issues: [...converted.issues, ...issues] };
}

async function appended({ behind, ...file }: RenderedFile, issues: Issue[]): Promise<RenderedFile> {
  if (!behind || typeof file.text === 'string') return file;
  const { appendPdfs } = await import('./append-pdfs.ts');
  const scans = behind.contents.map((one) => () => wholeOf(one));
  const first = await appendPdfs(file.text, scans);
  // What a look cannot tell, as of a page that is broken, shows only now: the chart counts its pages again.
  const isAsCounted = first.given.every((count, at) => count === behind.pages[at]);
  const { bytes, pages } = isAsCounted ? first : await appendPdfs(behind.again(first.given), scans);
  issues.push(...behind.contents.filter((_, at) => first.given[at] === 0).map(notPrinted));
  issues.push({ code: 'pdf-not-archival', place: { file: 'record' } });
  return { file: file.file, text: bytes, count: pages };
}
