/** The values of a resource by their paths: `code.coding[0].system` → its text. */
export type Leaves = ReadonlyMap<string, string>;

// Node has it since 21: decimals keep their digits in such numbers.
const json = JSON as unknown as { isRawJSON(value: unknown): value is { rawJSON: string } };

/** Takes a resource apart; its type is no value. */
export function leavesOf(resource: object): Leaves {
  const leaves = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (value === undefined || value === null) return;
    if (json.isRawJSON(value)) leaves.set(path, value.rawJSON);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    } else if (typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, path ? `${path}.${key}` : key);
    } else leaves.set(path, String(value));
  };
  visit(resource, '');
  leaves.delete('resourceType');
  return leaves;
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
