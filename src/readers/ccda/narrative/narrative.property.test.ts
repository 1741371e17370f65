import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, shownWords, sourceWords } from '../../../../test/corpus/narrative-faults.ts';
import { XmlElement } from '../../xml/element.ts';
import { indexIds, renderNarrative, renderReferenced } from './index.ts';

type Shape = { name: string; attributes: Record<string, string>; children: (Shape | string)[] };

const names = (
  'content paragraph list item caption table thead tbody tfoot tr th td col colgroup br sub sup linkHtml footnote ' +
  'footnoteRef renderMultiMedia b p div span ul li h2 a img hr pre x:unknown'
).split(' ');

const value = fc.oneof(
  fc.constantFrom(
    ...'a b a" 1bad x&y #a #b #zz 2 0 delete insert ordered Bold pre Arabic class<1 MM'.split(' '),
    'javascript:x',
    ' java\nscript:x',
    'https://example.org/?a=1&b=2',
    'xRow Italics',
    'preserve',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const attributes = fc.dictionary(
  fc.constantFrom(
    ...'ID id styleCode class revised href name title IDREF referencedObject listType colspan rowspan span'.split(
      ' ',
    ),
    ...'headers align border width language xml:lang xml:space alt onclick style src'.split(' '),
  ),
  value,
  { maxKeys: 4 },
);

const run = fc.oneof(
  fc.constantFrom(' ', '\n    ', 'word', ' two words ', 'line one\nline two', 'a\n\n  b   c', '\u00a0', ''),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const { tree } = fc.letrec<{ tree: Shape; node: Shape | string }>((tie) => ({
  node: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, run, tie('tree')),
  tree: fc.record({
    name: fc.constantFrom(...names),
    attributes,
    children: fc.array(tie('node'), { maxLength: 5 }),
  }),
}));

function built(shape: Shape, parent?: XmlElement): XmlElement {
  const element = new XmlElement(shape.name, shape.attributes, 1, parent);
  const children: (XmlElement | string)[] = [];
  for (const child of shape.children) {
    const last = children.at(-1);
    if (typeof child !== 'string') children.push(built(child, element));
    else if (typeof last === 'string') children[children.length - 1] = last + child;
    else children.push(child);
  }
  element.children = children;
  return element;
}

const media = (id: string) => (id === 'MM' ? { mediaType: 'image/png', base64: 'iVBO Rw==' } : undefined);

function expectReferenced(target: XmlElement): void {
  const xhtml = renderReferenced(target, media);
  expect(xhtml ? faultsOf(xhtml) : []).toEqual([]);
  expect(xhtml ? shownWords(xhtml) : []).toEqual(expect.arrayContaining(sourceWords(target)));
}

describe('a narrative of any tree', () => {
  it('is XHTML of the allowed elements in their places and holds all words in order', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), fc.constantFrom('', 's1-'), (children, idPrefix) => {
        const text = built({ name: 'text', attributes: {}, children });
        const xhtml = renderNarrative(text, media, { idPrefix }) ?? '';
        expect(xhtml === '' ? [] : faultsOf(xhtml)).toEqual([]);
        expect(xhtml === '' ? [] : shownWords(xhtml)).toEqual(sourceWords(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is as good for each element that an entry can refer to', () => {
    fc.assert(
      fc.property(tree, (shape) => {
        const text = built({ name: 'text', attributes: {}, children: [shape] });
        for (const target of indexIds(text).byId.values()) expectReferenced(target);
      }),
      { numRuns: 1000 },
    );
  });
});
