import type { Block, PrintDocument } from './blocks.ts';
import { Canvas } from './canvas.ts';
import { drawCharts } from './draw-charts.ts';
import { drawPicture } from './draw-picture.ts';
import { drawTable, roomFor } from './draw-table.ts';
import {
  type DrawBlocks,
  drawHeading,
  drawList,
  drawPageReference,
  drawParagraph,
  drawPreformatted,
} from './draw-text.ts';
import { Flow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { openPdf } from './open-pdf.ts';
import type { Element, Outline } from './pdfkit.ts';

/** A file inside the PDF. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** What it is to the document, in the words of PDF/A-3. */
  readonly relationship: 'Source' | 'Alternative' | 'Supplement';
}

/** What a document is drawn with. */
export interface RenderOptions {
  readonly fonts: Fonts;
  readonly attachments?: readonly Attached[] | undefined;
  /** The bytes of a picture, where they are at hand. */
  picture?(sha256: string, page?: number): Uint8Array | undefined;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Letters that no font has, drawn as a box. */
  readonly substitutes: number;
}

/** Draws a document; the same document gives the same bytes. */
export function renderPdf(document: PrintDocument, options: RenderOptions): RenderedPdf {
  const { fonts, attachments = [] } = options;
  const pdf = openPdf(document, attachments.length > 0);
  const canvas = new Canvas(pdf, fonts);
  const flow = new Flow(canvas, fonts, document);
  const root = canvas.element('Document', undefined);
  drawerOf(options)(flow, document.blocks, root);
  flow.settle();
  root.end();
  flow.close();
  const pages = pdf.bufferedPageRange().count;
  const created = new Date(document.created);
  for (const { bytes, name, mediaType, description, relationship } of attachments) {
    const dates = { creationDate: created, modifiedDate: created };
    pdf.file(bytes, { name, type: mediaType, description, relationship, ...dates });
  }
  pdf.end();
  const bytes = pdf.read();
  if (!bytes) throw new RangeError('a document that ended has bytes');
  return { bytes, pages, substitutes: canvas.substitutes };
}

/** What draws blocks one under the other; headings of the second level go into the outline, those below under them. */
function drawerOf({ picture }: RenderOptions): DrawBlocks {
  let section: Outline | undefined;
  const outlined = (flow: Flow, block: Extract<Block, { block: 'heading' }>) => {
    const { pdf } = flow.canvas;
    const pageNumber = pdf.bufferedPageRange().count - 1;
    const under = block.level === 3 ? section : undefined;
    const item = (under ?? pdf.outline).addItem(block.text.toWellFormed(), { pageNumber });
    if (block.level < 3) section = block.level === 2 ? item : undefined;
  };
  const drawBlocks: DrawBlocks = (flow, blocks, parent) => {
    for (const [index, block] of blocks.entries()) {
      const room = block.block === 'heading' ? roomOfNext(flow, blocks.slice(index + 1, index + 4)) : 0;
      drawBlock(flow, block, { parent, drawBlocks, picture, room });
      if (block.block === 'heading') outlined(flow, block);
    }
  };
  return drawBlocks;
}

/** What a heading needs below it: the start of what it heads. */
function roomOfNext(flow: Flow, next: readonly Block[]): number {
  const [first, ...others] = next;
  if (first?.block === 'table') return roomFor(flow, first);
  if (first?.block === 'charts') return 110;
  return first?.block === 'heading' || first?.block === 'paragraph' ? 24 + roomOfNext(flow, others) : 30;
}

interface Inside {
  readonly room: number;
  readonly parent: Element;
  readonly drawBlocks: DrawBlocks;
  readonly picture: RenderOptions['picture'] | undefined;
}

function bytesOf(
  { data, sha256, page }: Extract<Block, { block: 'picture' }>,
  picture: Inside['picture'],
): Uint8Array | undefined {
  if (data !== undefined) return Buffer.from(data, 'base64');
  return sha256 === undefined ? undefined : picture?.(sha256, page);
}

function drawBlock(flow: Flow, block: Block, inside: Inside): void {
  const { parent, drawBlocks } = inside;
  switch (block.block) {
    case 'heading':
      drawHeading(flow, block, inside);
      break;
    case 'paragraph':
      drawParagraph(flow, block, parent);
      break;
    case 'page-reference':
      drawPageReference(flow, block, parent);
      break;
    case 'preformatted':
      drawPreformatted(flow, block, parent);
      break;
    case 'list':
      drawList(flow, block, { parent, drawBlocks });
      break;
    case 'table':
      drawTable(flow, block, parent);
      break;
    case 'charts':
      drawCharts(flow, block, parent);
      break;
    case 'picture':
      drawPictureOrWords(flow, block, inside);
  }
}

function drawPictureOrWords(
  flow: Flow,
  block: Extract<Block, { block: 'picture' }>,
  { parent, picture }: Inside,
): void {
  const bytes = bytesOf(block, picture);
  if (bytes && drawPicture(flow, block, { parent, bytes })) return;
  drawParagraph(flow, { block: 'paragraph', text: block.words }, parent);
}
