import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openXml } from './front-door.ts';
import type { XmlNote } from './notes.ts';
import { parseXml } from './parse.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const single = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

function opened(bytes: Uint8Array): { text: string; notes: XmlNote[] } {
  const result = openXml(bytes);
  if (!result.ok) throw new Error(result.fault.code);
  return { text: result.text, notes: result.notes };
}

const faultOf = (bytes: Uint8Array) => {
  const result = openXml(bytes);
  return result.ok ? undefined : result.fault;
};

describe('encodings', () => {
  it('reads UTF-8 without a declaration, with one and behind a byte order mark', () => {
    expect(opened(utf8('<a>é“</a>'))).toEqual({ text: '<a>é“</a>', notes: [] });
    expect(opened(utf8('<?xml version="1.0" encoding="UTF-8"?><a>é</a>')).text).toContain('<a>é</a>');
    expect(opened(utf8('\ufeff<a>é</a>'))).toEqual({ text: '<a>é</a>', notes: [] });
  });

  it('reads UTF-16 of both orders, with a byte order mark and without', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>é“😀</a>';
    for (const write of [wide, swapped]) {
      expect(opened(write(`\ufeff${xml}`))).toEqual({ text: xml, notes: [] });
      expect(opened(write(xml))).toEqual({ text: xml, notes: [] });
    }
  });

  it('reads what calls itself ISO-8859-1 as Windows-1252, and says so', () => {
    const { text, notes } = opened(single('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9\x93\x94</a>'));
    expect(text).toContain('<a>é“”</a>');
    expect(notes).toEqual([{ code: 'encoding-assumed', detail: 'ISO-8859-1' }]);
  });

  it('reads Windows-1252 and US-ASCII without a word', () => {
    expect(opened(single("<?xml version='1.0' encoding='windows-1252'?><a>\x80\x9f</a>"))).toEqual({
      text: "<?xml version='1.0' encoding='windows-1252'?><a>€Ÿ</a>",
      notes: [],
    });
    expect(opened(single('<?xml version="1.0" encoding="us-ascii"?><a/>')).notes).toEqual([]);
  });

  it('keeps every byte of Windows-1252 apart', () => {
    const all = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
    const { text } = opened(Buffer.concat([single('<?xml version="1.0" encoding="cp1252"?><a>'), all]));
    const body = text.slice(text.indexOf('<a>') + 3);
    expect(body.slice(0, 32)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
    expect(body.slice(32)).toBe(Buffer.from(all.subarray(32)).toString('latin1'));
  });

  it('believes the bytes where the declaration contradicts them', () => {
    const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?><a>é</a>`;
    const mismatch = (detail: string) => [{ code: 'encoding-mismatch', detail }];
    expect(opened(utf8(`\ufeff${declared('ISO-8859-1')}`))).toEqual({
      text: declared('ISO-8859-1'),
      notes: mismatch('ISO-8859-1'),
    });
    expect(opened(wide(`\ufeff${declared('utf-8')}`)).notes).toEqual(mismatch('utf-8'));
    expect(opened(utf8(declared('utf-16')))).toEqual({ text: declared('utf-16'), notes: mismatch('utf-16') });
  });

  it('refuses an encoding that it does not know, and names it only if it can be a name', () => {
    expect(faultOf(utf8('<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>'))).toEqual({
      code: 'encoding-unknown',
      detail: 'EBCDIC-CP-US',
    });
    expect(faultOf(utf8('<?xml version="1.0" encoding="Jane Doe, 1970"?><a/>'))).toEqual({
      code: 'encoding-unknown',
    });
    expect(faultOf(utf8('<?xml version="1.0" encoding="__proto__"?><a/>'))?.code).toBe('encoding-unknown');
    expect(faultOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0))?.detail).toBe('UTF-32');
    expect(faultOf(Uint8Array.of(0, 0, 0, 0x3c))?.detail).toBe('UTF-32');
  });

  it('repairs invalid UTF-8 byte by byte and leaves the valid sequences alone', () => {
    const bytes = Buffer.concat([utf8('<a>é😀'), Uint8Array.of(0x93, 0x78, 0x94, 0xe9), utf8('</a>')]);
    expect(opened(bytes)).toEqual({
      text: '<a>é😀“x”é</a>',
      notes: [{ code: 'encoding-repaired', count: 3 }],
    });
  });

  it('refuses UTF-16 that is cut or holds half a pair', () => {
    expect(faultOf(wide('\ufeff<a/>').subarray(0, 9))).toEqual({ code: 'encoding-invalid' });
    expect(faultOf(wide('\ufeff<a>\ud800</a>'))).toEqual({ code: 'encoding-invalid' });
  });

  it('reads any text the same in UTF-8 and in UTF-16', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((s) => s.replace(/[<&>]/g, '_'));
    fc.assert(
      fc.property(text, (content) => {
        const xml = `<a>${content}</a>`;
        expect(opened(wide(`\ufeff${xml}`)).text).toBe(opened(utf8(xml)).text);
      }),
    );
  });
});

describe('what is refused', () => {
  it('refuses a file over the limit and takes one at it', () => {
    expect(openXml(utf8('<abc/>'), { maxBytes: 5 })).toEqual({ ok: false, fault: { code: 'too-large' } });
    expect(openXml(utf8('<abc/>'), { maxBytes: 6 }).ok).toBe(true);
  });

  it('refuses a document type, wherever it hides', () => {
    const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const prolog = '<?xml version="1.0"?>\n<!-- <a> -->\n<?pi?>\n  ';
    expect(faultOf(utf8(`${prolog}${doctype}<a/>`))).toEqual({ code: 'doctype', line: 4, column: 3 });
    expect(faultOf(wide(`\ufeff${doctype}<a/>`))?.code).toBe('doctype');
    expect(faultOf(utf8('<!-- <!DOCTYPE a> --><a/>'))).toBeUndefined();
  });

  it('tells an empty file from one that ends before its root', () => {
    expect(faultOf(utf8(''))).toEqual({ code: 'empty' });
    expect(faultOf(utf8('\ufeff \n'))).toEqual({ code: 'empty' });
    expect(faultOf(utf8('<?xml version="1.0"?> <!-- '))).toEqual({ code: 'truncated' });
  });
});

describe('characters', () => {
  it('replaces control characters, raw or referenced, and counts them', () => {
    const { text, notes } = opened(
      utf8('<a>\n\u0001\u000b&#0;&#x1F;&#xD800;&#xFFFF;&#1114112;\ufffe\t\r</a>'),
    );
    expect(text).toBe(`<a>\n${'\ufffd'.repeat(8)}\t\r</a>`);
    expect(notes).toEqual([{ code: 'control-characters', line: 2, count: 8 }]);
  });

  it('reads references from 128 to 159 as Windows-1252', () => {
    const { text, notes } = opened(utf8('<a>\n\n&#147;x&#x94; &#0133;&#x0080;</a>'));
    expect(text).toBe('<a>\n\n“x” …€</a>');
    expect(notes).toEqual([{ code: 'windows-1252-references', line: 3, count: 4 }]);
  });

  it('leaves references alone that are in order, mean nothing or are text', () => {
    const xml = '<a b="&#160;&#38;&#x1F600;&#129;"><![CDATA[&#147;]]><!-- &#1; -->&amp;#147;</a>';
    expect(opened(utf8(xml))).toEqual({ text: xml, notes: [] });
  });

  it('takes linear time over comments that never end', () => {
    const start = performance.now();
    opened(utf8(`<a>&#160;${'<!--'.repeat(300_000)}`));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('takes away a declaration behind white space and keeps the lines', () => {
    const { text, notes } = opened(utf8('\n  <?xml version="1.0"\n encoding="utf-8"?>\n<a/>'));
    expect(notes).toEqual([{ code: 'declaration-not-first' }]);
    const parsed = parseXml(text);
    expect(parsed.ok && parsed.root.line).toBe(4);
  });
});
