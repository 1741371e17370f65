import type { PrintDocument, Text } from './blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Fonts, Weight } from './fonts.ts';
import { piecesOf } from './pieces.ts';
import { baseline, hairline, lineHeight, margin, sizes } from './style.ts';
import { type Line, wrap } from './wrap.ts';

/** A paragraph as lines of one size. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly size: number;
}

/** Where the next block goes; opens pages, each from the second with who it is about. */
export class Flow {
  readonly canvas: Canvas;
  readonly fonts: Fonts;
  readonly scale: number;
  left = margin;
  width = 0;
  y = 0;
  /** Pages of headings that other places name, counted from one. */
  readonly places = new Map<string, number>();
  readonly #late: (() => void)[] = [];
  readonly #document: PrintDocument;
  readonly #running: readonly Lines[];

  constructor(canvas: Canvas, fonts: Fonts, document: PrintDocument) {
    this.canvas = canvas;
    this.fonts = fonts;
    this.scale = document.scale;
    this.#document = document;
    this.#open();
    this.width = this.canvas.pdf.page.width - 2 * margin;
    const { name, alert } = document.running;
    this.#running = [name, alert].map((text) => this.lines(text, sizes.running));
  }

  /** The lowest place on a page. */
  get bottom(): number {
    return this.canvas.pdf.page.height - margin - sizes.running * lineHeight * this.scale;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  /** A text as lines of this width, or of another. */
  lines(
    text: Text,
    size: number,
    { width = this.width, weight }: { width?: number; weight?: Weight } = {},
  ): Lines {
    const scaled = size * this.scale;
    return { lines: wrap(piecesOf(text, this.fonts, weight), width / scaled), size: scaled };
  }

  /** Goes to a new page where less than this is left. */
  ensure(height: number): void {
    if (this.room < height) this.newPage();
  }

  newPage(): void {
    this.#open();
    this.canvas.artifact(() => this.#runningHead(), 'Pagination');
  }

  /** Draws one line at a place; a paragraph that is read from the right (`reading`) stands there. */
  draw(
    line: Line,
    size: number,
    { x = this.left, width = this.width, right = false, reading = false } = {},
  ): void {
    const left = right || (reading && line.fromRight) ? x + width - line.width * size : x;
    this.canvas.line(line, { x: left, y: this.y + size * baseline, size });
  }

  /** The page that is drawn on, counted from one. */
  get page(): number {
    return this.canvas.pdf.bufferedPageRange().count;
  }

  /** The page of a place, once all are there. */
  pageOf(place: string | number): number | undefined {
    return typeof place === 'number' ? this.page + place : this.places.get(place);
  }

  /** Draws something in this place when all pages are there. */
  later(draw: () => void): void {
    const [page, { y, left, width }] = [this.page, this];
    this.#late.push(() => {
      this.canvas.pdf.switchToPage(page - 1);
      Object.assign(this, { y, left, width });
      draw();
    });
  }

  /** Draws what waited for the other pages. */
  settle(): void {
    for (const draw of this.#late) draw();
  }

  #open(): void {
    this.canvas.pdf.addPage();
    this.y = margin;
  }

  #runningHead(): void {
    const { left, width } = this;
    this.left = margin;
    this.width = this.canvas.pdf.page.width - 2 * margin;
    for (const { lines, size } of this.#running) {
      for (const line of lines.slice(0, 2)) {
        this.draw(line, size);
        this.y += size * lineHeight;
      }
    }
    this.y += 3;
    this.canvas.rule([margin, this.y], [margin + this.width, this.y], hairline);
    this.y += 8;
    [this.left, this.width] = [left, width];
  }

  /** Puts the footer on all pages; now it is known how many there are. */
  close(): void {
    const { count } = this.canvas.pdf.bufferedPageRange();
    const pages = count + (this.#document.pagesBehind ?? 0);
    [this.left, this.width] = [margin, this.canvas.pdf.page.width - 2 * margin];
    for (let page = 0; page < count; page++) {
      this.canvas.pdf.switchToPage(page);
      this.canvas.artifact(() => this.#footer(page + 1, pages), 'Pagination');
    }
  }

  #footer(page: number, pages: number): void {
    const { footer, pageWords } = this.#document;
    const number = pageWords.replace('{page}', String(page)).replace('{pages}', String(pages));
    const size = sizes.running * this.scale;
    const end = this.lines([{ text: number, tone: 'quiet' }], sizes.running).lines[0];
    const room = this.width - (end?.width ?? 0) * size - 12;
    const start = this.lines([{ text: footer, tone: 'quiet' }], sizes.running, { width: room }).lines[0];
    this.y = this.canvas.pdf.page.height - margin - size * 0.3;
    if (start) this.draw(start, size);
    if (end) this.draw(end, size, { right: true });
  }
}
