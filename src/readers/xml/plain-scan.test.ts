import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlElement } from './element.ts';
import { type ParsedXml, parseStrictly, type UnparsedXml } from './parse.ts';
import { scanPlain } from './plain-scan.ts';
import { TreeBuilder } from './tree-builder.ts';

const taken = (text: string): XmlElement | undefined => {
  const tree = new TreeBuilder();
  return scanPlain(text, tree, {}) === undefined ? undefined : tree.root;
};

/** A tree as data: its parents would make it endless. */
const asData = (node: XmlElement | string): unknown =>
  typeof node === 'string'
    ? node
    : [node.name, Object.entries(node.attributes), node.line, node.children.map(asData)];

const strictly = (text: string): unknown => {
  const parsed: ParsedXml | UnparsedXml = parseStrictly(text);
  return parsed.ok ? asData(parsed.root) : 'refused';
};

describe('scanPlain', () => {
  it('takes what programs write', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- c -->
      <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">\r
        <sdtc:x a = '1' b="&lt;\n&#10;"/><text>R&amp;D <![CDATA[<]]> <!-- c -->b</text >
      </ClinicalDocument>\n`;
    const root = taken(text);
    expect(root && asData(root)).toEqual(strictly(text));
    expect(root?.first('sdtc:x')?.attributes).toEqual({ a: '1', b: '< \n' });
    expect(root?.first('text')?.text()).toBe('R&D < b');
  });

  it('tells values apart whose characters make the same number', () => {
    const root = taken('<a x="Aa" y="BB" z="Aa"><b x="BB" y="C#"/></a>');
    expect(root?.attributes).toEqual({ x: 'Aa', y: 'BB', z: 'Aa' });
    expect(root?.first('b')?.attributes).toEqual({ x: 'BB', y: 'C#' });
  });

  it.each([
    '<a>&nbsp;</a>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a>]]></a>',
    '<a></b>',
    '<a></ab>',
    '<a>',
    '<a/><b/>',
    'x<a/>',
    '<a/>x',
    '<a><!-- -- --></a>',
    '<a><?xml version="1.0"?></a>',
    '<a>&#0;</a>',
    '<a>\u0001</a>',
    '<a>&amp</a>',
    '<a b=1/>',
    '< a/>',
    '',
  ])('leaves to the parser what is none or in doubt: %s', (text) => {
    expect(taken(text)).toBeUndefined();
  });

  const piece = fc.constantFrom(
    ...['<a>', '</a>', '<b c="1"', " d='x\ty'", '/>', '>', '<b/>', '</b>', 'text', ' ', '\n', '\r\n', '\r'],
    ...['&amp;', '&#65;', '&#x1F600;', '&#xD800;', '&', ';', '"', "'", '<', '=', ']]>', '<![CDATA[', '<!--'],
    ...[
      '-->',
      '--',
      '<?pi x?>',
      '<?',
      '?>',
      '<?xml version="1.0"?>',
      '<p:q xmlns:p="urn:hl7-org:v3">',
      '</p:q>',
    ],
    ...[
      'é',
      '😀',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u0000',
      '<é/>',
      '<a:b/>',
      '<text> ',
      '</text>',
      'xmlns="u"',
    ],
  );

  it('never says anything else than the parser', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const text of [pieces.join(''), `<a>${pieces.join('')}</a>`]) {
          const root = taken(text);
          if (root) expect(asData(root)).toEqual(strictly(text));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
