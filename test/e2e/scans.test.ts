import { hash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell, workplace } from '../chartlift.ts';
import type { Json } from '../conversion.ts';
import { hasPdftotext, visibleText } from '../printed/printed.ts';
import { mrnSystem, type ScannedArchive, writeArchive } from '../scans/archive.ts';

let folder: string;
let archive: ScannedArchive;
let report: string;
beforeAll(() => {
  folder = workplace();
  archive = writeArchive(join(folder, 'archive'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (line: string) => shell(folder, `chartlift convert ${line} --as-of 2026-01-01T00:00:00Z`);
const linesOf = (file: string): Json[] =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const resourcesIn = (out: string): Json[] =>
  globSync('bundles/*.json', { cwd: join(folder, out) }).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, out, name), 'utf8')).entry.map(({ resource }: Json) => resource),
  );
const documentsIn = (out: string) =>
  resourcesIn(out).filter(({ resourceType }) => resourceType === 'DocumentReference');
const bytesOf = (name: string): Uint8Array => archive.files.get(name) ?? Buffer.alloc(0);
const sha256 = (name: string): string => hash('sha256', bytesOf(name), 'hex');

describe('a scanned archive', () => {
  beforeAll(() => {
    const { exit, stdout } = run(`archive --out one --scan-system ${mrnSystem}`);
    // What was set aside is a loss.
    expect(exit, stdout).toBe(1);
    report = stdout;
  });

  it('hands on the bytes of every file that belongs to somebody', () => {
    const kept = globSync('documents/*', { cwd: join(folder, 'one') }).map((name) =>
      hash('sha256', readFileSync(join(folder, 'one', name)), 'hex'),
    );
    expect(kept.sort()).toEqual([...new Set(archive.converted.map(sha256))].sort());
  });

  it('tells of each content its type, size and hash, by what it is', () => {
    const attachments = documentsIn('one').flatMap(({ content }) =>
      content.map((one: Json) => one.attachment),
    );
    for (const { url, hash: sha1, size, contentType } of attachments) {
      const bytes = readFileSync(join(folder, 'one', url));
      expect([sha1, size]).toEqual([hash('sha1', bytes, 'base64'), bytes.length]);
      expect(contentType).toMatch(/^(application\/pdf|image\/(tiff|jpeg|png))$/);
    }
    const png = attachments.find(
      ({ hash: sha1 }) => sha1 === hash('sha1', bytesOf('scans/really-a-png.pdf'), 'base64'),
    );
    expect(png).toMatchObject({ contentType: 'image/png' });
  });

  it('gives them to the patients of the tables, with what the index says', () => {
    const patients = resourcesIn('one').filter(({ resourceType }) => resourceType === 'Patient');
    const [torvild] = patients.filter(({ name }) => name[0].given.includes('Torvild'));
    expect(patients).toHaveLength(2);
    const consult = documentsIn('one').find(({ content }) => content[0].attachment.title === 'Heart clinic');
    expect(consult).toMatchObject({
      subject: { reference: `urn:uuid:${torvild.id}` },
      type: { coding: [{ system: 'http://loinc.org', code: '11488-4' }], text: 'Consult' },
      content: [{ attachment: { creation: '2019-03-04' } }],
    });
    expect(consult.author).toHaveLength(1);
  });

  it('stand with the encounter that the tables tell of, and with none that nobody tells of', () => {
    const [visit] = resourcesIn('one').filter(({ resourceType }) => resourceType === 'Encounter');
    const of = (text: string) => documentsIn('one').find(({ type }) => type.text === text);
    expect(of('Consult').context.encounter).toEqual([{ reference: `urn:uuid:${visit.id}` }]);
    expect(of('Lab report')).not.toHaveProperty('context');
    const unknown = linesOf('one/issues.ndjson').filter(({ code }) => code === 'encounter-unknown');
    expect(unknown).toEqual([
      expect.objectContaining({ file: 'scan-index.csv', line: 3, path: 'encounter' }),
    ]);
  });

  it('puts the pages of a document together, in their order', () => {
    const letters = documentsIn('one').filter(({ type }) => type.text === 'Referral letter');
    expect(letters).toHaveLength(1);
    expect(letters[0].content.map(({ attachment }: Json) => attachment.contentType)).toEqual([
      'image/jpeg',
      'image/png',
    ]);
  });

  it('keeps a kind that nobody knows as text, and lists it', () => {
    const [diary] = documentsIn('one').filter(({ type }) => type.text === 'Dream diary');
    expect(diary.type.coding).toEqual([expect.objectContaining({ code: 'UNK' })]);
    expect(readFileSync(join(folder, 'one/unmapped/scan-kinds.csv'), 'utf8')).toContain('Dream diary');
  });

  it('says of each file what is to be said, and of nothing else', () => {
    const scans = linesOf('one/issues.ndjson').filter(({ file }) => file?.startsWith('scans/'));
    expect(scans.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
      'scans/00018/diary.pdf scan-pages-differ',
      'scans/both.png scan-of-several-patients',
      'scans/cut.pdf scan-truncated',
      'scans/cut.tif scan-truncated',
      'scans/empty.pdf file-unknown-kind',
      'scans/forgotten.tif scan-not-referenced',
      'scans/locked.pdf scan-encrypted',
      'scans/no-pages.pdf scan-damaged',
      'scans/orphan.pdf scan-not-referenced',
      'scans/really-a-png.pdf scan-misnamed',
      'scans/twice.png scan-referenced-twice',
    ]);
  });

  it('sets aside what is nobody’s or nothing, each with its reason', () => {
    const aside = linesOf('one/ledger.ndjson').filter(
      ({ unit, state }) => unit === 'row' && state === 'quarantined',
    );
    expect(aside.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ['scan-index.csv', 7, 'unknown-patient'],
      ['scan-index.csv', 8, 'file-missing'],
      ['scan-index.csv', 9, 'file-empty'],
    ]);
  });

  it('sums up what became of them, in the manifest, the report and on the terminal', () => {
    const { scans } = JSON.parse(readFileSync(join(folder, 'one/manifest.json'), 'utf8'));
    const files = linesOf('one/ledger.ndjson').filter(({ unit }) => unit === 'file');
    const pages = files.reduce((sum, one) => sum + (one.pages ?? 0), 0);
    expect(scans).toEqual({
      listed: 16,
      found: archive.converted.length,
      setAside: 2,
      unreadable: 4,
      pages,
      notReferenced: 2,
      referencedTwice: 2,
    });
    expect(report).toContain(
      `Scans   12 files of ${pages} pages, listed 16 times; 2 missing or empty; 4 cut, encrypted or without pages; 2 named by nobody; 2 named more than once`,
    );
    expect(readFileSync(join(folder, 'one/report/index.html'), 'utf8')).toContain(
      'files that went to nobody',
    );
  });

  it('accounts for each file, with the hash and the pages of those that were taken', () => {
    const { ledger } = JSON.parse(readFileSync(join(folder, 'one/manifest.json'), 'utf8'));
    expect(Object.values(ledger as Record<string, Json>).map(({ remainder }) => remainder)).toEqual(
      Object.keys(ledger).map(() => 0),
    );
    const files = linesOf('one/ledger.ndjson').filter(({ unit }) => unit === 'file');
    expect(files.find(({ file }) => file === 'scans/00017/consult.pdf')).toMatchObject({
      state: 'converted',
      sha256: sha256('scans/00017/consult.pdf'),
      pages: 3,
    });
    expect(files).toHaveLength(archive.files.size);
  });

  it('gives nobody a scan where the system of the numbers is another', () => {
    expect(run('archive --out none --scan-system urn:other').exit).toBe(1);
    expect(documentsIn('none')).toEqual([]);
    expect(existsSync(join(folder, 'none/documents'))).toBe(false);
  });
});

/** What the pages of each chart say. */
const chartTexts = (out: string): string[][] =>
  hasPdftotext
    ? globSync('pdf/*.pdf', { cwd: join(folder, out) }).map((name) =>
        visibleText(readFileSync(join(folder, out, name)))
          .split('\f')
          .slice(0, -1),
      )
    : [];

describe('a printed chart with its scans', () => {
  it('holds their pages, and says which it does not hold', () => {
    const line = `archive --out printed --to pdf --with-scans --scan-system ${mrnSystem}`;
    expect(run(line).exit).toBe(1);
    const charts = globSync('pdf/*.pdf', { cwd: join(folder, 'printed') }).map((name) =>
      readFileSync(join(folder, 'printed', name), 'latin1'),
    );
    const [torvild = ''] = charts.filter(
      (chart) => chart.includes('Scanned page 3') && !chart.includes('page 4'),
    );
    // Two pages of a TIFF; a picture of two documents, in each of them; and one of one.
    expect(torvild.match(/\/Subtype \/Image/g)?.length).toBe(5);
    const texts = chartTexts('printed').find((pages) => pages.at(-1)?.includes('Scanned page 3')) ?? [];
    if (hasPdftotext) {
      const all = texts.length;
      expect(texts[0]).toContain(`Page 1 of ${all}\n`);
      expect(texts.join('')).toContain(`pages ${all - 2}–${all} of this file`);
      expect(texts[all - 3]).toContain('Scanned page 1');
    }
    // Pages of others are no part of PDF/A, and the file does not say so.
    expect(charts.filter((chart) => chart.includes('pdfaid'))).toEqual([]);
    const issues = linesOf('printed/issues.ndjson');
    const files = issues.filter(({ code }) => code === 'scan-not-printed').map(({ file }) => file);
    expect(files.sort()).toEqual(['scans/cut.pdf', 'scans/locked.pdf', 'scans/no-pages.pdf']);
    expect(issues.filter(({ code }) => code === 'pdf-not-archival')).toHaveLength(2);
  });
});

describe('records printed with their scans', () => {
  const printed = (from: string, out: string) =>
    shell(
      folder,
      `chartlift print ${from}/records --with-scans --out ${out} --as-of 2026-01-01T00:00:00Z --json`,
    );
  const chartsIn = (out: string) =>
    globSync('pdf/*.pdf', { cwd: join(folder, out) }).map((name) => [
      name,
      readFileSync(join(folder, out, name)),
    ]);

  it('are the same to the byte as those of the run, which kept the scans beside them', () => {
    run(`archive --out whole --to record --to pdf --with-scans --scan-system ${mrnSystem}`);
    expect(printed('whole', 'again').exit).toBe(0);
    expect(chartsIn('again')).toEqual(chartsIn('whole'));
  });

  it('say which scans do not lie beside them', () => {
    rmSync(join(folder, 'whole/documents'), { recursive: true });
    expect(printed('whole', 'without').exit).toBe(0);
    const told = linesOf('without/issues.ndjson').filter(({ code }) => code === 'scan-not-beside');
    expect(told.length).toBe(documentsIn('one').flatMap(({ content }) => content).length);
    expect(chartsIn('without')).toHaveLength(2);
  });
});

describe('scans without an index', () => {
  it('are known by what their paths say', () => {
    const line = 'archive/patients.csv archive/scans --scan-pattern "scans/{mrn}/{kind}.{pdf,tif}"';
    const { exit, stdout } = run(`${line} --out two --scan-system ${mrnSystem}`);
    expect(exit, stdout).toBe(0);
    expect(
      documentsIn('two')
        .map(({ type }) => type.text)
        .sort(),
    ).toEqual(['consult', 'diary', 'labs']);
  });

  it('may stand in their bundles, or be told where they are', () => {
    const line = `archive/patients.csv archive/scans/00017 --scan-pattern "{mrn}/{kind}.pdf" --scan-system ${mrnSystem}`;
    const contentOf = (how: string) => {
      run(`${line} --attachments ${how} --out ${how}`);
      expect(existsSync(join(folder, how, 'documents'))).toBe(false);
      return documentsIn(how)[0].content[0].attachment;
    };
    const source = bytesOf('scans/00017/consult.pdf');
    expect(Buffer.from(contentOf('inline').data, 'base64').equals(source)).toBe(true);
    expect(contentOf('url').url).toBe('scans/00017/consult.pdf');
    const { url } = contentOf('binary');
    const [binary] = resourcesIn('binary').filter(({ resourceType }) => resourceType === 'Binary');
    expect(url).toBe(`urn:uuid:${binary.id}`);
    expect(Buffer.from(binary.data, 'base64').equals(source)).toBe(true);
  });
});
