import { hash } from 'node:crypto';
import type { PatientLine } from '../tally/index.ts';

/** Why a chart is looked at. */
export type Why = 'named' | 'random' | 'risk';

export interface Sampled {
  readonly chart: PatientLine;
  readonly why: Why;
  /** In words, for the sheet. */
  readonly words: string;
}

/** How samples are drawn. */
export interface Sampling {
  /** How many charts by chance, and as many by risk. */
  readonly count: number;
  readonly seed: string;
  /** Ids, record numbers or names of charts that are looked at in any case. */
  readonly named: readonly string[];
}

/** Draws three samples: charts that are named, charts by chance, charts where most can go wrong; each chart once. */
export function drawSample(charts: Iterable<PatientLine>, { count, seed, named }: Sampling): Sampled[] {
  const wanted = new Set(named);
  const chosen: Sampled[] = [];
  const random = new Best(count, (chart) => rankOf(seed, chart.id));
  const large = new Best(Math.ceil(count / 2), (chart) => -statementsIn(chart));
  const doubtful = new Best(Math.ceil(count / 2), (chart) => -doubtOf(chart));
  for (const chart of charts) {
    if (isNamed(chart, wanted)) chosen.push({ chart, why: 'named', words: 'named by whoever asked' });
    for (const best of [random, large, doubtful]) best.offer(chart);
  }
  const byChance = random
    .found()
    .map((chart): Sampled => ({ chart, why: 'random', words: `by chance, seed ${seed}` }));
  const bySize = large
    .found()
    .map((chart): Sampled => ({ chart, why: 'risk', words: `by size: ${statementsIn(chart)} statements` }));
  const byDoubt = doubtful
    .found()
    .filter((chart) => doubtOf(chart) > 0)
    .map(
      (chart): Sampled => ({
        chart,
        why: 'risk',
        words: `by issues: ${chart.issues.error} errors, ${chart.issues.warning} warnings`,
      }),
    );
  const once = new Map<string, Sampled>();
  for (const one of [...chosen, ...byChance, ...bySize, ...byDoubt]) {
    if (!once.has(one.chart.id)) once.set(one.chart.id, one);
  }
  return [...once.values()];
}

const statementsIn = ({ kinds }: PatientLine): number =>
  Object.values(kinds).reduce((sum, one) => sum + one, 0);

const doubtOf = ({ issues }: PatientLine): number => 3 * issues.error + issues.warning;

/** The same for a chart and a seed wherever the chart stands, so that a sample does not depend on any order. */
const rankOf = (seed: string, id: string): number =>
  Number.parseInt(hash('sha256', `${seed} ${id}`).slice(0, 12), 16);

/** Whether a chart is one of those that are named. */
export const isNamed = ({ id, name, identifiers }: PatientLine, wanted: ReadonlySet<string>): boolean =>
  wanted.size > 0 &&
  [id, name ?? '', ...identifiers.map(([, value]) => value)].some((one) => wanted.has(one));

/** The few charts of the lowest rank among any number of them. */
class Best {
  readonly #most: number;
  readonly #rank: (chart: PatientLine) => number;
  #held: { readonly rank: number; readonly chart: PatientLine }[] = [];

  constructor(most: number, rank: (chart: PatientLine) => number) {
    this.#most = most;
    this.#rank = rank;
  }

  offer(chart: PatientLine): void {
    const rank = this.#rank(chart);
    const last = this.#held.at(-1);
    if (this.#held.length >= this.#most && last && rank >= last.rank) return;
    this.#held.push({ rank, chart });
    this.#held.sort((a, b) => a.rank - b.rank || (a.chart.id < b.chart.id ? -1 : 1));
    this.#held = this.#held.slice(0, this.#most);
  }

  found(): PatientLine[] {
    return this.#held.map(({ chart }) => chart);
  }
}
