/** A value of a mapping with what is said of it. */
export interface Leaf {
  readonly value: string;
  readonly comment?: string | undefined;
}

/** A mapping on its way: fields in the order in which they came. */
export type Node = Leaf | Branch | Items;

export interface Branch {
  readonly fields: Map<string, Node>;
}

export interface Items {
  readonly items: Map<string, Node>;
}

/** An empty branch. */
export const branch = (): Branch => ({ fields: new Map() });

interface Step {
  readonly name: string;
  /** The place that it leads to is a list. */
  readonly isList: boolean;
}

/** Puts a value at a path as `names[official].given[1]`: a name in brackets is an item of a list, which is not written. What stands there already stays. */
export function put(root: Branch, path: string, leaf: Leaf): void {
  const steps = stepsOf(path);
  const last = steps.pop();
  let at: Branch | Items | undefined = root;
  for (const step of steps) at = at && descend(at, step);
  if (at && last && !childrenOf(at).has(last.name)) childrenOf(at).set(last.name, leaf);
}

function stepsOf(path: string): Step[] {
  const parts = [...path.matchAll(/[^.[\]]+|\[[^\]]+\]/g)].map(([part]) => part);
  return parts.map((part, at) => ({
    name: part.replace(/[[\]]/g, ''),
    isList: parts[at + 1]?.startsWith('[') ?? false,
  }));
}

const childrenOf = (node: Branch | Items): Map<string, Node> => ('fields' in node ? node.fields : node.items);

/** The branch or list under a name, made where there is none; nothing where a value stands. */
function descend(at: Branch | Items, { name, isList }: Step): Branch | Items | undefined {
  const children = childrenOf(at);
  const next = children.get(name) ?? (isList ? { items: new Map() } : branch());
  children.set(name, next);
  return 'value' in next ? undefined : next;
}

/** Whether something stands at a path. */
export function hasPath(root: Branch, path: string): boolean {
  let at: Node | undefined = root;
  for (const { name } of stepsOf(path)) at = at && !('value' in at) ? childrenOf(at).get(name) : undefined;
  return at !== undefined;
}
