import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../zip.ts';
import { clinic, jsonLines, resources, rowStates, run, scratch, write } from './clinic.ts';

const folder = scratch();
const fileFates = (out: string) =>
  Object.fromEntries(
    jsonLines(out, 'ledger.ndjson')
      .filter(({ unit }) => unit === 'file')
      .map(({ file, state, rule }) => [file, `${state} ${rule}`]),
  );
const codes = (out: string) => jsonLines(out, 'issues.ndjson').map(({ code, file }) => `${file} ${code}`);

describe('a table that breaks off', () => {
  it('keeps the rows that were read, and is a loss', async () => {
    const results = [
      clinic['results.csv'][0],
      ...Array.from({ length: 20_000 }, (_, at) => `R${at},V1,GLU,2020-01-01,${at},mg/dL`),
    ];
    const packed = gzipSync(results.join('\n'));
    const { 'results.csv': _, ...others } = clinic;
    const input = write(join(folder, 'in-cut'), {
      ...others,
      'results.csv.gz': packed.subarray(0, packed.length / 2),
    });
    const out = join(folder, 'cut');
    const { ending, ledger } = await run(out, [input]);
    expect(ending).toBe('losses');
    expect(fileFates(out)['results.csv.gz']).toBe('quarantined broken-off');
    expect(codes(out)).toContain('results.csv.gz table-file-lost');
    expect(ledger.row?.remainder).toBe(0);
    expect(resources(out, 'Observation').length).toBeGreaterThan(1000);
  });

  it('that is no gzip at all, or damaged in its archive, costs itself', async () => {
    const { 'results.csv': _, ...others } = clinic;
    const out = join(folder, 'no-gzip');
    const input = write(join(folder, 'in-no-gzip'), {
      ...others,
      'results.csv.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
    });
    expect((await run(out, [input])).ending).toBe('losses');
    expect(fileFates(out)['results.csv.gz']).toBe('quarantined unreadable');
    expect(resources(out, 'Patient')).toHaveLength(3);

    const files = Object.entries(clinic).map(([name, lines]) => ({ name, content: `${lines.join('\n')}\n` }));
    const archive = zip(files.map((file) => (file.name === 'results.csv' ? { ...file, crc32: 1 } : file)));
    const zipped = join(folder, 'zip-out');
    expect((await run(zipped, [write(join(folder, 'in-zip'), { 'e.zip': archive })])).ending).toBe('losses');
    expect(fileFates(zipped)['e.zip!/results.csv']).toMatch(/^quarantined/);
  });

  it('that grows beyond measure is not read to its end', async () => {
    const { 'results.csv': _, ...others } = clinic;
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(`${clinic['results.csv'].join('\n')}\n`), Buffer.alloc(40_000_000, 10)]),
    );
    const out = join(folder, 'bomb');
    const input = write(join(folder, 'in-bomb'), { ...others, 'results.csv.gz': bomb });
    expect((await run(out, [input])).ending).toBe('losses');
    expect(fileFates(out)['results.csv.gz']).toBe('quarantined broken-off');
    expect(resources(out, 'Observation')).toHaveLength(3);
  });
});

describe('an export without some of its tables', () => {
  it('is converted, and the rows that lead nowhere are set aside', async () => {
    const { 'visits-a.csv': _, 'visits-b.csv': __, ...others } = clinic;
    const out = join(folder, 'without');
    await run(out, [write(join(folder, 'in-without'), others)]);
    expect(rowStates(out).filter((one) => one.includes('quarantined'))).toEqual([
      'result_text.csv:2 quarantined held-with-link',
      'result_text.csv:3 quarantined held-with-link',
      'results.csv:2 quarantined orphan',
      'results.csv:3 quarantined orphan',
      'results.csv:4 quarantined orphan',
    ]);
    expect(codes(out)).toContain('. table-missing');
  });

  it('is refused without its patients', async () => {
    const { 'people.csv': _, ...others } = clinic;
    await expect(run(join(folder, 'nobody'), [write(join(folder, 'in-nobody'), others)])).rejects.toThrow(
      'No folder of the input holds the patients',
    );
  });

  it('has rows of nobody where the patients are none', async () => {
    const out = join(folder, 'empty');
    const input = write(join(folder, 'in-empty'), { ...clinic, 'people.csv': [clinic['people.csv'][0]] });
    const { ending } = await run(out, [input]);
    expect(ending).toBe('nothing-readable');
    expect(rowStates(out).filter((one) => one.includes('visits'))).toEqual([
      'visits-a.csv:2 quarantined orphan',
      'visits-a.csv:3 quarantined orphan',
      'visits-b.csv:2 quarantined orphan',
    ]);
  });
});

describe('tables that no mapping fits', () => {
  it('are told of, with what to do', async () => {
    const out = join(folder, 'unknown');
    const { ending } = await run(out, [write(join(folder, 'in-unknown'), { 'a.csv': ['x,y', '1,2'] })], {
      mapping: undefined,
    });
    expect(ending).toBe('nothing-readable');
    expect(codes(out)).toEqual(['a.csv table-without-mapping']);
  });

  it('lie outside of what the mapping fits', async () => {
    const out = join(folder, 'outside');
    const files = Object.fromEntries(
      Object.entries(clinic).map(([name, lines]) => [`clinic/${name}`, lines]),
    );
    await run(out, [write(join(folder, 'in-outside'), { ...files, 'elsewhere/a.csv': ['x,y', '1,2'] })]);
    expect(codes(out)).toContain('elsewhere/a.csv table-outside-export');
  });
});

describe('an empty file', () => {
  it.each([
    ['plain', 'results.csv', Buffer.alloc(0)],
    ['packed', 'results.csv.gz', gzipSync('')],
  ])('is told as one (%s)', async (name, file, bytes) => {
    const { 'results.csv': _, ...others } = clinic;
    const input = write(join(folder, `in-empty-${name}`), { ...others, [file]: bytes });
    const out = join(folder, `empty-${name}`);
    await run(out, [input]);
    expect(codes(out).filter((one) => one.startsWith('results'))).toEqual([`${file} table-empty`]);
  });
});
