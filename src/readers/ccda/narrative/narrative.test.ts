import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../xml/element.ts';
import { parseXml } from '../../xml/parse.ts';
import { indexIds, plainText, renderNarrative, renderReferenced } from './index.ts';

function text(inner: string): XmlElement {
  const parsed = parseXml(`<text xmlns="urn:hl7-org:v3">${inner}</text>`);
  if (!parsed.ok) throw new Error('the XML of the test is not well-formed');
  return parsed.root;
}

const media = (id: string) =>
  ({
    P: { mediaType: 'image/png', base64: 'iVBO\nRw==' },
    D: { mediaType: 'application/pdf', base64: 'JVBE' },
  })[id];

/** What stands inside the outer div. */
function shown(inner: string, idPrefix = ''): string | undefined {
  return body(renderNarrative(text(inner), media, { idPrefix }));
}

function body(xhtml: string | undefined): string | undefined {
  return xhtml?.replace('<div xmlns="http://www.w3.org/1999/xhtml">', '').replace(/<\/div>$/, '');
}

function referenced(inner: string, id: string): string | undefined {
  const target = indexIds(text(inner)).byId.get(id);
  return target && body(renderReferenced(target, media));
}

describe('renderNarrative', () => {
  it('gives a complete div, and nothing where nothing shows', () => {
    const narrative = renderNarrative(text('<paragraph>A &lt; B &amp; C</paragraph>'), media);
    expect(narrative).toBe('<div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B &amp; C</p></div>');
    expect(renderNarrative(text(' <paragraph>\u00a0</paragraph><br/> '), media)).toBeUndefined();
  });

  it.each([
    ['<content styleCode="Bold xFoo">a</content>', '<span class="xFoo" style="font-weight: bold">a</span>'],
    ['<content ID="1 x">a</content>', '<span id="_1_20_x">a</span>'],
    ['<content><list><item>a</item></list></content>', '<div><ul><li>a</li></ul></div>'],
    [
      '<list listType="ordered" styleCode="BigRoman"><caption>c</caption><item>a</item></list>',
      '<div><p class="caption" style="font-weight: bold">c</p></div><ol style="list-style-type: upper-roman"><li>a</li></ol>',
    ],
    ['H<sub>2</sub>O<br/>x', 'H<sub>2</sub>O<br/>x'],
    [
      '<content revised="delete">old</content>',
      '<span class="added">[deleted: </span><span class="revised-delete" style="text-decoration: line-through">old</span><span class="added">]</span>',
    ],
    ['a\n      b', 'a b'],
    ['a\nb', ' <span style="white-space: pre-wrap">a<br/>b</span> '],
    ['<content styleCode="pre">a  b\n c</content>', '<span style="white-space: pre-wrap">a  b<br/> c</span>'],
    [
      '<renderMultiMedia referencedObject="P"/>',
      '<img src="data:image/png;base64,iVBORw==" alt="embedded image"/><span class="media"></span>',
    ],
    [
      '<renderMultiMedia referencedObject="D"/>',
      '<span class="added">[attachment: application/pdf]</span><span class="media"></span>',
    ],
    ['<b>x</b><unknown>y</unknown>', '<span style="font-weight: bold">x</span><span>y</span>'],
    ['a&#147;b&#1;'.replace('&#1;', ''), 'a\u201cb'],
  ])('writes %s', (source, xhtml) => {
    expect(shown(source)).toBe(xhtml);
  });

  it.each([
    ['https://example.org/?a=1&amp;b=2', '<a href="https://example.org/?a=1&amp;b=2">x</a>'],
    ['mailto:a@example.org', '<a href="mailto:a@example.org">x</a>'],
    ['javascript:alert(1)', '<span>x</span>'],
    ['java&#10;script:alert(1)', '<span>x</span>'],
    ['data:text/html,x', '<span>x</span>'],
    ['file:///etc/passwd', '<span>x</span>'],
    ['#nowhere', '<span>x</span>'],
  ])('links to %s or keeps the words alone', (href, xhtml) => {
    expect(shown(`<linkHtml href="${href}">x</linkHtml>`)).toBe(xhtml);
  });

  it('puts the prefix on ids and on the links to them', () => {
    expect(
      shown('<linkHtml href="#a">x</linkHtml><content ID="a">y</content><content ID="a">z</content>', 's2-'),
    ).toBe('<a href="#s2-a">x</a><span id="s2-a">y</span><span>z</span>');
  });

  it('numbers a footnote where it stands and at each reference', () => {
    expect(shown('x<footnote ID="f">why</footnote> y<footnoteRef IDREF="f"/>')).toBe(
      'x<span class="added"> [1: </span><span id="f" class="footnote">why</span><span class="added">]</span>' +
        ' y<a class="added" href="#f">[1]</a>',
    );
  });

  it('sets a broken table right without losing words', () => {
    expect(
      shown(
        '<table border="1" onclick="x">lost<tr>loose<td colspan="0" rowspan="2">a</td></tr><td>b</td></table>',
      ),
    ).toBe(
      '<div>lost</div><table border="1"><tbody><tr><td>loose</td><td rowspan="2">a</td></tr><tr><td>b</td></tr></tbody></table>',
    );
  });
});

const table =
  '<table border="1"><caption>Cap</caption><thead><tr><th>Drug</th><th>Status</th></tr></thead><tbody>' +
  '<tr ID="r1"><td rowspan="2">A</td><td ID="c1">on</td></tr><tr ID="r2"><td>off</td></tr></tbody></table>';
const head = '<table border="1"><caption>Cap</caption><thead><tr>';

describe('renderReferenced', () => {
  it('gives a row with the header rows, and the cells that reach into it', () => {
    const both = `${head}<th>Drug</th><th>Status</th></tr></thead><tbody>`;
    expect(referenced(table, 'r1')).toBe(
      `${both}<tr id="r1"><td>A</td><td id="c1">on</td></tr></tbody></table>`,
    );
    expect(referenced(table, 'r2')).toBe(`${both}<tr id="r2"><td>A</td><td>off</td></tr></tbody></table>`);
  });

  it('gives a cell with the header of its column', () => {
    expect(referenced(table, 'c1')).toBe(
      `${head}<th>Status</th></tr></thead><tbody><tr><td id="c1">on</td></tr></tbody></table>`,
    );
  });

  it('gives an item its list, without a number that would be wrong', () => {
    expect(referenced('<list listType="ordered"><item>a</item><item ID="i">b</item></list>', 'i')).toBe(
      '<ul><li id="i">b</li></ul>',
    );
  });

  it('says of a part of deleted text that it is deleted', () => {
    expect(referenced('<content revised="delete">a <content ID="d">b</content></content>', 'd')).toBe(
      '<span class="added">[deleted: </span><span id="d">b</span><span class="added">]</span>',
    );
  });
});

describe('plainText and indexIds', () => {
  it.each([
    ['<content> a\n  b </content>', 'a b'],
    ['a<br/>b', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a | b\nc'],
    ['a<footnoteRef IDREF="x"/><content revised="delete">b</content>c', 'ac'],
  ])('writes %s down', (source, plain) => {
    expect(plainText(text(source))).toBe(plain);
  });

  it('keeps the first of two equal IDs and names the other', () => {
    const { byId, duplicates } = indexIds(text('<content ID="a">1</content><content ID="a">2</content>'));
    expect(byId.get('a')?.text()).toBe('1');
    expect(duplicates.map((element) => element.text())).toEqual(['2']);
  });
});
