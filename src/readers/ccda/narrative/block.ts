import type { XmlElement } from '../../xml/element.ts';
import { list } from './list.ts';
import type { ElementRenderer, Rendering } from './rendering.ts';
import { table, tableAround } from './table.ts';

/** A caption outside of a table; XHTML knows none there. */
function caption(element: XmlElement, out: Rendering): string {
  return out.wrapped(element, 'p', 'caption Bold');
}

function blockOf(tag: string): ElementRenderer {
  return (element, out) => out.wrapped(element, tag);
}

function division(element: XmlElement, out: Rendering): string {
  return `<div${out.attributes(element, 'div')}>${out.children(element)}</div>`;
}

function rule(element: XmlElement, out: Rendering): string {
  return `<hr${out.attributes(element, 'hr')}/>${out.misplaced(element)}`;
}

const paragraphs = ['paragraph', 'p', 'title', 'address', 'dt'];
const divisions = ['text', 'div', 'section', 'dl', 'dd', 'item', 'li', 'pre', 'center', 'blockquote'];

/** What stands on lines of its own: CDA's own elements and the HTML that leaks in. */
export const blockRenderers: ReadonlyMap<string, ElementRenderer> = new Map<string, ElementRenderer>([
  ...paragraphs.map((name) => [name, blockOf('p')] as const),
  ...divisions.map((name) => [name, division] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, blockOf(name)] as const),
  ['caption', caption],
  ['hr', rule],
  ['list', list],
  ['ul', list],
  ['ol', list],
  ['table', table],
  ...['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup'].map(
    (name) => [name, tableAround] as const,
  ),
]);
