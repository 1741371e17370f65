/** Of known words the one nearest to one that is not known; none where none is near. */
export function nearestWord(wanted: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(wanted.length / 2));
  for (const word of known) {
    const distance = distanceOf(wanted.toLowerCase(), word.toLowerCase(), least);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** How many letters are to be added, left out, changed or swapped (Damerau and Levenshtein); `most` at the most. */
function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) >= most) return most;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) rows.push(nextRow(rows, { one, other, i }));
  return rows[one.length]?.[other.length] ?? most;
}

function nextRow(
  rows: readonly (readonly number[])[],
  { one, other, i }: { one: string; other: string; i: number },
): number[] {
  const above = rows[i - 1] ?? [];
  const row = [i];
  for (let j = 1; j <= other.length; j++) {
    const same = one[i - 1] === other[j - 1];
    const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    row.push(
      Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    );
  }
  return row;
}
