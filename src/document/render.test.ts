import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Block, openFonts, type PrintDocument, renderPdf } from './index.ts';

const file = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
const sans = file('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const other = file('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const fonts = openFonts({ regular: [sans, other], bold: [sans, other], fixed: [other] });

const documentOf = (blocks: readonly Block[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  title: 'A & B <c>',
  language: 'en',
  paper: 'letter',
  scale: 1,
  created: '2026-01-01T00:00:00Z',
  producer: 'Chartlift',
  running: { name: 'Ann', alert: 'Latex' },
  footer: 'one document',
  pageWords: 'Page {page} of {pages}',
  blocks: [{ block: 'heading', level: 1, text: 'Top' }, ...blocks],
  ...more,
});

/** The file's objects as text, its page streams inflated. */
function insideOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}

/** A PNG of one red point, in base64. */
function redDot(): string {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  // One by one, eight bits a channel, red, green and blue.
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const points = deflateSync(Buffer.from([0, 255, 0, 0]));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk('IHDR', header), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]).toString('base64');
}

const draw = (blocks: readonly Block[], more?: Partial<PrintDocument>) =>
  renderPdf(documentOf(blocks, more), { fonts });

const rows = (count: number) => Array.from({ length: count }, (_, at) => [{ text: [`row ${at}`] }]);

describe('renderPdf', () => {
  it('says that it is PDF/A-2a and PDF/UA-1, with metadata that is well-formed', () => {
    const text = insideOf(draw([]).bytes);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('A + B  c ');
    expect(text).toContain('D:20260101000000Z');
  });

  it('is PDF/A-3a with an attachment', () => {
    const attachments = [
      {
        name: 'a.xml',
        bytes: new Uint8Array([60]),
        mediaType: 'text/xml',
        description: 'x',
        relationship: 'Source' as const,
      },
    ];
    const text = insideOf(renderPdf(documentOf([]), { fonts, attachments }).bytes);
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('/AFRelationship /Source');
  });

  it('gives the same bytes for the same document', () => {
    const [one, again] = [draw([]), draw([])];
    expect(Buffer.compare(one.bytes, again.bytes)).toBe(0);
  });

  it('gives the same bytes whatever was drawn before with the same fonts', () => {
    const freshFonts = () => openFonts({ regular: [sans, other], bold: [sans, other], fixed: [other] });
    const own = documentOf([{ block: 'paragraph', text: 'A \u03bcg x-y' }]);
    const used = freshFonts();
    // The micro sign has the glyph of mu; the A is a part of the letter with a dot below.
    renderPdf(documentOf([{ block: 'paragraph', text: '\u1ea0 \u00b5g x\u2010y' }]), { fonts: used });
    const [one, again] = [used, freshFonts()].map((fonts) => renderPdf(own, { fonts }).bytes);
    expect(Buffer.compare(one ?? Buffer.of(), again ?? Buffer.of())).toBe(0);
  });

  it('gives a space and a hyphen to who copies them, where others look the same', () => {
    const text = insideOf(draw([{ block: 'paragraph', text: '5\u00a0mg\u20111' }]).bytes);
    expect(text).toMatch(/<0035>.*<0020>/);
    expect(text).not.toContain('<00a0>');
    expect(text).not.toContain('<2011>');
  });

  it('opens pages as a table needs them, its header a column header once', () => {
    const table: Block = { block: 'table', columns: [{ title: 'Name', share: 1 }], rows: rows(120) };
    const { bytes, pages } = draw([table]);
    expect(pages).toBeGreaterThan(2);
    const text = insideOf(bytes);
    expect(text.match(/\/S \/TH\b/g)).toHaveLength(1);
    expect(text.match(/\/S \/TD\b/g)).toHaveLength(120);
    expect(text).toContain('/Scope /Column');
  });

  it('goes on with a row that is longer than a page', () => {
    const long = Array.from({ length: 200 }, (_, at) => `line ${at}`).join('\n');
    const table: Block = { block: 'table', columns: [{ title: '', share: 1 }], rows: [[{ text: [long] }]] };
    expect(draw([table]).pages).toBeGreaterThan(3);
  });

  it('counts letters that no font has, and keeps what they say', () => {
    const { bytes, substitutes } = draw([{ block: 'paragraph', text: 'a\u6f22b' }]);
    expect(substitutes).toBe(1);
    // UTF-16 with its mark, as PDF writes what is not ASCII.
    expect(insideOf(bytes)).toContain('/ActualText (\xfe\xffo"');
  });

  it('draws Greek, Vietnamese, Arabic, Hebrew and a decomposed accent with letters', () => {
    const text =
      '\u0395\u03bb\u03bb\u03ac\u03b4\u03b1 Nguy\u1ec5n \u0645\u062d\u0645\u062f \u05e9\u05dc\u05d5\u05dd e\u0301';
    expect(draw([{ block: 'paragraph', text }]).substitutes).toBe(0);
  });

  it('takes from a further font what the first ones do not have', () => {
    const text = 'a \u0645';
    const alone = openFonts({ regular: [sans], bold: [sans], fixed: [sans] });
    const blocks: Block[] = [{ block: 'paragraph', text }];
    expect(renderPdf(documentOf(blocks), { fonts: alone }).substitutes).toBe(1);
    expect(renderPdf(documentOf(blocks), { fonts }).substitutes).toBe(0);
  });

  it('gives figures words and a box', () => {
    const trend = {
      points: [
        [0, 1],
        [1, 2],
        [2, 3],
      ] as [number, number][],
      words: 'three values',
    };
    const columns = [{ title: 'x', share: 1 }];
    const text = insideOf(draw([{ block: 'table', columns, rows: [[{ text: ['v'], trend }]] }]).bytes);
    expect(text).toContain('/Alt (three values)');
    expect(text).toContain('/BBox');
  });

  it('says in words what a picture would show that cannot be drawn', () => {
    const { bytes } = draw([{ block: 'picture', data: 'AAAA', words: 'a scan' }]);
    expect(insideOf(bytes)).not.toContain('/S /Figure');
  });

  it('draws a picture as a figure with its words', () => {
    const text = insideOf(draw([{ block: 'picture', data: redDot(), words: 'a red dot' }]).bytes);
    expect(text).toContain('/Alt (a red dot)');
    expect(text).toContain('/Subtype /Image');
  });

  it('takes larger letters and other paper', () => {
    const blocks: Block[] = [{ block: 'table', columns: [{ title: 'x', share: 1 }], rows: rows(900) }];
    const large = draw(blocks, { scale: 1.26, paper: 'a4' });
    expect(large.pages).toBeGreaterThan(draw(blocks).pages);
    expect(insideOf(large.bytes)).toContain('/MediaBox [0 0 595.28 841.89]');
  });
});
