import type { XmlElement } from '../../xml/element.ts';
import { escapeAttribute } from './escape.ts';
import { idOf, type Rendering } from './rendering.ts';

/** A link; only to the web, to mail and telephone, or within the narrative. Other links keep their text alone. */
export function linkHtml(element: XmlElement, out: Rendering): string {
  const href = out.inLink ? undefined : safeHref(element.attributes.href, out);
  const name = idOf(element) === undefined ? element.attributes.name?.trim() : undefined;
  const anchor = name ? out.id(name) : '';
  if (href === undefined) {
    const xhtml = out.wrapped(element, 'span');
    return anchor === '' ? xhtml : `<span${anchor}></span>${xhtml}`;
  }
  const title = element.attributes.title;
  const attributes = out.attributes(element, 'a') + (title ? ` title="${escapeAttribute(title)}"` : '');
  out.inLink = true;
  const inner = out.phrase(element) || out.added(href);
  out.inLink = false;
  return `<a${anchor}${attributes} href="${escapeAttribute(href)}">${inner}</a>`;
}

function safeHref(source: string | undefined, out: Rendering): string | undefined {
  // Browsers skip white space and controls inside a scheme, and so does whoever wants to hide one.
  const href = [...(source ?? '')].filter((character) => character > ' ').join('');
  if (/^(https?:\/\/|mailto:|tel:)./i.test(href)) return href;
  if (!/^#./.test(href)) return undefined;
  const target = out.target(href.slice(1));
  out.links.add(target);
  return out.deadLinks.has(target) ? undefined : `#${target}`;
}
