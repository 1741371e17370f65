import type { Picture } from './blocks.ts';
import type { Flow } from './flow.ts';
import type { Element } from './pdfkit.ts';
import { plainPng } from './png.ts';

/** A picture as wide as the page at most; false where its bytes cannot be drawn. */
export function drawPicture(
  flow: Flow,
  { words, fills }: Picture,
  { parent, bytes: given }: { parent: Element; bytes: Uint8Array },
): boolean {
  const bytes = plainPng(given);
  if (!bytes) return false;
  let size: { readonly width: number; readonly height: number };
  try {
    size = flow.canvas.pdf.openImage(bytes);
  } catch {
    return false;
  }
  if (fills === 'page') flow.newPage();
  // A page that was scanned fills the page; a picture in a text does not.
  const most = fills ? flow.room - 6 : 420;
  const scale = Math.min(fills ? Number.MAX_VALUE : 1, flow.width / size.width, most / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  flow.ensure(height + 6);
  const bbox = [flow.left, flow.y, flow.left + width, flow.y + height] as const;
  const figure = flow.canvas.element('Figure', parent, { alt: words, bbox });
  flow.canvas.content(figure, 'Figure', () =>
    flow.canvas.pdf.image(bytes, flow.left, flow.y, { width, height }),
  );
  figure.end();
  flow.y += height + 6;
  return true;
}
