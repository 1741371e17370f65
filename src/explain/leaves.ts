/** The values of a resource by their paths: `code.coding[0].system` → its text. */
export type Leaves = ReadonlyMap<string, string>;

// Node has it since 21: decimals keep their digits in such numbers.
const json = JSON as unknown as { isRawJSON(value: unknown): value is { rawJSON: string } };

/** Takes a resource apart; its type is no value. */
export function leavesOf(resource: object): Leaves {
  const leaves = new Map<string, string>();
  visit(resource, '', leaves);
  leaves.delete('resourceType');
  return leaves;
}

function visit(value: unknown, path: string, leaves: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (json.isRawJSON(value)) leaves.set(path, value.rawJSON);
  else if (typeof value === 'object') visitObject(value, path, leaves);
  else leaves.set(path, String(value));
}

function visitObject(value: object, path: string, leaves: Map<string, string>): void {
  const inside = path ? `${path}.` : '';
  for (const [key, item] of Object.entries(value)) {
    visit(item, Array.isArray(value) ? `${path}[${key}]` : `${inside}${key}`, leaves);
  }
}

/** The paths at which two resources differ. */
export function differing(one: Leaves, other: Leaves): Set<string> {
  const paths = new Set<string>();
  for (const [path, value] of one) if (other.get(path) !== value) paths.add(path);
  for (const path of other.keys()) if (!one.has(path)) paths.add(path);
  return paths;
}

/** Whether a path is an element or stands in it; `reaction.severity` is `reaction[0].severity` too. */
export function isWithin(path: string, element: string): boolean {
  return startsWithStep(path, element) || startsWithStep(withoutIndexes(path), element);
}

const startsWithStep = (path: string, element: string): boolean =>
  path.startsWith(element) && ['', '.', '['].includes(path.charAt(element.length));

/** A path without the positions in lists. */
export const withoutIndexes = (path: string): string => path.replace(/\[\d+\]/g, '');

/** Where a value stands in a resource that lists more or less than the one it was looked up in: at the path most like it. */
export function pathIn(leaves: Leaves, { path, value }: { path: string; value: string }): string | undefined {
  if (leaves.get(path) === value) return path;
  const shape = withoutIndexes(path);
  const same = [...leaves].filter(([one, text]) => text === value && withoutIndexes(one) === shape);
  return same.map(([one]) => one).toSorted((a, b) => commonEnd(b, path) - commonEnd(a, path))[0];
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

/** How often a value stands in such a place, whatever the positions in lists. */
export function countOf(leaves: Leaves, path: string, value: string): number {
  const shape = withoutIndexes(path);
  let count = 0;
  for (const [one, text] of leaves) if (text === value && withoutIndexes(one) === shape) count++;
  return count;
}

/** Whether a value is still there, at its place or at another of the same list. */
export function isKept(before: Leaves, after: Leaves, path: string): boolean {
  const value = before.get(path) ?? '';
  return countOf(after, path, value) >= countOf(before, path, value);
}
