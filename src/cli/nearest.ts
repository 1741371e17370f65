const most = 8;

/** Of known paths those nearest to one that is not known. */
export function nearest(wanted: string, known: readonly string[]): string[] {
  const names = [
    ...new Set(known.map((path) => path.replace(/\[\d+\]/g, '').replace(/\.(coding|extension)\b.*$/, ''))),
  ];
  return names
    .map((name) => ({ name, common: commonStart(name.toLowerCase(), wanted.toLowerCase()) }))
    .toSorted((a, b) => b.common - a.common)
    .slice(0, most)
    .map(({ name }) => name);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
