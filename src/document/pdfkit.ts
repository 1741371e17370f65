import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';

/** What we use of pdfkit, which brings no types; its own drawing of text writes twelve operators a word. */
export interface Pdf {
  page: {
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, unknown>;
  };
  addPage(): void;
  switchToPage(page: number): void;
  bufferedPageRange(): { count: number };
  registerFont(name: string, font: Font): void;
  font(name: string): void;
  readonly _font: PdfFont;
  addContent(operators: string): void;
  struct(tag: string, options?: ElementOptions): Element;
  addStructure(element: Element): void;
  markStructureContent(tag: string): unknown;
  markContent(tag: string, options?: Record<string, unknown>): void;
  endMarkedContent(): void;
  image(bytes: Uint8Array, x: number, y: number, options: { width: number; height: number }): void;
  openImage(bytes: Uint8Array): { readonly width: number; readonly height: number };
  file(bytes: Uint8Array, options: Record<string, unknown>): void;
  appendXML(xml: string): void;
  readonly outline: Outline;
  end(): void;
  read(): Uint8Array | null;
}

export interface PdfFont {
  readonly id: string;
  ref(): unknown;
  encode(text: string, features?: readonly string[]): [string[], Position[]];
}

/** Where a glyph stands, in thousandths of the font size. */
export interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** An element of the tree of what the document says. */
export interface Element {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: unknown): void;
  end(): void;
}

export interface ElementOptions {
  readonly alt?: string;
  readonly lang?: string;
  readonly scope?: 'Column' | 'Row';
  readonly bbox?: readonly [number, number, number, number];
}

export interface Outline {
  addItem(title: string, options?: { pageNumber?: number }): Outline;
}

/** A new document of pdfkit. */
export const newPdf = (options: Record<string, unknown>): Pdf =>
  new PDFDocument(options as PDFKit.PDFDocumentOptions) as unknown as Pdf;
