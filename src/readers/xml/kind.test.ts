import { describe, expect, it } from 'vitest';
import { detectKind, type FileKind } from './kind.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf32 = (text: string): Buffer =>
  Buffer.concat([...text].map((one) => Buffer.from(Uint32Array.of(one.codePointAt(0) ?? 0).buffer)));
const prolog = '<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="CDA.xsl"?>\n<!-- <html> -->\n';

const kinds: [FileKind, string][] = [
  ['cda', '<ClinicalDocument xmlns="urn:hl7-org:v3">'],
  ['cda', `${prolog}<n1:ClinicalDocument xmlns:n1="urn:hl7-org:v3"`],
  ['cda', '<!DOCTYPE ClinicalDocument SYSTEM "CDA.dtd"><ClinicalDocument/>'],
  ['cda', `<!-- ${'x'.repeat(9000)} --><ClinicalDocument>`],
  ['ccr', `${prolog}<ContinuityOfCareRecord xmlns="urn:astm-org:CCR">`],
  ['fhir', '<Bundle xmlns="http://hl7.org/fhir"><id value="a"/>'],
  ['fhir', '{"resourceType": "Patient"}'],
  ['html', '<!doctype html><HTML>'],
  ['html', '<html xmlns="http://www.w3.org/1999/xhtml">'],
  ['other-xml', '<section xmlns="urn:hl7-org:v3"/>'],
  ['other-xml', '<?xml version="1.0"?><!-- never ends'],
  ['pdf', '%PDF-1.7\n'],
  ['cda', '<!DOCTYPE html><ClinicalDocument xmlns="urn:hl7-org:v3">'],
  ['cda', '<!DOCTYPE x [<!ENTITY y "z>">]>\n<!-- note --><ClinicalDocument>'],
  ['other-xml', '<!DOCTYPE x><y/>'],
  ['zip', 'PK\u0003\u0004....'],
  ['archive', 'Rar!\u001a\u0007'],
  ['archive', `${'a'.repeat(257)}ustar`],
  ['rtf', '{\\rtf1\\ansi'],
  ['hl7v2', 'MSH|^~\\&|LAB|'],
  ['json', '[{"a": 1}]'],
  ['csv-like', 'id,name,birth\n1,"Doe, Jane",1970\n2,Roe,1971\n3,Po'],
  ['csv-like', 'id\tname\n1\tDoe'],
  ['csv-like', 'id|name\r\n1|Doe\r\n'],
  ['text', 'Dear colleague,\nthe patient, who came today,\nis well.\n'],
  ['text', '< 5 mg'],
  ['binary', 'a\u0000\u0001\u0002'],
  ['empty', ''],
  ['empty', '\ufeff \r\n'],
];

describe('detectKind', () => {
  it.each(kinds)('tells %s: %s', (kind, head) => {
    expect(detectKind(utf8(head))).toBe(kind);
  });

  it('sees through byte order marks and UTF-16', () => {
    const xml = `${prolog}<ClinicalDocument/>`;
    expect(detectKind(utf8(`\ufeff${xml}`))).toBe('cda');
    expect(detectKind(utf8(`\ufeff\ufeff${xml}`))).toBe('cda');
    expect(detectKind(utf32(`\ufeff${xml}`))).toBe('cda');
    expect(detectKind(utf32(xml))).toBe('cda');
    expect(detectKind(utf32(xml).swap32())).toBe('cda');
    expect(detectKind(utf32(`\ufeff${xml}`).swap32())).toBe('cda');
    expect(detectKind(Buffer.from(`\ufeff${xml}`, 'utf16le'))).toBe('cda');
    expect(detectKind(Buffer.from(xml, 'utf16le').swap16())).toBe('cda');
  });

  it('knows compressed files by their first bytes', () => {
    expect(detectKind(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe('gzip');
    expect(detectKind(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c))).toBe('archive');
  });

  it('knows images by their first bytes', () => {
    for (const bytes of [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff, 0xe0],
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a],
    ]) {
      expect(detectKind(Uint8Array.from(bytes))).toBe('image');
    }
  });
});
