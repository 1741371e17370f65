/** How often each key was met; `other` sums the keys that were too many to be held. */
export interface Counts {
  readonly keys: Readonly<Record<string, number>>;
  readonly other: number;
}

export const noCounts: Counts = { keys: {}, other: 0 };

/** A key of several parts. No part that is counted holds a tab. */
export function keyOf(...parts: readonly (string | undefined)[]): string {
  let key = '';
  for (const [at, part = ''] of parts.entries()) {
    key += `${at === 0 ? '' : '\t'}${part.includes('\t') ? part.replaceAll('\t', ' ') : part}`;
  }
  return key;
}

/** Pairs of words that were met before: most of what is counted is told by the same few. */
const pairs = new Map<string, Map<string, string>>();
const mostPairs = 500;

/** A key of two parts of a vocabulary; it is the same text each time, whose hash need not be made anew. */
export function pairOf(first: string, second: string): string {
  let seconds = pairs.get(first);
  if (!seconds) {
    if (pairs.size >= mostPairs) pairs.clear();
    seconds = new Map();
    pairs.set(first, seconds);
  }
  const known = seconds.get(second);
  if (known !== undefined) return known;
  if (seconds.size >= mostPairs) seconds.clear();
  const key = keyOf(first, second);
  seconds.set(second, key);
  return key;
}

/** The parts of a key. */
export const partsOf = (key: string): string[] => key.split('\t');

/** Counts that grow in place, for a sum over many. */
export class CountBook {
  readonly #keys = new Map<string, { times: number }>();
  readonly #most: number;
  #other = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(key: string, count = 1): void {
    if (count === 0) return;
    const held = this.#keys.get(key);
    if (held) {
      held.times += count;
      return;
    }
    this.#keys.set(key, { times: count });
    // Looked at now and then: to find the largest costs a walk over all.
    if (this.#keys.size >= 2 * this.#most) this.#shrink();
  }

  addAll({ keys, other }: Counts): void {
    for (const [key, count] of Object.entries(keys)) this.add(key, count);
    this.#other += other;
  }

  /** In the order of the keys, so that the same counts are the same bytes. */
  counts(): Counts {
    this.#shrink();
    const keys = [...this.#keys].sort(([a], [b]) => (a < b ? -1 : 1));
    return { keys: Object.fromEntries(keys.map(([key, { times }]) => [key, times])), other: this.#other };
  }

  /**
   * Holds the keys with the smallest hashes. Whatever the order in which parts are summed, a key among the smallest of
   * all is among the smallest of each part and is never let go: its count is exact, and sums of sums are the same.
   */
  #shrink(): void {
    if (this.#keys.size <= this.#most) return;
    const ranked = [...this.#keys.keys()].map((key) => [rankOf(key), key] as const);
    ranked.sort(([a, one], [b, two]) => a - b || (one < two ? -1 : 1));
    for (const [, key] of ranked.slice(this.#most)) {
      this.#other += this.#keys.get(key)?.times ?? 0;
      this.#keys.delete(key);
    }
  }
}

/** FNV-1a of 32 bits. */
function rankOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
