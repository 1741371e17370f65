import { createReadStream, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isBad, isLeftOut, readTable } from '../../src/readers/csv/index.ts';
import { corpus, hasCorpus, skipped } from './corpus.ts';

const folders = [
  'synthea-triples/open/csv/*.csv',
  'invitae+emr-exercise-java/data/csv/*.csv',
  'smart-on-fhir+sample-patients/data/*.txt',
  'jmandel+my-health-data-ehi-wip/tsv/*.tsv',
];

describe.runIf(hasCorpus)(`tables of the corpus${skipped}`, () => {
  it.each(folders)('are read as csv-parse alone reads them, each row in its line: %s', async (pattern) => {
    const files = globSync(pattern, { cwd: corpus });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const path = join(corpus, file);
      const open = await readTable(createReadStream(path), { file, table: file });
      const rows = await Array.fromAsync(open.rows);
      expect(
        rows.filter((row) => isBad(row) || isLeftOut(row)),
        file,
      ).toEqual([]);
      const { delimiter, quote } = open.dialect;
      const text = readFileSync(path, 'utf8');
      const peer: string[][] = parse(text, {
        delimiter,
        bom: true,
        relax_quotes: true,
        ...(quote === 'none' && { quote: false }),
      });
      // Control characters are replaced by ours, as no output can hold them.
      const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\p{Cc}\ufffd]/gu, '?'));
      expect(
        rows.map(({ cells }) => plain(cells)),
        file,
      ).toEqual(peer.slice(1).map(plain));
      const lines = text.split('\n');
      for (const { line, cells } of rows) expect(lines[line - 1]).toContain(cells[0]);
    }
  });
});
