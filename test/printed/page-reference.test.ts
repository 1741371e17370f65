import { describe, expect, it } from 'vitest';
import type { Block, PrintDocument } from '../../src/document/index.ts';
import { hasPdftotext, pdfOf, visibleText } from './printed.ts';

const line = (text: string): Block => ({ block: 'paragraph', text });
const documentOf = (blocks: readonly Block[]): PrintDocument => ({
  title: 'Pages',
  language: 'en',
  paper: 'letter',
  scale: 1,
  created: '2026-01-01T00:00:00Z',
  producer: 'Chartlift',
  running: { name: 'Ann', alert: 'Latex' },
  footer: 'one document',
  pageWords: 'Page {page} of {pages}',
  blocks: [{ block: 'heading', level: 1, text: 'Top' }, ...blocks],
});

describe.skipIf(!hasPdftotext)('a line that names a page', () => {
  it('names that of the heading, wherever the line itself stands', () => {
    const filler = Array.from({ length: 200 }, (_, at) => line(`line ${at}`));
    const reference: Block = { block: 'page-reference', text: '6 older: page {page}', place: 'older' };
    const heading: Block = { block: 'heading', level: 2, text: 'Older ones', place: 'older' };
    const { bytes, pages } = pdfOf(
      documentOf([line('before'), reference, line('after'), ...filler, heading, line('end')]),
    );
    const texts = visibleText(bytes).split('\f');
    const page = texts.findIndex((text) => text.includes('Older ones')) + 1;
    expect(page).toBe(pages);
    expect(page).toBeGreaterThan(2);
    expect(texts[0]).toContain(`6 older: page ${page}\n`);
  });
});
