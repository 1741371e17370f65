import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, shell, workplace } from '../chartlift.ts';
import type { Json } from '../conversion.ts';
import { zip } from '../zip.ts';

let folder: string;
beforeAll(() => {
  folder = workplace();
});
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) => readFileSync(join(root, 'fixtures', 'ccda', name));
const run = (line: string) => shell(folder, `chartlift convert ${line} --as-of 2026-01-01T00:00:00Z`);
const ledger = (out: string): Json[] =>
  readFileSync(join(folder, out, 'ledger.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const filesIn = (out: string) =>
  Object.fromEntries(
    ledger(out)
      .filter(({ unit }) => unit === 'file')
      .map(({ file, state, rule }) => [file, rule ? `${state} ${rule}` : state]),
  );
const resourcesIn = (out: string): Json[] =>
  globSync('bundles/*.json', { cwd: join(folder, out) }).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, out, name), 'utf8')).entry.map(({ resource }: Json) => resource),
  );

const tar = Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(250)]);
const inner = zip([
  { name: 'DOC3.XML', content: fixture('discharge-summary-r21.xml') },
  { name: 'innermost.zip', content: zip([{ name: 'a.xml', content: 'x' }]) },
]);

const letter = Buffer.from('%PDF-1.4 \xff\x00 letter', 'latin1');
const referring = fixture('unstructured-pdf.xml')
  .toString()
  .replace(
    /<text mediaType[\s\S]*?<\/text>/,
    '<text mediaType="application/pdf"><reference value="LETTER.PDF"/></text>',
  );

describe('a package of documents', () => {
  beforeAll(() => {
    writeFileSync(
      join(folder, 'xdm.zip'),
      zip([
        { name: 'IHE_XDM/SUBSET01/DOC1.XML', content: fixture('ccd-r11.xml') },
        { name: 'IHE_XDM/SUBSET01/DOC2.XML', content: referring },
        { name: 'IHE_XDM/SUBSET01/letter.pdf', content: letter },
        { name: 'IHE_XDM/SUBSET01/inner.zip', content: inner },
        { name: 'IHE_XDM/SUBSET01/patient.xml.gz', content: gzipSync(fixture('ccd-r21.xml')) },
        { name: 'archive.tar', content: tar },
        { name: 'letter.docx', content: zip([{ name: '[Content_Types].xml', content: '<a/>' }]) },
        { name: 'INDEX.HTM', content: '<html></html>' },
        { name: 'secret.xml', content: 'x', encrypted: true },
      ]),
    );
    writeFileSync(join(folder, 'export.tar'), tar);
    writeFileSync(join(folder, 'chart.XML.GZ'), gzipSync(fixture('c32-v25.xml')));
    writeFileSync(join(folder, 'broken.zip'), zip([{ name: 'a', content: 'b' }]).subarray(0, 20));
  });

  it('gives every file in it a state of its own', () => {
    const { exit } = run('xdm.zip --out one');
    expect(exit).toBe(1);
    expect(filesIn('one')).toEqual({
      'xdm.zip': 'converted package-opened',
      'xdm.zip!/IHE_XDM/SUBSET01/DOC1.XML': 'converted',
      'xdm.zip!/IHE_XDM/SUBSET01/DOC2.XML': 'converted',
      'xdm.zip!/IHE_XDM/SUBSET01/letter.pdf': 'converted named-by-document',
      'xdm.zip!/IHE_XDM/SUBSET01/inner.zip': 'converted package-opened',
      'xdm.zip!/IHE_XDM/SUBSET01/inner.zip!/DOC3.XML': 'converted',
      // One level more is how bombs are built.
      'xdm.zip!/IHE_XDM/SUBSET01/inner.zip!/innermost.zip': 'quarantined archive-closed',
      'xdm.zip!/IHE_XDM/SUBSET01/patient.xml.gz': 'converted package-opened',
      'xdm.zip!/IHE_XDM/SUBSET01/patient.xml.gz!/patient.xml': 'converted',
      'xdm.zip!/INDEX.HTM': 'left-out unknown-kind',
      'xdm.zip!/archive.tar': 'quarantined archive-closed',
      'xdm.zip!/letter.docx': 'left-out unknown-kind',
      'xdm.zip!/secret.xml': 'quarantined unreadable',
    });
  });

  it('keeps a letter beside a document byte for byte', () => {
    const [name = ''] = globSync('documents/*.pdf', { cwd: join(folder, 'one') });
    expect(readFileSync(join(folder, 'one', name)).equals(letter)).toBe(true);
    const urls = resourcesIn('one').flatMap(({ content = [] }) =>
      content.map((one: Json) => one.attachment.url),
    );
    expect(urls).toContain(name);
  });

  it('may be a gzip file, and says how to go on where it is of a form that is not opened', () => {
    expect(run('chart.XML.GZ --out gz').exit).toBe(0);
    expect(filesIn('gz')).toEqual({
      'chart.XML.GZ': 'converted package-opened',
      'chart.XML.GZ!/chart.XML': 'converted',
    });
    const { exit, stdout, stderr } = run('export.tar --out tar');
    expect(exit).not.toBe(0);
    expect(stdout + stderr).toContain('Unpack it');
  });

  it('may hold an export of tables, packed once more', () => {
    const tables = [
      {
        name: 'patients.csv.gz',
        content: gzipSync('patient_id,given_name,family_name\n7,Ida,Quillfeather\n'),
      },
      { name: 'problems.csv', content: 'problem_id,patient_id,problem\n1,7,Gout\n' },
    ];
    writeFileSync(join(folder, 'tables.zip'), zip([{ name: 'export.zip', content: zip(tables) }]));
    run('tables.zip --mapping generic --out tables');
    expect(filesIn('tables')).toEqual({
      'tables.zip': 'converted package-opened',
      'tables.zip!/export.zip': 'converted package-opened',
      'tables.zip!/export.zip!/patients.csv.gz': 'converted table',
      'tables.zip!/export.zip!/problems.csv': 'converted table',
    });
    expect(resourcesIn('tables').map(({ code }) => code?.text)).toContain('Gout');
  });

  it('that is damaged is a loss that is told', () => {
    const { exit, stderr, stdout } = run('broken.zip --out two');
    expect(exit).not.toBe(0);
    expect(stderr + stdout).toContain('damaged');
    expect(filesIn('two')).toEqual({ 'broken.zip': 'quarantined unreadable' });
  });

  it('is never left through a reference', () => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'outside.pdf'), letter);
    const leaving = (path: string) => referring.replace('LETTER.PDF', path);
    writeFileSync(join(folder, 'in', 'a.xml'), leaving('../outside.pdf'));
    writeFileSync(join(folder, 'in', 'p.zip'), zip([{ name: 'a.xml', content: `${leaving('../b.pdf')} ` }]));
    writeFileSync(join(folder, 'in', 'b.pdf'), letter);
    run('in --out three');
    const embedded = ledger('three').filter(({ unit }) => unit === 'embedded');
    expect(embedded.map(({ state, rule }) => `${state} ${rule}`)).toEqual([
      'left-out file-not-beside',
      'left-out file-not-beside',
    ]);
  });
});

const slot = (name: string, ...values: string[]) =>
  `<rim:Slot name="${name}"><rim:ValueList>${values.map((value) => `<rim:Value>${value}</rim:Value>`).join('')}</rim:ValueList></rim:Slot>`;
const entryOf = (uri: string, type: string, more = '') =>
  `<rim:ExtrinsicObject mimeType="${type}">${slot('URI', uri)}${slot('creationTime', '20240305101500')}
${slot('sourcePatientId', 'ZZMRN-9^^^&amp;2.16.840.1.113883.19.77.1&amp;ISO')}
${slot('sourcePatientInfo', 'PID-3|ZZMRN-9^^^&amp;2.16.840.1.113883.19.77.1&amp;ISO', 'PID-5|Quillfeather^Ida^M^^Dr', 'PID-7|19470219', 'PID-8|F')}
<rim:Name><rim:LocalizedString value="Letter of discharge"/></rim:Name>${more}</rim:ExtrinsicObject>`;
const classification = (scheme: string, code: string, system: string) =>
  `<rim:Classification classificationScheme="urn:uuid:${scheme}" nodeRepresentation="${code}">${slot('codingScheme', system)}
<rim:Name><rim:LocalizedString value="Words of ${code}"/></rim:Name></rim:Classification>`;
const author = `<rim:Classification classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d">
${slot('authorPerson', 'A-7^Loomweaver^Piers^^^^^^&amp;2.16.840.1.113883.19.77.2&amp;ISO')}</rim:Classification>`;
const metadata = (...entries: string[]) =>
  `<?xml version="1.0"?><lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
<rim:RegistryObjectList>${entries.join('\n')}</rim:RegistryObjectList></lcm:SubmitObjectsRequest>`;

describe('the index of an XDM package', () => {
  const described = entryOf(
    'LETTER',
    'application/pdf',
    classification('f0306f51-975f-434e-a61c-c59651d33983', '18842-5', 'LOINC') +
      classification('f4f85eac-e6cb-4883-b524-f2705394840f', 'R', '2.16.840.1.113883.5.25') +
      author,
  );
  beforeAll(() => {
    const members = [
      { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: metadata(described, entryOf('DOC1', 'text/xml')) },
      { name: 'IHE_XDM/SUBSET01/LETTER', content: letter },
      { name: 'IHE_XDM/SUBSET01/DOC1', content: fixture('ccd-r11.xml') },
      { name: 'README.TXT', content: 'a note' },
    ];
    writeFileSync(join(folder, 'indexed.zip'), zip(members));
    const [index, ...files] = members;
    writeFileSync(join(folder, 'torn.zip'), zip([...(index ? [index] : []), ...files.slice(1)]));
  });

  it('takes a document that nothing but the index names, as what the index says of it', () => {
    expect(run('indexed.zip --out indexed').exit).toBe(0);
    expect(filesIn('indexed')).toEqual({
      'indexed.zip': 'converted package-opened',
      'indexed.zip!/IHE_XDM/SUBSET01/DOC1': 'converted',
      'indexed.zip!/IHE_XDM/SUBSET01/LETTER': 'converted',
      'indexed.zip!/IHE_XDM/SUBSET01/METADATA.XML': 'converted index-read',
      'indexed.zip!/README.TXT': 'left-out unknown-kind',
    });
    const resources = resourcesIn('indexed');
    const found = resources.find(
      ({ content = [] }) => content[0]?.attachment.title === 'Letter of discharge',
    );
    expect(found).toMatchObject({
      resourceType: 'DocumentReference',
      status: 'current',
      type: { coding: [{ system: 'http://loinc.org', code: '18842-5', display: 'Words of 18842-5' }] },
      date: '2024-03-05T10:15:00Z',
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] },
      content: [{ attachment: { contentType: 'application/pdf', size: letter.length } }],
    });
    const patient = resources.find(({ id }) => found.subject.reference === `urn:uuid:${id}`);
    expect(patient).toMatchObject({
      identifier: [{ system: 'urn:oid:2.16.840.1.113883.19.77.1', value: 'ZZMRN-9' }],
      name: [{ family: 'Quillfeather', given: ['Ida', 'M'], prefix: ['Dr'] }],
      birthDate: '1947-02-19',
      gender: 'female',
    });
    const [name = ''] = globSync('documents/*.pdf', { cwd: join(folder, 'indexed') });
    expect(found.content[0].attachment.url).toBe(name);
    expect(readFileSync(join(folder, 'indexed', name)).equals(letter)).toBe(true);
  });

  it('that names a document which is not there is a loss that is told', () => {
    const { exit, stdout } = run('torn.zip --out torn');
    expect(exit).toBe(1);
    expect(stdout).toContain('names a document that is not in it');
    expect(filesIn('torn')).toMatchObject({
      'torn.zip!/IHE_XDM/SUBSET01/METADATA.XML': 'quarantined index-file-missing',
      'torn.zip!/IHE_XDM/SUBSET01/DOC1': 'converted',
    });
  });
});

describe('a scan of 40 MB in a document', () => {
  const pdf = Buffer.alloc(40_000_000, '%PDF-1.4 scanned\x00\xff page ', 'latin1');
  beforeAll(() => {
    mkdirSync(join(folder, 'scan'));
    const body = pdf.toString('base64').replace(/(.{76})/g, '$1\r\n');
    const document = fixture('unstructured-pdf.xml').toString();
    const [head = '', tail = ''] = document.split(/(?<=representation="B64">)[^<]*/);
    writeFileSync(join(folder, 'scan', 'scan.xml'), head + body + tail);
  });

  it('passes in bounded memory, byte for byte', () => {
    const script = join(root, 'test', 'e2e', 'peak-memory.ts');
    const peak = Number(
      execFileSync(process.execPath, [script, join(folder, 'scan'), join(folder, 'four')], {
        encoding: 'utf8',
      }),
    );
    const [name = ''] = globSync('documents/*.pdf', { cwd: join(folder, 'four') });
    expect(readFileSync(join(folder, 'four', name)).equals(pdf)).toBe(true);
    // The file is 54 MB: read twice, with what Node itself takes.
    expect(peak).toBeLessThan(450);
  }, 60_000);

  it('stands in the bundle byte for byte where it is to be embedded', () => {
    expect(run('scan --out five --source embed').exit).toBe(0);
    const binary = resourcesIn('five').find(({ resourceType }) => resourceType === 'Binary');
    expect(Buffer.from(binary.data, 'base64').equals(pdf)).toBe(true);
  }, 60_000);
});
