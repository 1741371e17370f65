import type { Contribution, Precedence } from '../record/index.ts';

/** Fourteen digits, so that times of different precision compare. */
const digits = (time: string): string =>
  time
    .replace(/[+-]\d{2}:?\d{2}$|\..*$/g, '')
    .replace(/\D/g, '')
    .slice(0, 14)
    .padEnd(14, '0');

/** Sorts from the oldest to the latest: a higher version of one set is never older than a lower one; then time; then hash. */
export function byPrecedence(contributions: readonly Contribution[]): Contribution[] {
  const times = timesOf(contributions.map(({ precedence }) => precedence));
  return contributions.toSorted((a, b) => compare(times, a.precedence, b.precedence));
}

/** A document's time, or that of an earlier version of its set where that one is later. */
function timesOf(precedences: readonly Precedence[]): Map<Precedence, string> {
  const times = new Map(precedences.map((one) => [one, digits(one.time)]));
  const sets = Map.groupBy(
    precedences.filter(({ set, version }) => set !== undefined && version !== undefined),
    ({ set }) => set,
  );
  for (const versions of sets.values()) {
    let latest = '';
    for (const one of versions.toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0))) {
      const own = times.get(one) ?? '';
      if (own > latest) latest = own;
      times.set(one, latest);
    }
  }
  return times;
}

function compare(times: ReadonlyMap<Precedence, string>, a: Precedence, b: Precedence): number {
  const [first, second] = [times.get(a) ?? '', times.get(b) ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  const versions = a.set === b.set ? (a.version ?? 0) - (b.version ?? 0) : 0;
  return versions || byText(a.hash, b.hash);
}

const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** A stamp by which values of shared people compare: the time, then the hash. */
export const stampOf = ({ time, hash }: Precedence): string => `${digits(time)} ${hash}`;
