import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
        { name: 'IHE_XDM/SUBSET01/other.zip', content: zip([{ name: 'a.xml', content: 'x' }]) },
        { name: 'INDEX.HTM', content: '<html></html>' },
        { name: 'secret.xml', content: 'x', encrypted: true },
      ]),
    );
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
      'xdm.zip!/IHE_XDM/SUBSET01/other.zip': 'left-out unknown-kind',
      'xdm.zip!/INDEX.HTM': 'left-out unknown-kind',
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
