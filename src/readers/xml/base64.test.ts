import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase64, readBlob } from './base64.ts';
import type { XmlElement } from './element.ts';
import { openXml } from './front-door.ts';
import { parseXml } from './parse.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function treeOf(bytes: Uint8Array): { root: XmlElement; text: string; blobs: number } {
  const opened = openXml(bytes);
  if (!opened.ok) throw new Error(opened.fault.code);
  const parsed = parseXml(opened.text, { blobs: opened.blobs });
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return { root: parsed.root, text: opened.text, blobs: opened.blobs.length };
}

/** The body of the element `text` of a document, as a string. */
function bodyOf(bytes: Uint8Array): string {
  const element = treeOf(bytes).root.first('text');
  const body = element && readBase64(element, bytes);
  return body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : `${body?.code}`;
}

describe('base64 bodies', () => {
  it('cuts a body out of the text and reads it from the bytes', () => {
    const bytes = utf8(
      '\ufeff<a>é<text mediaType="application/pdf" representation="B64">aGVs\r\nbG8=\n</text>\n<b/></a>',
    );
    const { root, text } = treeOf(bytes);
    expect(text).not.toContain('aGVs');
    expect(root.first('text')?.children).toEqual([]);
    expect(root.first('text')?.blob).toEqual({ offset: Buffer.from(bytes).indexOf('aGVs'), length: 11 });
    expect(root.first('b')?.line).toBe(4);
    expect(bodyOf(bytes)).toBe('hello');
  });

  it('keeps lines true for each kind of line break', () => {
    for (const line of ['\n', '\r\n', '\r']) {
      const { root } = treeOf(utf8(`<a><x representation='B64'>aGVs${line}bG8=${line}</x><b/></a>`));
      expect(root.first('b')?.line).toBe(3);
    }
  });

  it('reads several bodies, and attributes behind the representation', () => {
    const bytes = utf8(
      `<a><x representation="B64" t='>'>QQ==</x><text representation = "B64" u=">">Qg==</text></a>`,
    );
    expect(treeOf(bytes).blobs).toBe(2);
    expect(bodyOf(bytes)).toBe('B');
  });

  it('leaves in the text what is not plainly a body', () => {
    for (const inner of [
      '<text representation="B64"/>',
      '<text representation="B64"></text>',
      '<text representation="B64">QQ&#61;=</text>',
      '<text representation="TXT">B64</text>',
      '<text representation="B64">QQ==<reference/></text>',
      `<text title=' representation="B64">QQ=='/>`,
      '<!-- <text representation="B64">QQ== --><text/>',
    ]) {
      expect(treeOf(utf8(`<a>${inner}</a>`)).blobs, inner).toBe(0);
    }
  });

  it('takes a body that was left in the text all the same', () => {
    expect(bodyOf(utf8('<a><text representation="B64">QQ&#61;=</text></a>'))).toBe('A');
    expect(bodyOf(Buffer.from('\ufeff<a><text representation="B64">Q Q==</text></a>', 'utf16le'))).toBe('A');
  });

  it('cuts nothing where a CDATA section could hold the tag as text', () => {
    const { root } = treeOf(utf8('<a><![CDATA[<text representation="B64">QQ==</text>]]></a>'));
    expect(root.text()).toBe('<text representation="B64">QQ==</text>');
  });

  it('takes no instruction of the input for a blob of ours', () => {
    const forged = '<a><x><?chartlift-blob 0?></x><text representation="B64">QQ==</text></a>';
    for (const bytes of [utf8(forged), Buffer.from(`\ufeff${forged}`, 'utf16le')]) {
      expect(treeOf(bytes).root.first('x')?.blob).toBeUndefined();
      expect(bodyOf(bytes)).toBe('A');
    }
  });

  it('takes linear time over tags that never end', () => {
    const start = performance.now();
    openXml(utf8(`<a>${' representation="B64" '.repeat(100_000)}`));
    openXml(utf8(`<a>${' representation="B64">'.repeat(100_000)}`));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('readBlob', () => {
  const read = (body: string) => readBlob(utf8(body), { offset: 0, length: body.length });

  it('refuses what is not base64', () => {
    for (const body of ['QQ=A', 'Q', 'QQ=', 'QUJ=D', 'QQ===', 'Q-_Q', '=', 'QQ==QQ==']) {
      expect(read(body), body).toEqual({ code: 'base64-invalid' });
    }
  });

  it('refuses a place outside of the file', () => {
    expect(readBlob(utf8('QQ=='), { offset: 2, length: 4 })).toEqual({ code: 'base64-invalid' });
    expect(readBlob(utf8('QQ=='), { offset: -1, length: 2 })).toEqual({ code: 'base64-invalid' });
  });

  it('gives any bytes back, with and without padding, broken anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(80), fc.boolean(), (data, width, padded) => {
        const encoded = Buffer.from(data).toString('base64');
        const body = (padded ? encoded : encoded.replace(/=+$/, '')).replace(
          RegExp(`.{${width + 1}}`, 'g'),
          '$&\r\n',
        );
        expect(Buffer.from(read(body) as Uint8Array)).toEqual(Buffer.from(data));
      }),
    );
  });
});
