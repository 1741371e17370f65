import type { XmlElement } from '../../xml/element.ts';
import { blockRenderers } from './block.ts';
import { inlineRenderers, unknown } from './inline.ts';
import { type MediaLookup, type NarrativeOptions, Rendering } from './rendering.ts';

const renderers = { inline: inlineRenderers, block: blockRenderers, other: unknown };
const start = '<div xmlns="http://www.w3.org/1999/xhtml"';

/** The narrative of a section as XHTML, a complete `div` as FHIR wants it; undefined where it shows nothing. */
export function renderNarrative(
  text: XmlElement,
  media: MediaLookup,
  options: NarrativeOptions = {},
): string | undefined {
  const body = (out: Rendering) => `${start}${out.attributes(text, 'div')}>${out.children(text)}</div>`;
  return renderWith(body, media, options);
}

/** What the writer gives, in a div; undefined where it shows nothing. */
export function renderInDiv(
  write: (out: Rendering) => string,
  media: MediaLookup,
  options: NarrativeOptions,
): string | undefined {
  return renderWith((out) => `${start}>${write(out)}</div>`, media, options);
}

const noLinks: ReadonlySet<string> = new Set();

// A link may point forward, so that only the end shows which ones lead nowhere: then all is written once more.
function renderWith(
  write: (out: Rendering) => string,
  media: MediaLookup,
  options: NarrativeOptions,
): string | undefined {
  const out = new Rendering(renderers, media, options, noLinks);
  const xhtml = write(out);
  if (!out.visible) return undefined;
  if (out.links.size === 0) return xhtml;
  // Asked of the text, as an element with an id may have been left out for being empty.
  const deadLinks = new Set([...out.links].filter((id) => !xhtml.includes(` id="${id}"`)));
  return deadLinks.size === 0 ? xhtml : write(new Rendering(renderers, media, options, deadLinks));
}
