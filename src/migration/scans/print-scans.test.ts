import { describe, expect, it } from 'vitest';
import { pdf } from '../../../test/scans/pages.ts';
import type { ConvertedGroup } from '../convert-group.ts';
import { withScansBehind } from './print-scans.ts';

const content = (bytes: Uint8Array) => ({
  sha256: '0'.repeat(64),
  sha1: '',
  size: bytes.length,
  mediaType: 'application/pdf',
  file: 'scan.pdf',
  parts: () => [bytes],
});

/** A chart of one page, with PDFs behind it that are taken to have so many pages each; `asked` is what it was drawn for again. */
async function behind(scans: readonly Uint8Array[], pages: readonly number[]) {
  const asked: (readonly number[])[] = [];
  const again = (given: readonly number[]) => {
    asked.push(given);
    return pdf(2);
  };
  const file = {
    file: 'pdf/a.pdf',
    text: pdf(1),
    count: 1,
    behind: { contents: scans.map(content), pages, again },
  };
  const group = { rendered: { files: [file] }, issues: [] } as unknown as ConvertedGroup;
  const { rendered, issues } = await withScansBehind(group);
  return { asked, count: rendered?.files[0]?.count, codes: issues.map(({ code }) => code) };
}

describe('withScansBehind', () => {
  it('leaves a chart that counted them rightly as it is', async () => {
    const told = await behind([pdf(3), pdf(2)], [3, 2]);
    expect(told).toEqual({ asked: [], count: 6, codes: ['pdf-not-archival'] });
  });

  it('prints a chart again that counted pages which are not there', async () => {
    const told = await behind([pdf(3), Buffer.from('%PDF-1.4'), pdf(1)], [1, 1, 1]);
    expect(told.asked).toEqual([[3, 0, 1]]);
    expect(told.count).toBe(6);
    expect(told.codes).toEqual(['scan-not-printed', 'pdf-not-archival']);
  });
});
