import type { XmlElement } from '../../xml/element.ts';
import type { Rendering } from './rendering.ts';

// SVG is left out: it may carry scripts and links.
const pictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/bmp',
  'image/webp',
]);

/** Embedded media: a picture in place, anything else as a mention; its caption follows. */
export function renderMultiMedia(element: XmlElement, out: Rendering): string {
  let xhtml = '';
  for (const id of (element.attributes.referencedObject ?? '').split(/\s+/)) {
    if (id !== '') xhtml += medium(id, out);
  }
  return xhtml + out.wrapped(element, 'span', 'media');
}

function medium(id: string, out: Rendering): string {
  const found = out.media(id);
  if (!found) return out.added('[media not included]');
  const mediaType = found.mediaType.trim().toLowerCase();
  const base64 = found.base64.replace(/\s+/g, '');
  if (!pictures.has(mediaType) || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    return out.added(`[attachment: ${mediaType || 'of unknown type'}]`);
  }
  out.visible = true;
  return `<img src="data:${mediaType};base64,${base64}" alt="embedded image"/>`;
}

/** An HTML image that leaked in: where it points to is outside of the document, so that its words are what stays. */
export function image(element: XmlElement, out: Rendering): string {
  const alt = element.attributes.alt?.trim();
  return out.added(alt ? `[image: ${alt}]` : '[image not included]') + out.misplaced(element);
}
