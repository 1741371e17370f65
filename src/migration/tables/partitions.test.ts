import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Layout } from '../../readers/csv/index.ts';
import { idMaker } from '../../record/index.ts';
import { openSpill } from '../spill.ts';
import { openLayoutBook } from './layout-book.ts';
import { openPartitions, type PatientPartition } from './partitions.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
afterAll(() => rmSync(folder, { recursive: true }));

const make = idMaker();
const layouts: Layout[] = ['a', 'b'].map((table) => ({
  file: `${table}.csv`,
  table,
  header: ['X'],
  index: new Map([['X', 0]]),
}));

/** The patients' rows when so much stays in memory and so much in one part. */
function partitioned(
  rows: readonly (readonly [number, string])[],
  bound: number,
  largest: number,
): PatientPartition[] {
  const spill = openSpill(folder, 'rows', bound);
  const partitions = openPartitions(spill, openLayoutBook(), largest);
  for (const [line, [patient, cell]] of rows.entries()) {
    partitions.add(make(patient), {
      from: patient % 3,
      key: `${patient}`,
      row: { layout: layouts[line % 2]!, line, cells: [cell] },
    });
  }
  const patients = [...partitions.patients('')];
  expect(spill.names()).toEqual([]);
  spill.close();
  return patients;
}

describe('partitions', () => {
  const rows = fc.array(fc.tuple(fc.nat(20), fc.string({ unit: 'binary' })), { maxLength: 80 });

  it('give every row to its patient, in the order in which they came, patients by id', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const patients = partitioned(all, 1_000_000, 1_000_000);
        const ids = [...new Set(all.map(([patient]) => make(patient)))].sort();
        expect(patients.map(({ id }) => id)).toEqual(ids);
        for (const { id, rows: own } of patients) {
          const expected = all.flatMap(([patient, cell], line) =>
            make(patient) === id ? [[line, cell]] : [],
          );
          expect(own.map(({ row }) => [row.line, row.cells[0]])).toEqual(expected);
          for (const { row } of own) expect(row.layout).toBe(layouts[row.line % 2]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same in memory, on disk, and parted again', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 300 }), (all, small) => {
        const expected = partitioned(all, 1_000_000, 1_000_000);
        expect(partitioned(all, small, 1_000_000)).toEqual(expected);
        expect(partitioned(all, 1_000_000, small)).toEqual(expected);
        expect(partitioned(all, small, small)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
