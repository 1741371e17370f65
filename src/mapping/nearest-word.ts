/** Of known words the one nearest to one that is not known; none where none is near. */
export function nearestWord(wanted: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(3, Math.ceil(wanted.length / 2));
  for (const word of known) {
    const distance = distanceOf(wanted.toLowerCase(), word.toLowerCase(), least);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** How many letters are to be added, left out, changed or swapped (Damerau and Levenshtein); `most` at the most. */
function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) >= most) return most;
  const costs: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    costs.push(row);
    for (let j = 1; j <= other.length; j++) row.push(costAt(costs, one.slice(0, i), other.slice(0, j)));
  }
  return costs[one.length]?.[other.length] ?? most;
}

/** The cost of two beginnings, from those of shorter ones. */
function costAt(costs: readonly (readonly number[])[], one: string, other: string): number {
  const [i, j] = [one.length, other.length];
  const cost = (a: number, b: number): number => costs[a]?.[b] ?? Number.POSITIVE_INFINITY;
  const changed = cost(i - 1, j - 1) + (one.at(-1) === other.at(-1) ? 0 : 1);
  const swapped = i > 1 && j > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  return Math.min(
    cost(i - 1, j) + 1,
    cost(i, j - 1) + 1,
    changed,
    swapped ? cost(i - 2, j - 2) + 1 : changed,
  );
}
