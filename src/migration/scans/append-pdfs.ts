import { PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';

/** A printed chart with the pages of scanned PDFs behind its own, as they are; `given` is how many each has to give. */
export async function appendPdfs(
  chart: Uint8Array,
  scans: readonly (() => Uint8Array)[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly given: readonly number[] }> {
  const whole = await PDFDocument.load(chart, { updateMetadata: false });
  const given: number[] = [];
  for (const scan of scans) {
    const pages = await pagesFor(whole, scan);
    for (const page of pages) whole.addPage(page);
    given.push(pages.length);
  }
  // It says that the file is PDF/A and PDF/UA, which holds of the chart's own pages alone.
  const claims = whole.catalog.get(PDFName.of('Metadata'));
  if (claims instanceof PDFRef) whole.context.delete(claims);
  whole.catalog.delete(PDFName.of('Metadata'));
  return { bytes: await whole.save({ useObjectStreams: false }), pages: whole.getPageCount(), given };
}

async function pagesFor(whole: PDFDocument, scan: () => Uint8Array): Promise<readonly PDFPage[]> {
  try {
    const source = await PDFDocument.load(scan(), { updateMetadata: false });
    return await whole.copyPages(source, source.getPageIndices());
  } catch {
    return [];
  }
}
