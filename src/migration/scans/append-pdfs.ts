import { PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/** A printed chart with the pages of scanned PDFs behind its own, as they are; `refused` are those that have none to give. */
export async function appendPdfs(
  chart: Uint8Array,
  scans: readonly (() => Uint8Array)[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly refused: readonly number[] }> {
  const whole = await PDFDocument.load(chart, { updateMetadata: false });
  const refused: number[] = [];
  for (const [at, scan] of scans.entries()) {
    try {
      const source = await PDFDocument.load(scan(), { updateMetadata: false });
      for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
    } catch {
      refused.push(at);
    }
  }
  // It says that the file is PDF/A and PDF/UA, which holds of the chart's own pages alone.
  const claims = whole.catalog.get(PDFName.of('Metadata'));
  if (claims instanceof PDFRef) whole.context.delete(claims);
  whole.catalog.delete(PDFName.of('Metadata'));
  return { bytes: await whole.save({ useObjectStreams: false }), pages: whole.getPageCount(), refused };
}
