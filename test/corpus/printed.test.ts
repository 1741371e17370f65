import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, type RunSummary } from '../../src/migration/index.ts';
import { missingFrom } from '../printed/missing.ts';
import { hasPdftotext, visibleTextOf } from '../printed/printed.ts';
import { corpus, corpusDocuments, hasCorpus, skipped } from './corpus.ts';

const quiet = { begin() {}, advance() {}, end() {} };

// All patients take minutes: `npm run printed` prints them, and the tests every eighth document and one export.
const whole = process.env['CHARTLIFT_PRINTED'] === 'all';
/**
 * All of them take five minutes where others work on the same cores, and may take more. The runner of the tests must hear of
 * us meanwhile: a call of its that nobody answers for a minute is a failure to it.
 */
const patience = whole ? 1_800_000 : 300_000;
const inputsToPrint = (): string[] =>
  whole
    ? [corpus]
    : [
        ...corpusDocuments()
          .filter((_, at) => at % 8 === 0)
          .map(({ name }) => join(corpus, name)),
        join(corpus, 'jmandel+my-health-data-ehi-wip'),
      ];

describe.skipIf(!hasCorpus)(
  `${whole ? 'the corpus' : 'a part of the corpus'}, printed${skipped}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'chartlift-printed-'));
    const out = join(folder, 'run');
    let summary: RunSummary;
    beforeAll(async () => {
      summary = await migrate(
        {
          inputs: inputsToPrint(),
          out,
          to: ['pdf', 'record'],
          bundle: 'transaction',
          per: 'patient',
          maxEntries: 500,
          asOf: '2026-01-01T00:00:00Z',
          crosswalk: false,
          source: 'file',
          fhirFormat: 'json',
          version: '0.0.0',
        },
        quiet,
      );
    }, patience);
    afterAll(() => rmSync(folder, { recursive: true }), patience);
    const names = () => readdirSync(join(out, 'pdf')).map((name) => name.replace('.pdf', ''));

    it('has a file for every patient', () => {
      expect(summary.made.pdfs).toBe(summary.made.records);
      expect(summary.issues.map(({ code }) => code)).not.toContain('pdf-not-printed');
    });

    it.skipIf(!hasPdftotext)('shows every value of every record', async () => {
      const missing: string[] = [];
      for (const name of names()) {
        const record = JSON.parse(readFileSync(join(out, 'records', `${name}.json`), 'utf8'));
        missing.push(...missingFrom(record, await visibleTextOf(join(out, 'pdf', `${name}.pdf`))));
      }
      expect(missing).toEqual([]);
    });
  },
  patience,
);
