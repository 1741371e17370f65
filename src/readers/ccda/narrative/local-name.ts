import type { XmlElement } from '../../xml/element.ts';

/** The element's name without a prefix: leaked HTML comes with one. */
export function localName(element: XmlElement): string {
  const name = element.name;
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
