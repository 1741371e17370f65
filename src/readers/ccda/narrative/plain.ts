import type { XmlElement } from '../../xml/element.ts';
import { localName } from './local-name.ts';

const plain = new Set(['text', 'content', 'paragraph', 'br']);

/** Whether plain text says all that a piece of narrative says: words in lines, without tables, lists, links or looks. */
export const isPlain = (element: XmlElement): boolean =>
  plain.has(localName(element)) &&
  element.attributes['styleCode'] === undefined &&
  element.elements().every(isPlain);
