import type { XmlElement } from '../../xml/element.ts';
import { idOf } from './rendering.ts';

/** The elements of a narrative by their ID; where one comes twice the first holds it and the others are named. */
export interface NarrativeIds {
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly duplicates: readonly XmlElement[];
}

/** The IDs in the title and text of a section, or in any other element given. */
export function indexIds(section: XmlElement): NarrativeIds {
  const byId = new Map<string, XmlElement>();
  const duplicates: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    const id = idOf(element);
    if (id !== undefined) {
      if (byId.has(id)) duplicates.push(element);
      else byId.set(id, element);
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  if (section.name !== 'section') visit(section);
  else for (const part of section.elements()) if (part.name === 'text' || part.name === 'title') visit(part);
  return { byId, duplicates };
}
