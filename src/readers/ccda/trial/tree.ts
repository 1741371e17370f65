import type { Change, SourceLiteral } from '../../reader.ts';
import type { XmlElement } from '../../xml/element.ts';

/** Makes one step undone. */
export type Undo = () => void;

/** Makes one change in the tree. */
export function change(what: Change, undo: Undo[]): void {
  if ('without' in what) remove(what.without as XmlElement, undo);
  else if (what.literal.name === 'text()') replaceText(what.literal, what.to, undo);
  else replaceAttribute(what.literal, what.to, undo);
}

function replaceText({ at, text }: SourceLiteral, to: string, undo: Undo[]): void {
  const element = at as XmlElement;
  const children = element.children.map((child) => (child === text ? to : child));
  replaceChildren(element, children, undo);
}

function replaceAttribute({ at, name, text }: SourceLiteral, to: string, undo: Undo[]): void {
  const attributes = (at as XmlElement).attributes as Record<string, string>;
  attributes[name.slice(1)] = to;
  undo.push(() => {
    attributes[name.slice(1)] = text;
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
