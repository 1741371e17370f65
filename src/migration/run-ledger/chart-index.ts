import type { DatabaseSync } from 'node:sqlite';

/** What a chart is found by. */
export const chartKeyKinds = ['number', 'name', 'birth'] as const;
export type ChartKeyKind = (typeof chartKeyKinds)[number];

/** A chart with its keys, and where its line stands. */
export interface IndexedChart extends ChartPlace {
  readonly keys: readonly (readonly [kind: ChartKeyKind, key: string])[];
}

/** Where the line of a chart stands in `patients.ndjson`, in bytes. */
export interface ChartPlace {
  readonly id: string;
  readonly start: number;
  readonly length: number;
}

/** One thing that is asked of a chart: a key of this kind that begins so, or is just so. */
export interface Wish {
  readonly kind: ChartKeyKind;
  readonly key: string;
  readonly isWhole: boolean;
}

/** Fills the index. */
export function putCharts(database: DatabaseSync, charts: Iterable<IndexedChart>): void {
  database.exec('DELETE FROM chart; DELETE FROM chart_key');
  const putChart = database.prepare('INSERT OR REPLACE INTO chart VALUES (?, ?, ?)');
  const putKey = database.prepare('INSERT OR IGNORE INTO chart_key VALUES (?, ?, ?)');
  for (const { id, start, length, keys } of charts) {
    putChart.run(id, start, length);
    for (const [kind, key] of keys) putKey.run(kind, key, id);
  }
}

/** No letter stands behind it. */
const last = '\u{10ffff}';

/** The charts for which all wishes are true, in the order of the file, and how many there are. */
export function chartsFor(
  database: DatabaseSync,
  wishes: readonly Wish[],
  most: number,
): { charts: ChartPlace[]; count: number } {
  const within = wishes.map(() => 'SELECT id FROM chart_key WHERE kind = ? AND key >= ? AND key <= ?');
  const from = `FROM chart WHERE id IN (${within.join(' INTERSECT ')})`;
  const values = wishes.flatMap(({ kind, key, isWhole }) => [kind, key, isWhole ? key : key + last]);
  const { count } = database.prepare(`SELECT count(*) AS count ${from}`).get(...values) as { count: number };
  const charts = database
    .prepare(`SELECT id, start, length ${from} ORDER BY start LIMIT ?`)
    .all(...values, most) as unknown as ChartPlace[];
  return { charts, count };
}

/** Where the files of the input with these names lie in the run folder, by their hashes. */
export function hashesOfInputs(database: DatabaseSync, names: readonly string[]): Map<string, string> {
  const find = database.prepare('SELECT sha256 FROM input WHERE file = ?');
  return new Map(names.map((name) => [name, String(find.get(name)?.['sha256'] ?? '')]));
}
