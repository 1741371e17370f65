import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/assemble/index.ts';
import type { ReadOptions } from '../../src/readers/index.ts';
import type { Contribution } from '../../src/record/index.ts';
import { patientResources } from '../../src/writers/fhir/index.ts';
import { clinicalDocument, section } from '../clinical-document.ts';
import { contributionOf, fhirOptions, inputOf, type Json, make } from '../conversion.ts';

const unstructured = (text: string): string =>
  clinicalDocument().replace(/<structuredBody>.*<\/structuredBody>/s, `<nonXMLBody>${text}</nonXMLBody>`);
const embeddedLines = ({ ledger }: Contribution) =>
  ledger.filter(({ unit }) => unit === 'embedded').map(({ state, rule, into }) => ({ state, rule, into }));
const bytesOf = ({ embedded = [] }: Contribution): string[] =>
  embedded.map((one) => Buffer.concat([...one.parts()]).toString('latin1'));
const read = (text: string, options: Partial<ReadOptions> = {}) =>
  contributionOf(unstructured(text), options);
const pdf = Buffer.from('%PDF-1.4\n\x00\xff\xfe end', 'latin1');
const base64 = pdf.toString('base64').replace(/(.{5})/g, '$1\r\n\t');

describe('the body of an Unstructured Document', () => {
  it.each([
    [
      'in base64, with line breaks',
      `<text mediaType="application/pdf" representation="B64">${base64}</text>`,
    ],
    [
      'in base64 in a CDATA section',
      `<text mediaType="application/pdf" representation="B64"><![CDATA[${base64}]]></text>`,
    ],
    [
      'with a thumbnail beside',
      `<text mediaType="application/pdf" representation="B64">${base64}<thumbnail mediaType="image/png">x</thumbnail></text>`,
    ],
    [
      'deflated (DF)',
      `<text mediaType="application/pdf" representation="B64" compression="DF">${deflateRawSync(pdf).toString('base64')}</text>`,
    ],
    [
      'zipped (GZ)',
      `<text mediaType="application/pdf" representation="B64" compression="GZ">${gzipSync(pdf).toString('base64')}</text>`,
    ],
  ])('is kept byte for byte %s', (_, text) => {
    const contribution = read(text);
    expect(bytesOf(contribution)).toEqual([pdf.toString('latin1')]);
    expect(embeddedLines(contribution)).toEqual([
      { state: 'converted', rule: undefined, into: [`note/${contribution.statements.note?.[0]?.id}`] },
    ]);
    expect(contribution.statements.document?.[0]?.sections?.[0]?.entries).toHaveLength(1);
  });

  it('that is text keeps its words, its line breaks and its type', () => {
    const contribution = read('<text mediaType="text/plain">Vexed &amp; “well”\n  two</text>');
    expect(contribution.statements.note?.[0]?.contents?.[0]?.contentType).toBe('text/plain; charset=utf-8');
    expect(Buffer.from(bytesOf(contribution)[0] ?? '', 'latin1').toString()).toBe('Vexed & “well”\n  two');
  });

  it('that lies beside the document is that file', () => {
    const fileBeside: ReadOptions['fileBeside'] = (document, name) =>
      document === 'in/a.xml' && name === 'letter.pdf' ? inputOf(pdf, 'in/letter.pdf') : undefined;
    const text = '<text mediaType="application/pdf"><reference value="letter.pdf"/></text>';
    const contribution = contributionOf(unstructured(text), { name: 'in/a.xml', fileBeside });
    expect(contribution.embedded).toMatchObject([{ file: 'in/letter.pdf', size: pdf.length }]);
    expect(bytesOf(contribution)).toEqual([pdf.toString('latin1')]);
  });

  it('that lies nowhere is told', () => {
    const contribution = read('<text mediaType="application/pdf"><reference value="letter.pdf"/></text>');
    expect(embeddedLines(contribution)).toMatchObject([{ state: 'left-out', rule: 'file-not-beside' }]);
    expect(contribution.issues.map(({ code }) => code)).toContain('embedded-not-beside');
    expect(contribution.statements.note).toBeUndefined();
  });

  it('on the web stays an address', () => {
    const contribution = read(
      '<text mediaType="application/pdf"><reference value="https://a.example/x.pdf"/></text>',
    );
    expect(contribution.statements.note?.[0]?.contents).toMatchObject([{ url: 'https://a.example/x.pdf' }]);
  });

  it.each([
    ['no base64', 'representation="B64">e1xy!dGYx</text>', 'base64-invalid'],
    ['half a base64', 'representation="B64">AAAAA</text>', 'base64-invalid'],
    [
      'not what its compression says',
      'compression="GZ" representation="B64">AAAA</text>',
      'compression-invalid',
    ],
  ])('that is %s costs itself, and says so', (_, rest, rule) => {
    const contribution = read(`<text mediaType="application/pdf" ${rest}`);
    expect(embeddedLines(contribution)).toMatchObject([{ state: 'quarantined', rule }]);
    expect(contribution.issues.map(({ code }) => code)).toContain('embedded-unreadable');
  });

  it('that is empty is left out', () =>
    expect(
      embeddedLines(read('<text mediaType="application/pdf" representation="B64"> </text>')),
    ).toMatchObject([{ state: 'left-out', rule: 'no-content' }]));
});

describe('bytes in other places', () => {
  const png = Buffer.from('\x89PNG picture', 'latin1');
  const media = `<observationMedia classCode="OBS" moodCode="EVN" ID="P1"><id root="1.2.3" extension="P"/>
    <value mediaType="image/png" representation="B64">${png.toString('base64')}</value></observationMedia>`;
  const narrative = '<text><paragraph>Left hand</paragraph><renderMultiMedia referencedObject="P1"/></text>';

  it('a picture stands for itself and in the narrative', () => {
    const contribution = contributionOf(
      clinicalDocument({ sections: [section('results', [media], narrative)] }),
    );
    expect(bytesOf(contribution)).toEqual([png.toString('latin1')]);
    expect(contribution.statements.document?.[0]?.sections?.[0]?.text?.xhtml).toContain(
      `<img src="data:image/png;base64,${png.toString('base64')}"`,
    );
  });

  it('the region of a picture keeps its numbers', () => {
    const region = `<regionOfInterest classCode="ROIOVL" moodCode="EVN" ID="R1"><id root="1.2.3" extension="R"/>
      <code code="ELLIPSE"/><value value="3"/><value value="1"/><value value="3"/><value value="7"/>
      <entryRelationship typeCode="SUBJ">${media}</entryRelationship></regionOfInterest>`;
    const { statements, ledger } = contributionOf(
      clinicalDocument({ sections: [section('results', [region])] }),
    );
    expect(statements.media?.[0]?.notes).toEqual([{ text: 'Region of interest (ellipse): 3 1 3 7' }]);
    expect(ledger.find(({ unit }) => unit === 'entry')).toMatchObject({ state: 'converted' });
  });

  it('in a place without a rule they are kept all the same', () => {
    const signed = `<authenticator><time value="2020"/><signatureCode code="S"/>
      <sdtc:signatureText mediaType="text/xml" representation="B64">PGEvPg==</sdtc:signatureText>
      <assignedEntity><id root="1.2.3" extension="N"/><assignedPerson><name>A B</name></assignedPerson></assignedEntity>
      </authenticator>`;
    const contribution = contributionOf(clinicalDocument({ header: signed }));
    expect(bytesOf(contribution)).toEqual(['<a/>']);
    expect(contribution.statements.media).toMatchObject([{ title: 'sdtc:signatureText' }]);
  });

  it('that are large are named by their hash in a note too', () => {
    const large = Buffer.alloc(70_000, 7);
    const note = `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.202"/>
      <code code="34109-9" codeSystem="2.16.840.1.113883.6.1"/>
      <text mediaType="application/pdf" representation="B64">${large.toString('base64')}</text></act>`;
    const contribution = contributionOf(clinicalDocument({ sections: [section('notes', [note])] }));
    expect(contribution.statements.note?.[0]?.contents).toMatchObject([{ size: 70_000 }]);
    expect(contribution.statements.note?.[0]?.contents?.[0]).not.toHaveProperty('data');
    expect(contribution.embedded?.map(({ size }) => size)).toEqual([70_000]);
  });
});

describe('in FHIR', () => {
  const contribution = read(`<text mediaType="application/pdf" representation="B64">${base64}</text>`);
  const { record } = assemble([contribution], { make });
  const attachmentIn = (resources: readonly unknown[]): Json =>
    (resources as Json[]).find((one) => one.content?.[0].attachment.contentType === 'application/pdf')
      .content[0].attachment;

  it('a file of the run is named by its hash', () => {
    const { url, size } = attachmentIn(patientResources(record, fhirOptions).resources);
    expect(url).toBe(`documents/${contribution.embedded?.[0]?.sha256}.pdf`);
    expect(size).toBe(pdf.length);
  });

  it('embedded, it is a Binary of this patient', () => {
    const options = { ...fhirOptions, source: 'embed' as const, sourceBytes: () => pdf };
    const { resources } = patientResources(record, options);
    const binary = (resources as Json[]).find(({ resourceType }) => resourceType === 'Binary');
    expect(attachmentIn(resources).url).toBe(`Binary/${binary.id}`);
    expect(Buffer.from(binary.data, 'base64')).toEqual(pdf);
    expect(binary.securityContext).toEqual({ reference: `Patient/${record.patient.id}` });
  });
});
