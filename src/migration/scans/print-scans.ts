import type { Issue } from '../../issue/index.ts';
import type { Attachment, Embedded, PatientRecord } from '../../record/index.ts';
import type { ScanInPrint } from '../../writers/pdf/index.ts';
import type { ConvertedGroup } from '../convert-group.ts';
import type { RenderedFile } from '../render.ts';
import { tiffPicture } from './tiff-picture.ts';

/** More than this is not printed: the file would stand in memory as a whole, more than once. */
const largest = 200_000_000;

/** The scans of a record, as its print takes them. */
export interface PrintedScans {
  /** How a content is printed; nothing where it is no scan. */
  printOf(content: Attachment): ScanInPrint | undefined;
  picture(sha256: string, page: number | undefined): Uint8Array | undefined;
  /** The PDFs whose pages follow behind, in the order of the record. */
  readonly behind: readonly Embedded[];
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
    const printOf = ({ sha256 }: Attachment): ScanInPrint | undefined => {
      if (sha256 === undefined) return undefined;
      const scan = scans.get(sha256);
      return scan && !isTooLarge ? wayOf(scan) : 'left-out';
    };
    const behind = contents.filter((one) => printOf(one) === 'appended').map(({ sha256 = '' }) => sha256);
    return {
      printOf,
      picture(sha256, page) {
        const scan = scans.get(sha256);
        const bytes = scan && wholeOf(scan);
        return bytes && scan.mediaType === 'image/tiff' ? tiffPicture(utif, bytes, page ?? 0) : bytes;
      },
      behind: [...new Set(behind)].flatMap((sha256) => scans.get(sha256) ?? []),
      issues: contents
        .filter((one) => printOf(one) === 'left-out')
        .map(({ sha256 = '' }) =>
          scans.has(sha256)
            ? notPrinted(scans.get(sha256))
            : { code: 'scan-not-beside', place: { file: place } },
        ),
    };
  };
}

function wayOf({ mediaType = '', pages = 1, isFaulty }: Embedded): ScanInPrint {
  if (mediaType === 'application/pdf') return isFaulty ? 'left-out' : 'appended';
  return pictured.test(mediaType) ? { pictures: pages } : 'left-out';
}

const wholeOf = ({ parts }: Embedded): Uint8Array => Buffer.concat([...parts()]);

const notPrinted = (scan: Embedded | undefined): Issue => ({
  code: 'scan-not-printed',
  place: { file: scan?.file ?? 'record' },
});

/** Puts the pages of scanned PDFs behind those of the printed charts. */
export async function withScansBehind(converted: ConvertedGroup): Promise<ConvertedGroup> {
  const { rendered } = converted;
  if (!rendered?.files.some(({ behind }) => behind?.length)) return converted;
  const { appendPdfs } = await import('./append-pdfs.ts');
  const issues: Issue[] = [];
  const append = async (file: RenderedFile): Promise<RenderedFile> => {
    const { behind = [], text } = file;
    if (behind.length === 0 || typeof text === 'string') return file;
    const { bytes, pages, refused } = await appendPdfs(
      text,
      behind.map((one) => () => wholeOf(one)),
    );
    issues.push(...refused.map((at) => notPrinted(behind[at])));
    issues.push({ code: 'pdf-not-archival', place: { file: 'record' } });
    return { file: file.file, text: bytes, count: pages };
  };
  const files: RenderedFile[] = [];
  for (const file of rendered.files) files.push(await append(file));
  return { ...converted, rendered: { ...rendered, files }, issues: [...converted.issues, ...issues] };
}
