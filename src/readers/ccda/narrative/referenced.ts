import type { XmlElement } from '../../xml/element.ts';
import { itemAlone } from './list.ts';
import { localName } from './local-name.ts';
import { renderInDiv } from './render.ts';
import type { MediaLookup, NarrativeOptions, Rendering } from './rendering.ts';
import { cellAlone, rowAlone, sectionAlone } from './table-part.ts';

/**
 * The narrative of one entry from the element its reference points at. What says little by itself brings its
 * surroundings: a row its table's header, a cell its column's header, an item its list.
 */
export function renderReferenced(
  target: XmlElement,
  media: MediaLookup,
  options: NarrativeOptions = {},
): string | undefined {
  const write = (out: Rendering) => (isInDeleted(target) ? marked(target, out) : inContext(target, out));
  return renderInDiv(write, media, options);
}

function inContext(target: XmlElement, out: Rendering): string {
  switch (localName(target)) {
    case 'tr':
      return rowAlone(target, out);
    case 'td':
    case 'th':
      return cellAlone(target, out);
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return sectionAlone(target, out);
    case 'item':
    case 'li':
      return itemAlone(target, out);
    default:
      return out.element(target);
  }
}

function isInDeleted(target: XmlElement): boolean {
  for (let above = target.parent; above; above = above.parent) if (isDeleted(above)) return true;
  return false;
}

const isDeleted = ({ attributes }: XmlElement): boolean => attributes.revised?.toLowerCase() === 'delete';

function marked(target: XmlElement, out: Rendering): string {
  return out.added('[deleted: ') + inContext(target, out) + out.added(']');
}
