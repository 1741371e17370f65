/** Two numbers of 32 bits in one, from a text (FNV-1a twice, mixed). */
export function hashOf(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  low = Math.imul(low ^ (low >>> 13), 0x297a2d39);
  return ((high >>> 0) % 0x200000) * 0x100000000 + ((low ^ (low >>> 16)) >>> 0);
}

/** How many hashes are kept at most. */
const capacity = 4096;
const keptCapacity = 512;

/** A sample of the different texts of a column: the hashes that are multiples of `step`, in ascending order. */
export interface KeptSample {
  readonly step: number;
  readonly hashes: Float64Array;
}

/**
 * A sample of the different texts of a column: those whose hash ends with enough zeros, more of them as the sample fills up. The same text
 * is in the samples of all columns or in none, so that columns can be held against each other.
 */
export class DistinctSample {
  /** Hashes that are multiples of this are in. */
  step = 1;
  readonly #hashes = new Set<number>();
  #repeated = false;

  /** Whether this text, as far as the sample knows, was there before. */
  add(hash: number): void {
    if (hash % this.step !== 0) return;
    if (this.#hashes.has(hash)) this.#repeated = true;
    else this.#hashes.add(hash);
    if (this.#hashes.size > capacity) this.#thin();
  }

  /** A text was seen again that is not handed in again. */
  repeat(): void {
    this.#repeated = true;
  }

  get repeated(): boolean {
    return this.#repeated;
  }

  get size(): number {
    return this.#hashes.size * this.step;
  }

  /** The sample as it is kept for other tables to be held against, which costs little. */
  kept(): KeptSample {
    let step = this.step;
    let hashes = [...this.#hashes];
    while (hashes.length > keptCapacity) {
      step *= 2;
      hashes = hashes.filter((hash) => hash % step === 0);
    }
    return { step, hashes: Float64Array.from(hashes).sort() };
  }

  #thin(): void {
    this.step *= 2;
    for (const hash of this.#hashes) if (hash % this.step !== 0) this.#hashes.delete(hash);
  }
}

/** The share of a sample's texts that are in another one, and how many could be looked at. */
export function shareWithin(
  one: KeptSample,
  other: KeptSample,
): { readonly share: number; readonly looked: number } {
  const step = Math.max(one.step, other.step);
  const known = new Set(other.hashes);
  const looked = one.hashes.filter((hash) => hash % step === 0);
  const found = looked.filter((hash) => known.has(hash)).length;
  return { share: looked.length === 0 ? 0 : found / looked.length, looked: looked.length };
}
