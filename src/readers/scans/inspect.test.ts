import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jpeg, pdf, png, tiff } from '../../../test/scans/pages.ts';
import { inspectScan } from './inspect.ts';

const inspect = (bytes: Uint8Array, name: string) =>
  inspectScan({ size: bytes.length, read: (start, length) => bytes.subarray(start, start + length) }, name);

/** A PDF whose page tree stands in a stream of objects (PDF 32000-1, 7.5.7). */
function packedPdf(): Buffer {
  const objects = deflateSync(
    '1 0 2 33 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [3 0 R] /Count 7 >>',
  );
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n4 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${objects.length} >>\nstream\n`,
    ),
    objects,
    Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF\n'),
  ]);
}

describe('a scanned file', () => {
  it.each([
    ['a.pdf', pdf(3), 'application/pdf', 3],
    ['a.pdf', packedPdf(), 'application/pdf', 7],
    ['a.tiff', tiff(4), 'image/tiff', 4],
    ['a.jpeg', jpeg(), 'image/jpeg', 1],
    ['a.png', png(), 'image/png', 1],
  ])('%s is what its content says, with its pages', (name, bytes, mediaType, pages) =>
    expect(inspect(bytes, name)).toEqual({ mediaType, pages, faults: [] }),
  );

  it('that is empty is nothing', () =>
    expect(inspect(new Uint8Array(), 'a.pdf')).toEqual({ faults: ['empty'] }));

  it.each([
    ['a.pdf', pdf(3)],
    ['a.tif', tiff(2)],
    ['a.jpg', jpeg()],
    ['a.png', png()],
  ])('%s that is cut anywhere behind its head is known as such', (name, whole) => {
    for (let end = 12; end < whole.length - 4; end += 7) {
      expect(inspect(whole.subarray(0, end), name).faults, `at ${end}`).toContain('truncated');
    }
  });

  it('that is encrypted says so', () =>
    expect(inspect(pdf(1, { encrypted: true }), 'a.pdf').faults).toEqual(['encrypted']));

  it('whose chain of pages goes in a circle ends', () => {
    const bytes = tiff(1);
    bytes.writeUInt32LE(8, 8 + 2 + 9 * 12);
    expect(inspect(bytes, 'a.tif').pages).toBe(100_000);
  });

  it('under the name of another kind is misnamed, and its content is believed', () => {
    expect(inspect(png(), 'a.pdf')).toEqual({ mediaType: 'image/png', pages: 1, faults: ['misnamed'] });
    expect(inspect(Buffer.from('a note'), 'a.pdf').faults).toEqual(['misnamed']);
    expect(inspect(Buffer.from('a note'), 'a.txt')).toEqual({ faults: [] });
    expect(inspect(png(), 'SCAN0001')).toMatchObject({ faults: [] });
  });
});
