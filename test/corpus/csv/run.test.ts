import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { danglingReferences, repeatedIds } from '../../golden/invariants.ts';
import { jsonLines, resources, run } from '../../tables/clinic.ts';
import { corpus, skipped } from '../corpus.ts';

const scratch = mkdtempSync(join(tmpdir(), 'chartlift-corpus-csv-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The exports of the corpus; their rows are the lines of their files without the headers. */
const exports = [
  { name: 'Synthea', folder: 'synthea-triples/open/csv', preset: 'synthea', patients: 12, rows: 15_584 },
  {
    name: 'Synthea 2020',
    folder: 'invitae+emr-exercise-java/data/csv',
    preset: 'synthea',
    patients: 10,
    rows: 4218,
  },
  {
    name: 'SMART flat tables',
    folder: 'smart-on-fhir+sample-patients/data',
    preset: 'smart-flat',
    patients: 67,
    rows: 7062,
  },
  {
    name: 'Epic EHI',
    folder: 'jmandel+my-health-data-ehi-wip/tsv',
    preset: 'epic-ehi',
    patients: 1,
    rows: 1071,
  },
];

describe.skipIf(skipped).each(exports)(
  `$name${skipped}`,
  async ({ folder, preset, patients, rows }) => {
    const input = join(corpus, folder);
    const out = join(scratch, preset + patients);
    const summary = existsSync(input) ? await run(out, [input], { mapping: undefined }) : undefined;

    it('is found by its marks', () =>
      expect(summary?.exports.map(({ mapping }) => mapping.id)).toEqual([preset]));

    it('has every row and every column accounted for, in each table', () => {
      expect(summary?.ending).not.toBe('unbalanced');
      expect(summary?.ledger.row?.remainder).toBe(0);
      expect(summary?.ledger.column?.remainder).toBe(0);
      expect(summary?.ledger.row?.read).toBe(rows);
      for (const { tables } of summary?.exports ?? []) {
        for (const {
          rows: { read, ...states },
        } of tables) {
          expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(read);
        }
      }
    });

    it('converts nearly all of it: what is set aside is told row by row', () => {
      const { quarantined = 0, read = 0 } = summary?.ledger.row ?? {};
      expect(quarantined).toBeLessThan(read * 0.05);
      const told = jsonLines(out, 'issues.ndjson').filter(({ code }) => code === 'row-quarantined');
      expect(told).toHaveLength(quarantined);
    });

    it('makes a record of each patient, and nothing that leads nowhere or is there twice', () => {
      expect(resources(out, 'Patient')).toHaveLength(patients);
      const all = resources(out);
      expect(all.length).toBeGreaterThan(50);
      expect(danglingReferences(all)).toEqual([]);
      expect(repeatedIds(all)).toEqual([]);
    });
  },
  120_000,
);
