import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openXml } from './front-door.ts';
import { type ParsedXml, type ParseOptions, parseXml } from './parse.ts';

function parsed(text: string, options?: ParseOptions): ParsedXml {
  const result = parseXml(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result;
}

const faultOf = (text: string, options?: ParseOptions) => {
  const result = parseXml(text, options);
  return result.ok ? undefined : result.fault;
};

const hl7 = 'xmlns="urn:hl7-org:v3"';

describe('the tree', () => {
  it('keeps mixed content in order, with parents and lines', () => {
    const { root } = parsed('<text>\n a<content ID="c1"\n>b</content> <br/>c\n</text>');
    expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
      '\n a',
      'content',
      ' ',
      'br',
      'c\n',
    ]);
    expect(root.first('content')).toMatchObject({ line: 2, attributes: { ID: 'c1' }, parent: root });
    expect(root.first('br')?.line).toBe(3);
  });

  it('gives the line on which a tag begins, whatever breaks lines', () => {
    for (const line of ['\n', '\r\n', '\r']) {
      const { root } = parsed(`<a>${line}<b${line}c="1"/>${line}<d${line}>x</d></a>`);
      expect(root.elements().map((element) => element.line)).toEqual([2, 4]);
    }
  });

  it('drops white space between elements, and keeps it in narrative', () => {
    const { root } = parsed('<a>\n <text> <b/> <c> </c></text>\n <d>\t</d></a>');
    expect(root.children).toHaveLength(2);
    expect(root.first('text')?.text()).toBe('   ');
    expect(root.first('d')?.children).toEqual([]);
    expect(parsed('<a><b>\u00a0</b></a>').root.text()).toBe('\u00a0');
  });

  it('takes CDATA for text, drops comments and instructions, and keeps text in one piece', () => {
    const { root } = parsed('<a>x<![CDATA[ <y> ]]> <!-- c -->z<?pi?>!</a>');
    expect(root.children).toEqual(['x <y>  z!']);
  });

  it('decodes references and normalises as XML says', () => {
    const { root } = parsed('<a b="&lt;&#10;&quot;\n\t">&amp;lt; &#x1F600;\r\n&gt;</a>');
    expect(root.attributes.b).toBe('<\n"  ');
    expect(root.text()).toBe('&lt; 😀\n>');
  });

  it('takes any name for an attribute', () => {
    const { root } = parsed('<a __proto__="1" constructor="2" toString="3"><b/></a>');
    expect(Object.entries(root.attributes)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    const none = root.first('b')?.attributes ?? {};
    expect(none.constructor).toBeUndefined();
    expect(none.toString).toBeUndefined();
  });

  it('reads back any text and any attribute that was escaped', () => {
    const escaped = (text: string) => text.replace(/[&<>"\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);
    const text = fc
      .string({ unit: 'binary' })
      .map((s) => `.${s.replace(/[\p{Cs}\p{Cc}\ufffe\uffff]/gu, '\n')}`);
    fc.assert(
      fc.property(text, text, (content, value) => {
        const { root } = parsed(`<a b="${escaped(value)}">${escaped(content)}</a>`);
        expect([root.text(), root.attributes.b]).toEqual([content, value]);
      }),
    );
  });
});

describe('names', () => {
  it('is the local name in the HL7 namespace, whatever the prefix', () => {
    const { root, namespace } = parsed(
      '<n1:a xmlns:n1="urn:hl7-org:v3"><n1:b/><c xmlns=" urn:hl7-org:v3 "/></n1:a>',
    );
    expect([root.name, ...root.elements().map(({ name }) => name)]).toEqual(['a', 'b', 'c']);
    expect(namespace).toBe('urn:hl7-org:v3');
  });

  it('is the local name without any namespace', () => {
    expect(parsed('<a><b/></a>')).toMatchObject({ root: { name: 'a' }, namespace: undefined, notes: [] });
  });

  it('is sdtc: in the sdtc namespace, prefixed or by default', () => {
    const { root } = parsed(
      `<a ${hl7} xmlns:s="urn:hl7-org:sdtc"><s:b/><c xmlns="urn:hl7-org:sdtc"><d/></c><e/></a>`,
    );
    expect(root.elements().map(({ name }) => name)).toEqual(['sdtc:b', 'sdtc:c', 'e']);
    expect(root.first('sdtc:c')?.elements()[0]?.name).toBe('sdtc:d');
  });

  it('keeps foreign elements apart from those of HL7', () => {
    const { root } = parsed(`<a ${hl7} xmlns:x="urn:x"><x:id/><id xmlns="urn:y"/><id/></a>`);
    expect(root.elements().map(({ name }) => name)).toEqual(['x:id', 'foreign:id', 'id']);
  });

  it('keeps plain names in a document of another namespace, and tells it', () => {
    const { root, namespace } = parsed('<a xmlns="urn:astm-org:CCR"><Body/></a>');
    expect([namespace, root.name, root.elements()[0]?.name]).toEqual(['urn:astm-org:CCR', 'a', 'Body']);
  });

  it('calls the schema instance xsi in attributes, and leaves other attributes their names', () => {
    const instance = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
    const { root } = parsed(`<a ${instance} i:type="CD" x="1" xml:lang="en"><b i:type="PQ"/></a>`);
    expect(root.attributes).toMatchObject({ 'xsi:type': 'CD', x: '1', 'xml:lang': 'en' });
    expect(root.first('b')?.attributes).toEqual({ 'xsi:type': 'PQ' });
  });

  it('forgets a declaration behind its element', () => {
    const { root, notes } = parsed('<a><b xmlns:p="urn:hl7-org:v3"><p:c/></b>\n<p:d/></a>');
    expect(root.elements().map(({ name }) => name)).toEqual(['b', 'p:d']);
    expect(notes).toEqual([{ code: 'undeclared-prefix', detail: 'p', line: 2, count: 1 }]);
  });

  it('reads undeclared prefixes as usual, and notes each once', () => {
    const { root, notes } = parsed('<a>\n<sdtc:b xsi:type="CD"/>\n<c xsi:type="PQ"/></a>');
    expect(root.first('sdtc:b')?.attributes).toEqual({ 'xsi:type': 'CD' });
    expect(notes).toEqual([
      { code: 'undeclared-prefix', detail: 'xsi', line: 2, count: 2 },
      { code: 'undeclared-prefix', detail: 'sdtc', line: 2, count: 1 },
    ]);
  });

  it('names no more than twenty undeclared prefixes', () => {
    const { notes } = parsed(`<a>${Array.from({ length: 50 }, (_, i) => `<p${i}:b/>`).join('')}</a>`);
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toEqual({ code: 'undeclared-prefix', line: 1, count: 30 });
  });
});

describe('faults', () => {
  it.each([
    ['two roots', '<a/><b/>', 'not-well-formed'],
    ['text behind the root', '<a/>x', 'not-well-formed'],
    ['text only', 'hello', 'not-well-formed'],
    ['crossed tags', '<a><b></a></b>', 'not-well-formed'],
    ['an unknown entity', '<a>&nbsp;</a>', 'not-well-formed'],
    ['a twofold attribute', '<a b="1" b="2"/>', 'not-well-formed'],
    [
      'an attribute twofold by its namespace',
      '<a xmlns:p="u" xsi:t="1"/>'.replace('"u"', '"http://www.w3.org/2001/XMLSchema-instance" p:t="1"'),
      'not-well-formed',
    ],
    ['an unquoted attribute', '<a b=1/>', 'not-well-formed'],
    ['a bare <', '<a>5 < 6</a>', 'not-well-formed'],
    ['a bare < in an attribute', '<a b="<"/>', 'not-well-formed'],
    ['a control character', '<a>\u0001</a>', 'not-well-formed'],
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['a late document type', '<a><!DOCTYPE a></a>', 'not-well-formed'],
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['a comment alone', '<!-- a -->', 'truncated'],
    ['an open element', '<a><b>', 'truncated'],
    ['an open tag', '<a><b c="', 'truncated'],
    ['an open comment', '<a/><!-- ', 'truncated'],
    ['an open CDATA section', '<a><![CDATA[ </a>', 'truncated'],
    ['an open reference', '<a>&am', 'truncated'],
  ])('is %s', (_, text, code) => {
    expect(faultOf(text)?.code).toBe(code);
  });

  it('says where, and nothing of what stands there', () => {
    expect(faultOf('<a>\n <b>Jane</c>\n</a>')).toEqual({ code: 'not-well-formed', line: 2, column: 12 });
    expect(faultOf('<a>\n<b>')).toEqual({ code: 'truncated', line: 2, column: 3 });
  });

  it('finds the bare ampersand rather than what follows from it', () => {
    const place = { code: 'not-well-formed', line: 2, column: 4 };
    expect(faultOf('<a>\n R&D\n<b/>\n<c/></a>')).toEqual({ ...place, column: 3 });
    expect(faultOf('<a>\n R & D\n<b/>\n&amp;<c/></a>')).toEqual(place);
    expect(faultOf('<a><!-- R & D -->\n\n<b></a>')).toMatchObject({ line: 3 });
  });

  it('caps the depth', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(512)).ok).toBe(true);
    expect(faultOf(nested(513))).toMatchObject({ code: 'too-deep', line: 1 });
    expect(faultOf(nested(4), { maxDepth: 3 })?.code).toBe('too-deep');
  });
});

describe('stopAt', () => {
  it('gives what was read so far, and says that it is not all', () => {
    const { root, partial } = parsed('<a><b>1</b><body x="1"><c></broken', {
      stopAt: (name) => name === 'body',
    });
    expect(partial).toBe(true);
    expect(root.elements().map(({ name }) => name)).toEqual(['b', 'body']);
    expect(root.first('body')).toMatchObject({ attributes: { x: '1' }, children: [] });
  });

  it('reads on where nothing is to stop at', () => {
    expect(parsed('<a/>', { stopAt: () => false }).partial).toBe(false);
    expect(faultOf('<a>', { stopAt: () => false })?.code).toBe('truncated');
  });
});

const document = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="a.xsl"?><!-- c -->
<ClinicalDocument ${hl7} xmlns:sdtc="urn:hl7-org:sdtc"><title>A &amp; B – é</title>
<section><text>a <content ID="x">b</content><![CDATA[<z>]]></text>
<entry><text representation="B64">aGVsbG8=</text><sdtc:c v='1'/></entry></section></ClinicalDocument>`;

describe('for every document', () => {
  const bytes = new TextEncoder().encode(document);
  const read = (input: Uint8Array) => {
    const opened = openXml(input);
    return opened.ok ? parseXml(opened.text, { blobs: opened.blobs }) : opened;
  };

  it('and every cut, there is a fault and never a tree', () => {
    expect(read(bytes).ok).toBe(true);
    for (let cut = 0; cut < bytes.length; cut++) {
      const result = read(bytes.subarray(0, cut));
      expect(result.ok, `cut at ${cut}`).toBe(false);
      if (!result.ok) expect(['empty', 'truncated'], `cut at ${cut}`).toContain(result.fault.code);
    }
  });

  it('and every change of bytes, there is a tree or a fault, and no exception', () => {
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.constantFrom(0, 0x3c, 0x3e, 0x26, 0x22, 0x2f, 0x93, 0xff),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        const result = read(changed);
        if (!result.ok) expect(JSON.stringify(result.fault)).not.toMatch(/Clinical|title|content/);
        else expect(result.root.elements().length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('and any bytes at all, there is an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (any) => typeof read(any).ok === 'boolean'));
  });
});
