import type { LinkEvidence } from '../../../mapping/index.ts';
import { type KeptSample, shareWithin } from './distinct.ts';

/** A column as links see it: one that may be a key, or point at one. */
export interface LinkColumn {
  readonly name: string;
  /** It tells the rows of its table apart, and is never empty. */
  readonly isKey: boolean;
  /** So it does in a small table, where much is different by chance. */
  readonly isChance: boolean;
  /** Its texts are numbers that count rows: any other column of the kind holds them too. */
  readonly counts: boolean;
  readonly sample: KeptSample;
}

/** A table as links see it. */
export interface LinkTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly LinkColumn[];
}

interface Key {
  readonly table: LinkTable;
  readonly column: LinkColumn;
}

interface Weighed {
  readonly link: LinkEvidence;
  readonly weight: number;
}

const least = 0.95;
/** A name that speaks of the table makes up for rows that an extract lacks. */
const leastNamed = 0.7;
/** So many tables may share a text before it says nothing of any. */
const mostSharing = 40;

/** Finds columns whose texts are in a column of another table that tells its rows apart. */
export class LinkFinder {
  readonly #byHash = new Map<number, Key[]>();

  constructor(tables: readonly LinkTable[]) {
    for (const table of tables) {
      for (const column of table.columns) if (column.isKey) this.#enter({ table, column });
    }
  }

  /** The links of a table, one a column at most. */
  linksOf(table: LinkTable): LinkEvidence[] {
    return table.columns.flatMap((column) => {
      const found = [...this.#sharing(column)].flatMap((key) => linkTo(table, column, key));
      const [best] = found.toSorted((a, b) => b.weight - a.weight);
      return best ? [best.link] : [];
    });
  }

  #enter(key: Key): void {
    for (const hash of key.column.sample.hashes) {
      const keys = this.#byHash.get(hash);
      if (!keys) this.#byHash.set(hash, [key]);
      else if (keys.length < mostSharing) keys.push(key);
    }
  }

  #sharing({ sample }: LinkColumn): Set<Key> {
    const keys = new Set<Key>();
    for (const hash of sample.hashes.subarray(0, 64)) {
      for (const key of this.#byHash.get(hash) ?? []) keys.add(key);
    }
    return keys;
  }
}

function linkTo(from: LinkTable, column: LinkColumn, { table, column: key }: Key): Weighed[] {
  const affinity = affinityOf(column.name, table.name, key.name);
  if (table === from || !mayLink({ from, column, table, key, affinity })) return [];
  const { share, looked } = shareWithin(column.sample, key.sample);
  if (looked === 0 || share < (affinity > 1 ? leastNamed : least)) return [];
  // Where no name speaks of it, numbers that count and a text or two are in many columns.
  if (affinity === 0 && (column.counts || key.counts || looked < 3)) return [];
  const link = { column: column.name, table: table.name, to: key.name, share };
  // Between equals, the table that has more rows knows more of them.
  return [{ link, weight: affinity * 10 + share + table.rows / 1e12 }];
}

interface Possible {
  readonly from: LinkTable;
  readonly column: LinkColumn;
  readonly table: LinkTable;
  readonly key: LinkColumn;
  readonly affinity: number;
}

/** Whether a column may lead to a key, as far as names and sizes tell. */
function mayLink({ from, column, table, key, affinity }: Possible): boolean {
  if (key.isChance && !isOwnNumber(column, table, key)) return false;
  if (!column.isKey || column.isChance) return true;
  return pointsAt(affinity - affinityOf(key.name, from.name, column.name), from, table);
}

/** A number of the rows that another table calls as this one does, and that is called after this table. */
const isOwnNumber = (column: LinkColumn, table: LinkTable, key: LinkColumn): boolean =>
  plain(column.name) === plain(key.name) && affinityOf(key.name, table.name, '') === 3;

/** Of two keys that hold each other's texts the one points that speaks of the other's table, else that of the smaller table. */
function pointsAt(affinity: number, from: LinkTable, to: LinkTable): boolean {
  if (affinity !== 0) return affinity > 0;
  return to.rows > from.rows || (to.rows === from.rows && to.name.length < from.name.length);
}

/** How much the name of a column speaks of a table and its key. */
function affinityOf(column: string, table: string, key: string): number {
  const [name, target] = [plain(column), plain(key)];
  if (name === target && name !== 'id') return 3;
  const about = new Set(nounsOf(table));
  const nouns = nounsOf(column);
  if (nouns.length > 0 && nouns.every((noun) => about.has(noun))) return 3;
  if (nouns.some((noun) => about.has(noun))) return 2;
  return target !== 'id' && target.length > 2 && (name.endsWith(target) || target.endsWith(name)) ? 1 : 0;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What is short for what, in names of keys. */
const short: Readonly<Record<string, string>> = {
  pid: 'patient',
  pat: 'patient',
  enc: 'encounter',
  prov: 'provider',
  dept: 'department',
  org: 'organization',
};
const idWords: ReadonlySet<string> = new Set([
  'id',
  'no',
  'nr',
  'num',
  'nbr',
  'number',
  'key',
  'fk',
  'code',
  'data',
]);

/** The words of a name without those that any key has, in the singular. */
const nounsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !idWords.has(word))
    .map((word) =>
      Object.hasOwn(short, word) ? (short[word] ?? word) : word.replace(/id$/, '').replace(/s$/, ''),
    );
