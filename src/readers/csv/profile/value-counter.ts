/** How many different texts are counted at once, and how long they may be. */
const capacity = 2000;
const longest = 60;

/** Counts the texts of a column that come often. Memory is bounded: rare ones are forgotten, so that a count is never too high. */
export class ValueCounter {
  #counts = new Map<string, number>();

  /** Whether the text was counted before. */
  add(text: string): boolean {
    const before = this.#counts.get(text);
    if (before !== undefined) {
      this.#counts.set(text, before + 1);
      return true;
    }
    if (text.length > longest) return false;
    if (this.#counts.size >= capacity) this.#forget();
    // A cell may be a slice of the whole block it was cut from.
    if (this.#counts.size < capacity) this.#counts.set(Buffer.from(text).toString(), 1);
    return false;
  }

  has(text: string): boolean {
    return this.#counts.has(text);
  }

  /** The texts that come most often, none that comes less often than `least`. */
  top(most: number, least: number): { readonly value: string; readonly count: number }[] {
    return [...this.#counts]
      .filter(([, count]) => count >= least)
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([value, count]) => ({ value, count }));
  }

  #forget(): void {
    const often = [...this.#counts].filter(([, count]) => count > 1);
    // Where nearly all come twice, nothing is forgotten and nothing new is counted.
    if (often.length < capacity / 2) this.#counts = new Map(often);
  }
}
