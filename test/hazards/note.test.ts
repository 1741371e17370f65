import { describe, expect, it } from 'vitest';
import { authorOf, clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';

const note = (inner: string): string =>
  `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.202"/><code code="34109-9" codeSystem="2.16.840.1.113883.6.1" displayName="Note">
<translation code="11488-4" codeSystem="2.16.840.1.113883.6.1"/></code>${inner}</act>`;
const convertNote = (inner: string, { text = '<text/>', header = '', more = [] as string[] } = {}) =>
  convert(clinicalDocument({ header, sections: [section('notes', [note(inner)], text), ...more] }));
const noteOf = (conversion: { of(type: string): Json[] }): Json =>
  conversion.of('DocumentReference').find(({ content }) => content[0].attachment.url === undefined);
const contentOf = (inner: string, text?: string): { type: string; words: string } => {
  const { contentType, data } = noteOf(convertNote(inner, { ...(text && { text }) })).content[0].attachment;
  return { type: contentType, words: Buffer.from(data ?? '', 'base64').toString() };
};

describe('the text of a note', () => {
  it.each([
    [
      'beside a reference',
      '<text mediaType="application/rtf" representation="B64">e1xydGYx\n fQ==<reference value="#n1"/></text>',
    ],
    ['alone', '<text mediaType="application/rtf" representation="B64">e1xydGYx\n fQ==</text>'],
  ])('bytes are kept as they are (%s)', (_, text) =>
    expect(contentOf(text)).toEqual({ type: 'application/rtf', words: '{\\rtf1}' }),
  );

  it('words in lines are plain text', () =>
    expect(
      contentOf(
        '<text><reference value="#n1"/></text>',
        '<text><content ID="n1"><paragraph>First</paragraph><paragraph>Second &lt;b&gt;</paragraph></content></text>',
      ),
    ).toEqual({ type: 'text/plain; charset=utf-8', words: 'First\nSecond <b>' }));

  it.each([
    ['a table', '<table ID="n1"><tbody><tr><td>A</td></tr></tbody></table>'],
    ['emphasis', '<paragraph ID="n1"><content styleCode="Bold">Never</content> again</paragraph>'],
  ])('%s is XHTML', (_, text) => {
    const { type, words } = contentOf('<text><reference value="#n1"/></text>', `<text>${text}</text>`);
    expect(type).toBe('application/xhtml+xml');
    expect(words).toMatch(/^<div xmlns="http:\/\/www.w3.org\/1999\/xhtml">/);
  });

  it('that is nowhere is absent, not made up', () =>
    expect(noteOf(convertNote('')).content[0].attachment.extension[0].valueCode).toBe('unknown'));
});

describe('the encounter of a note', () => {
  const encounter = (day: string, inner = ''): string =>
    `<encounter classCode="ENC" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.49"/><id root="2.16.840.1.113883.19.77.4" extension="${day}"/><effectiveTime value="${day}"/>${inner}</encounter>`;
  const header = `<componentOf><encompassingEncounter><id root="2.16.840.1.113883.19.77.4" extension="20100101"/><effectiveTime value="20100101"/></encompassingEncounter></componentOf>`;
  const dayOf = (conversion: { of(type: string): Json[] }): string | undefined => {
    const reference = noteOf(conversion).context?.encounter?.[0].reference;
    return conversion.of('Encounter').find((one) => `Encounter/${one.id}` === reference)?.period.start;
  };
  const held = `<entryRelationship typeCode="COMP">${encounter('20120101')}</entryRelationship>`;
  const around = (inner: string) =>
    convert(
      clinicalDocument({
        header,
        sections: [
          section('encounters', [
            encounter('20110101', `<entryRelationship typeCode="COMP">${note(inner)}</entryRelationship>`),
          ]),
        ],
      }),
    );

  it('is the one it holds', () => expect(dayOf(around(held))).toBe('2012-01-01'));
  it('else the one around it', () => expect(dayOf(around(''))).toBe('2011-01-01'));
  it('else that of the document', () => expect(dayOf(convertNote('', { header }))).toBe('2010-01-01'));
  it('else none', () => expect(dayOf(convertNote(''))).toBeUndefined());
});

describe('a note', () => {
  it.each([
    ['completed', 'current', 'final'],
    ['active', 'current', 'preliminary'],
    ['nullified', 'entered-in-error', 'entered-in-error'],
  ])('that is %s is %s and %s', (code, status, docStatus) =>
    expect(noteOf(convertNote(`<statusCode code="${code}"/>`))).toMatchObject({ status, docStatus }),
  );

  it.each([
    ['RPLC', 'replaces'],
    ['XFRM', 'transforms'],
    ['APND', 'appends'],
  ])('tells how it stands to another document (%s)', (typeCode, code) =>
    expect(
      noteOf(
        convertNote(
          `<reference typeCode="${typeCode}"><externalDocument><id root="1.2.3" extension="X"/></externalDocument></reference>`,
        ),
      ).relatesTo,
    ).toEqual([{ code, target: { identifier: { system: 'urn:oid:1.2.3', value: 'X' } } }]),
  );

  it('keeps the time of writing where it is no full instant', () => {
    const one = noteOf(convertNote(authorOf('201609080832', 'N-1', 'Quill')));
    expect(one.date).toBeUndefined();
    expect(one._date.extension[0].valueString).toBe('201609080832');
  });
});
