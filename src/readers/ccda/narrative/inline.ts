import type { XmlElement } from '../../xml/element.ts';
import { linkHtml } from './link.ts';
import { image, renderMultiMedia } from './media.ts';
import { type ElementRenderer, idOf, type Rendering } from './rendering.ts';

/** A span that looks like this styleCode, a div where it holds blocks. */
function styled(look: string): ElementRenderer {
  return (element, out) => spanOf(element, out, look);
}

function spanOf(element: XmlElement, out: Rendering, look: string): string {
  switch (element.attributes.revised?.toLowerCase()) {
    case 'delete':
      return deleted(element, out);
    case 'insert':
      return out.wrapped(element, 'span', `${look} revised-insert underline`);
    default:
      return out.wrapped(element, 'span', look);
  }
}

/**
 * Deleted text. FHIR does not allow `del`, and a line through the words is lost with the styles: so the words are
 * marked in words too.
 */
function deleted(element: XmlElement, out: Rendering): string {
  if (element.children.length === 0) return out.wrapped(element, 'span');
  const inner = out.wrapped(element, 'span', 'revised-delete linethrough');
  return out.added('[deleted: ') + inner + out.added(']');
}

function lineBreak(element: XmlElement, out: Rendering): string {
  const inner = out.misplaced(element);
  return `<br${out.attributes(element, 'br')}/>${inner}`;
}

function phraseIn(tag: 'sub' | 'sup'): ElementRenderer {
  return (element, out) => `<${tag}${out.attributes(element, tag)}>${out.phrase(element)}</${tag}>`;
}

/** A footnote stays where it is noted, in brackets and with its number: a list at the end would part it from its text. */
function footnote(element: XmlElement, out: Rendering): string {
  const number = footnoteNumber(idOf(element), out);
  const inner = out.wrapped(element, 'span', 'footnote');
  return out.added(` [${number}: `) + inner + out.added(']');
}

function footnoteRef(element: XmlElement, out: Rendering): string {
  const id = element.attributes.IDREF?.trim();
  const inner = out.misplaced(element);
  const number = footnoteNumber(id, out);
  const target = out.target(id ?? '');
  out.links.add(target);
  if (!id || out.inLink || out.deadLinks.has(target)) return out.added(`[${number}]`) + inner;
  return `<a class="added" href="#${target}">[${number}]</a>${inner}`;
}

function footnoteNumber(id: string | undefined, out: Rendering): number {
  const key = id ?? `\u0000${out.footnotes.size}`;
  const number = out.footnotes.get(key) ?? out.footnotes.size + 1;
  out.footnotes.set(key, number);
  return number;
}

/** Anything unknown keeps its text. */
export function unknown(element: XmlElement, out: Rendering): string {
  return out.wrapped(element, 'span');
}

/** What stands in a line of text: CDA's own elements and the HTML that leaks in. */
export const inlineRenderers: ReadonlyMap<string, ElementRenderer> = new Map<string, ElementRenderer>([
  ['content', styled('')],
  ['span', styled('')],
  ['b', styled('Bold')],
  ['strong', styled('Bold')],
  ['i', styled('Italics')],
  ['em', styled('Italics')],
  ['u', styled('Underline')],
  ['ins', styled('revised-insert underline')],
  ['del', deleted],
  ['s', deleted],
  ['strike', deleted],
  ['br', lineBreak],
  ['sub', phraseIn('sub')],
  ['sup', phraseIn('sup')],
  ['linkHtml', linkHtml],
  ['a', linkHtml],
  ['footnote', footnote],
  ['footnoteRef', footnoteRef],
  ['renderMultiMedia', renderMultiMedia],
  ['img', image],
]);
