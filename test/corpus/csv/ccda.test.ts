import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../conversion.ts';
import { hasCorpus, skipped } from '../corpus.ts';
import { bothRecords, lines, numbersOf, recordsTogether } from './ccda.ts';

/** What the rows have and the documents have not, by code. */
const rowsAlone: Readonly<Record<string, string>> = {
  QALY: 'the exporter writes none of them into the document',
  DALY: 'the exporter writes none of them into the document',
  QOLS: 'the exporter writes none of them into the document',
};
const outsideOfPanels = 'the exporter writes results into the document by panels alone';

/** Of two lists what stands in one of them alone; what stands twice counts twice. */
function apart(one: readonly string[], other: readonly string[]): { first: string[]; second: string[] } {
  const rest = [...other];
  const first = one.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { first, second: rest };
}

describe.skipIf(!hasCorpus)(`the same patients from their C-CDA and from their rows${skipped}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-both-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const both: { document: Json; rows: Json }[] = hasCorpus ? await bothRecords(folder) : [];

  it.each(['problems', 'allergies', 'medications', 'immunizations'])('have the same %s', (what) => {
    expect(both).toHaveLength(10);
    const told = both.map(({ document, rows }) => {
      const [one, other] = [lines[what]?.(document) ?? [], lines[what]?.(rows) ?? []];
      return { ...apart(one, other), count: one.length };
    });
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(6);
    expect(told.flatMap(({ first, second }) => [...first, ...second])).toEqual([]);
  });

  it('have the same results; what the rows have more is listed', () => {
    const results = both.map(({ document, rows }) =>
      apart(lines['results']?.(document) ?? [], lines['results']?.(rows) ?? []),
    );
    expect(results.flatMap(({ first }) => first)).toEqual([]);
    const more = results.flatMap(({ second }) => second.map((line) => line.split(' ')[0] ?? ''));
    const others = more.filter((code) => !(code in rowsAlone));
    expect(more.length - others.length).toBe(150);
    // Those of them: hemoglobin A1c and single tests.
    expect({ [outsideOfPanels]: others.length }).toEqual({ [outsideOfPanels]: 61 });
  });

  it('are one record each in one run, and what both say alike is one statement', async () => {
    const { records, ledger } = await recordsTogether(join(folder, 'together'));
    const ofBoth = records.filter(({ statements }) => statements.document.length > 0);
    expect(ofBoth).toHaveLength(10);
    const merged = ledger.filter(({ unit, state }) => unit === 'row' && state === 'merged');
    const tables = Map.groupBy(merged, ({ file }) => file.split('/').at(-1));
    const counts = Object.fromEntries([...tables].map(([file, rows]) => [file, rows.length]));
    // The others differ: dates of problems agree, their states do not (the document calls inactive what the rows call resolved);
    // results of the document are rounded; of allergies without a substance some cannot be told apart.
    expect(counts).toEqual({
      'allergies.csv': 3,
      'conditions.csv': 66,
      'encounters.csv': 277,
      'immunizations.csv': 153,
      'observations.csv': 493,
      'supplies.csv': 3,
    });
    // Of one person the rows speak later than the document: there its entries go into the rows' statements.
    const entries = ledger.filter(({ unit, state }) => unit === 'entry' && state === 'merged');
    expect([entries.length, new Set(entries.map(({ file }) => file)).size]).toEqual([52, 1]);
    for (const { statements } of ofBoth) {
      const { problem, allergy, immunization, observation } = statements;
      const all: Json[] = [problem, allergy, immunization, observation].flat();
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }
  });

  it('have the same numbers, to the digit that the rows have', () => {
    const wrong = both.flatMap(({ document, rows }) => {
      const own = Map.groupBy(numbersOf(rows), ({ key }) => key);
      return numbersOf(document).filter(
        ({ key, value }) => !own.get(key)?.some((one) => Math.abs(one.value - value) <= 0.0501),
      );
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});
