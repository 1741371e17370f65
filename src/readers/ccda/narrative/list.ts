import type { XmlElement } from '../../xml/element.ts';
import { localName } from './local-name.ts';
import { isBlank, type Rendering } from './rendering.ts';

const ordered = /^(arabic|littleroman|bigroman|littlealpha|bigalpha)$/i;

function listTag(element: XmlElement): 'ol' | 'ul' {
  if (element.name.endsWith('ol') || element.attributes.listType === 'ordered') return 'ol';
  if (element.attributes.listType !== undefined) return 'ul';
  return (element.attributes.styleCode ?? '').split(/\s+/).some((code) => ordered.test(code)) ? 'ol' : 'ul';
}

function isItem(child: XmlElement | string): child is XmlElement {
  if (typeof child === 'string') return false;
  const name = localName(child);
  return name === 'item' || name === 'li';
}

/** A list. XHTML knows only items in it: what stands before the first goes before the list, the rest into items. */
export function list(element: XmlElement, out: Rendering): string {
  const tag = listTag(element);
  const attributes = out.attributes(element, tag);
  const first = element.children.findIndex(isItem);
  const start = first < 0 ? element.children.length : first;
  const before = loose(element.children.slice(0, start), out);
  const heading = before === '' ? '' : `<div>${before}</div>`;
  const items = itemsOf(element.children.slice(start), out);
  return items === '' ? heading : `${heading}<${tag}${attributes}>${items}</${tag}>`;
}

function itemsOf(children: readonly (XmlElement | string)[], out: Rendering): string {
  let items = '';
  let stray: (XmlElement | string)[] = [];
  const takeStray = () => {
    const xhtml = loose(stray, out);
    stray = [];
    return xhtml === '' ? '' : `<li>${xhtml}</li>`;
  };
  for (const child of children) {
    if (!isItem(child)) stray.push(child);
    else items += takeStray() + item(child, out);
  }
  return items + takeStray();
}

// Layout between the items goes; between words it counts.
function loose(children: readonly (XmlElement | string)[], out: Rendering): string {
  if (children.every((child) => typeof child === 'string' && isBlank(child))) return '';
  const xhtml = children.map((child) => out.node(child)).join('');
  return isBlank(xhtml) ? '' : xhtml;
}

/** One item of a list. */
export function item(element: XmlElement, out: Rendering): string {
  return `<li${out.attributes(element, 'li')}>${out.children(element)}</li>`;
}

/** One item alone, with the captions of its list; without a number, which would be a wrong one. */
export function itemAlone(element: XmlElement, out: Rendering): string {
  const captions = element.parent?.elements().filter((sibling) => localName(sibling) === 'caption') ?? [];
  const before = captions.map((caption) => out.element(caption)).join('');
  return `${before}<ul>${item(element, out)}</ul>`;
}
