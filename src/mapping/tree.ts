import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { MappingFault } from './fault.ts';

/** A place in a file. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Knows where each part of plain values stood in the YAML that they were read from. */
export class Spots {
  readonly #nodes = new WeakMap<object, { readonly own: Spot; readonly keys: Map<string | number, Spot> }>();
  readonly #start: Spot;

  constructor(file: string) {
    this.#start = { file, line: 1, column: 1 };
  }

  note(value: object, own: Spot, keys: Map<string | number, Spot>): void {
    this.#nodes.set(value, { own, keys });
  }

  /** A copy stands where its original does. */
  copy(original: object, copy: object): void {
    const noted = this.#nodes.get(original);
    if (noted) this.#nodes.set(copy, noted);
  }

  /** Where an object or list stands, or one of its fields or items. */
  of(value: unknown, key?: string | number): Spot {
    const noted = typeof value === 'object' && value !== null ? this.#nodes.get(value) : undefined;
    return (key === undefined ? undefined : noted?.keys.get(key)) ?? noted?.own ?? this.#start;
  }

  /** Where a path from a value leads, as far as it leads. */
  at(root: unknown, path: readonly PropertyKey[]): Spot {
    let [holder, spot]: [unknown, Spot] = [root, this.of(root)];
    for (const key of path) {
      if (typeof holder !== 'object' || holder === null) break;
      spot = this.of(holder, key as string | number);
      holder = (holder as Record<PropertyKey, unknown>)[key];
    }
    return spot;
  }
}

/** A YAML file as plain values. */
export interface Tree {
  readonly root: unknown;
  readonly spots: Spots;
  readonly faults: readonly MappingFault[];
}

/** Reads YAML. Numbers that would lose a digit (007, 1.50) stay the texts that they are. */
export function readTree(text: string, file: string, spots = new Spots(file)): Tree {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const faults = document.errors.map(({ message, pos }): MappingFault => {
    const { line, col } = lines.linePos(pos[0]);
    return {
      code: 'yaml',
      file,
      line,
      column: col,
      message: message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '',
    };
  });
  const spotOf = (node: unknown): Spot => {
    const { line, col } = lines.linePos((node as Node | null)?.range?.[0] ?? 0);
    return { file, line: line || 1, column: col || 1 };
  };
  const plain = (node: unknown): unknown => {
    if (isAlias(node)) return plain(node.resolve(document));
    if (isScalar(node)) return scalar(node);
    if (isSeq(node))
      return note(
        node.items.map(plain),
        node,
        node.items.map((item, index) => [index, spotOf(item)]),
      );
    if (!isMap(node)) return undefined;
    const pairs = node.items as Pair<Scalar, unknown>[];
    const entries = pairs.map(({ key, value }) => [String(scalar(key)), plain(value)] as const);
    // `<<: *other` takes over what the map itself does not say.
    const merged = entries.flatMap(([key, value]) => (key === '<<' ? [value] : []));
    const own = entries.filter(([key]) => key !== '<<');
    return note(
      Object.assign({}, ...merged, Object.fromEntries(own)),
      node,
      pairs.map(({ key }) => [String(scalar(key)), spotOf(key)]),
    );
  };
  const note = (value: object, node: unknown, keys: [string | number, Spot][]): object => {
    spots.note(value, spotOf(node), new Map(keys));
    return value;
  };
  return { root: faults.length > 0 ? undefined : plain(document.contents), spots, faults };
}

function scalar(node: unknown): unknown {
  if (!isScalar(node)) return node;
  const { value, source } = node;
  // NULL is a word that tables have.
  if (value === null) return source === undefined || source === '' || source === '~' ? null : source;
  const exact = typeof value !== 'number' || source === undefined || String(value) === source;
  return exact ? value : source;
}
