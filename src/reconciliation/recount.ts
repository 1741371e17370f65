/** Lines of a ledger by unit, state and rule. */
export type Recount = ReadonlyMap<string, number>;

/** The parts of one key. */
export interface RecountLine {
  readonly unit: string;
  readonly state: string;
  readonly rule: string;
  readonly count: number;
}

// Quotes inside of a path are escaped: these words in this form are the line's own.
const line = /"unit":"([a-z]+)","state":"([a-z-]+)"(?:,"rule":"((?:[^"\\]|\\.)*)")?(?:,"count":(\d+))?/;

/** Counts the lines of `ledger.ndjson` without taking the run's own sums for true. */
export function recount(lines: Iterable<string>): Recount {
  const counts = new Map<string, number>();
  for (const text of lines) {
    const [, unit, state, rule = '', times = '1'] = line.exec(text) ?? [];
    if (unit === undefined) continue;
    const key = `${unit}\t${state}\t${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + Number(times));
  }
  return counts;
}

/** What was counted, line by line. */
export const recounted = (counts: Recount): RecountLine[] =>
  [...counts].map(([key, count]) => {
    const [unit = '', state = '', rule = ''] = key.split('\t');
    return { unit, state, rule, count };
  });

/** How many units of a kind were told of in one state. */
export const timesOf = (counts: Recount, unit: string, state: string): number =>
  recounted(counts).reduce(
    (sum, one) => (one.unit === unit && one.state === state ? sum + one.count : sum),
    0,
  );
