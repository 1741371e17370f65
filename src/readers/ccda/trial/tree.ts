import type { Change } from '../../reader.ts';
import type { XmlElement } from '../../xml/element.ts';

/** Makes one step undone. */
export type Undo = () => void;

/** Makes one change in the tree. */
export function change(what: Change, undo: Undo[]): void {
  if ('without' in what) return remove(what.without as XmlElement, undo);
  const { literal, to } = what;
  const element = literal.at as XmlElement;
  if (literal.name === 'text()') {
    const children = element.children.map((child) => (child === literal.text ? to : child));
    return replaceChildren(element, children, undo);
  }
  const attributes = element.attributes as Record<string, string>;
  const name = literal.name.slice(1);
  attributes[name] = to;
  undo.push(() => {
    attributes[name] = literal.text;
  });
}

function remove(element: XmlElement, undo: Undo[]): void {
  const { parent } = element;
  if (parent)
    replaceChildren(
      parent,
      parent.children.filter((child) => child !== element),
      undo,
    );
}

function replaceChildren(element: XmlElement, children: XmlElement['children'], undo: Undo[]): void {
  const before = element.children;
  element.children = children;
  undo.push(() => {
    element.children = before;
  });
}

/** Takes out what is not looked at: it costs time to read, and nothing depends on it. */
export function prune(root: XmlElement, focus: 'header' | 'sections' | XmlElement, undo: Undo[]): void {
  const body = root.first('component')?.first('structuredBody');
  if (!body) return;
  if (focus === 'header') replaceChildren(body, [], undo);
  else if (focus === 'sections') keepSections(body, undo);
  else keepAround(focus, undo);
}

function keepSections(element: XmlElement, undo: Undo[]): void {
  if (element.name === 'section') {
    const kept = element.children.filter((child) => typeof child === 'string' || child.name !== 'entry');
    replaceChildren(element, kept, undo);
  }
  for (const child of element.elements()) {
    if (child.name === 'component' || child.name === 'section') keepSections(child, undo);
  }
}

/** Keeps of each section only what leads to an element, and the narrative beside. */
function keepAround(focus: XmlElement, undo: Undo[]): void {
  let inside = focus;
  for (let at = focus.parent; at; at = at.parent) {
    if (at.name === 'section' || at.name === 'structuredBody') {
      const keep = inside;
      const kept = at.children.filter(
        (child) =>
          typeof child === 'string' ||
          child === keep ||
          (child.name !== 'entry' && child.name !== 'component'),
      );
      replaceChildren(at, kept, undo);
    }
    inside = at;
  }
}
