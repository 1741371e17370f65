import type { Heading, List, PageReference, Paragraph, Preformatted } from './blocks.ts';
import type { Flow, Lines } from './flow.ts';
import type { Element } from './pdfkit.ts';
import { drawable, spansOf } from './pieces.ts';
import { lineHeight, rule, sizes } from './style.ts';

/** What draws a block: a list and a cell hold blocks of their own. */
export type DrawBlocks = (flow: Flow, blocks: List['items'][number], parent: Element) => void;

/** Draws lines as the content of one element, over as many pages as they take. */
export function drawLines(flow: Flow, { lines, size }: Lines, { element, tag, reading }: Tagged): void {
  const height = size * lineHeight;
  for (let at = 0; at < lines.length; ) {
    flow.ensure(height);
    const count = Math.max(1, Math.min(lines.length - at, Math.floor(flow.room / height)));
    flow.canvas.content(element, tag, () => {
      for (const line of lines.slice(at, at + count)) {
        flow.draw(line, size, { reading: reading ?? true });
        flow.y += height;
      }
    });
    at += count;
  }
}

export interface Tagged {
  readonly element: Element;
  readonly tag: string;
  /** False where all lines stand on the left, whatever they say. */
  readonly reading?: boolean;
}

interface Under {
  readonly parent: Element;
  /** What the start of the next block needs. */
  readonly room: number;
}

/** A heading; it stands on the page of what follows it, and in the outline. */
export function drawHeading(
  flow: Flow,
  { level, text, tone, startsPage, place }: Heading,
  { parent, room }: Under,
): void {
  if (startsPage) flow.newPage();
  const size = level === 1 ? sizes.heading[1] : sizes.heading[level];
  const lines = flow.lines([{ text, tone: tone ?? (level === 3 ? 'term' : 'accent') }], size);
  flow.y += level === 1 ? 0 : (level === 2 ? 11 : 6) * flow.scale;
  flow.ensure(lines.size * lineHeight * lines.lines.length + Math.max(room, 30) * flow.scale);
  if (place !== undefined) flow.places.set(place, flow.page);
  const tag = `H${level}`;
  const element = flow.canvas.element(tag, parent);
  drawLines(flow, lines, { element, tag });
  element.end();
  if (level === 2) {
    flow.y += 1;
    const { left, width, y } = flow;
    flow.canvas.artifact(() => flow.canvas.rule([left, y], [left + width, y], rule, 0.75));
    flow.y += 3;
  }
}

/** A paragraph. */
export function drawParagraph(flow: Flow, { text, size }: Paragraph, parent: Element): void {
  const lines = flow.lines(text, size ? sizes[size] : sizes.body);
  const element = flow.canvas.element('P', parent);
  drawLines(flow, lines, { element, tag: 'P', reading: size !== 'title' });
  element.end();
  flow.y += (size === 'title' ? 0 : 2) * flow.scale;
}

/** A line that names a page; the room that it takes is that of the longest number. */
export function drawPageReference(
  flow: Flow,
  { text, place, pages = 1 }: PageReference,
  parent: Element,
): void {
  const linesFor = (page: number | undefined) => {
    const [first, last] = page === undefined ? ['–', '–'] : [page, page + pages - 1];
    return flow.lines(text.replace('{page}', `${first}`).replace('{last}', `${last}`), sizes.body);
  };
  const { lines, size } = linesFor(1000);
  const height = lines.length * size * lineHeight;
  flow.ensure(height);
  const element = flow.canvas.element('P', parent);
  flow.later(() => {
    drawLines(flow, linesFor(flow.pageOf(place)), { element, tag: 'P' });
    element.end();
  });
  flow.y += height + 2 * flow.scale;
}

/** Text in letters of one width, line by line as it was written; long lines go on below. */
export function drawPreformatted(flow: Flow, { text }: Preformatted, parent: Element): void {
  const element = flow.canvas.element('P', parent);
  for (const line of drawable(text).split('\n')) {
    // Spaces at the start of a line are part of its picture.
    const kept = line.replace(/ /g, '\u00a0').replace(/(?<=\S)\u00a0(?=\S)/g, ' ');
    drawLines(flow, flow.lines(kept, sizes.fixed, { weight: 'fixed' }), { element, tag: 'P' });
  }
  element.end();
  flow.y += 3 * flow.scale;
}

const indent = 13;

/** A list, with its signs or numbers. */
export function drawList(flow: Flow, { items, ordered }: List, { parent, drawBlocks }: Inside): void {
  const list = flow.canvas.element('L', parent);
  const step = indent * flow.scale;
  for (const [index, blocks] of items.entries()) {
    const item = flow.canvas.element('LI', list);
    const label = flow.lines(spansOf(ordered ? `${index + 1}.` : '•'), sizes.body);
    flow.ensure(label.size * lineHeight);
    const labelElement = flow.canvas.element('Lbl', item);
    const [line] = label.lines;
    flow.canvas.content(labelElement, 'Lbl', () => line && flow.draw(line, label.size));
    labelElement.end();
    const body = flow.canvas.element('LBody', item);
    flow.left += step;
    flow.width -= step;
    const { y } = flow;
    drawBlocks(flow, blocks, body);
    if (flow.y === y) flow.y += label.size * lineHeight;
    flow.left -= step;
    flow.width += step;
    body.end();
    item.end();
  }
  list.end();
  flow.y += 2 * flow.scale;
}

export interface Inside {
  readonly parent: Element;
  readonly drawBlocks: DrawBlocks;
}
