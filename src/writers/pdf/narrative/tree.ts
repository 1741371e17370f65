import { SaxesParser } from 'saxes';

/** An element of a narrative, or a run of its text. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

/** A narrative's XHTML as a tree; what is not well-formed is one run of text without its tags. */
export function narrativeTree(xhtml: string): Node {
  const root: Node = { name: 'div', attributes: {}, children: [] };
  const open: Node[] = [root];
  const parser = new SaxesParser();
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.write(xhtml).close();
  return isSound ? root : { ...root, children: [xhtml.replace(/<[^>]*>/g, ' ')] };
}
