import { hash } from 'node:crypto';

/** The resources of an archive by their addresses: some twenty-four bytes for each, whatever it holds. */
export interface Known {
  /** Whether it was not known before. */
  add(address: string): boolean;
  has(address: string): boolean;
  /** Whether another content was seen under this address before; those of bundles and of lines are told apart. */
  differs(address: string, form: 'entry' | 'line', content: string): boolean;
}

/** A place of the table: 64 bits of the address's hash, then 32 of the first content of each form; 0 is none. */
const width = 4;
const slots = { entry: 2, line: 3 } as const;

/** Opens the index: a table of hashes that doubles when it is two thirds full. */
export function openKnown(): Known {
  let table = new Uint32Array(width * 1024);
  let count = 0;
  const grow = () => {
    const old = table;
    table = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += width) {
      if (!isFree(old, at)) table.set(old.subarray(at, at + width), placeOf(table, [old[at], old[at + 1]]));
    }
  };
  return {
    add(address) {
      const key = hashOf(address);
      const at = placeOf(table, key);
      if (!isFree(table, at)) return false;
      table.set(key, at);
      count += 1;
      if (3 * count * width > 2 * table.length) grow();
      return true;
    },
    has: (address) => !isFree(table, placeOf(table, hashOf(address))),
    differs(address, form, content) {
      const at = placeOf(table, hashOf(address)) + slots[form];
      const [now] = hashOf(content);
      const before = table[at];
      if (before === 0) table[at] = now;
      return before !== 0 && before !== now;
    },
  };
}

type KeyOfAddress = readonly [high: number, low: number];

/** The first bits of a hash that nobody can aim at; never zero, which is a free place. */
function hashOf(text: string): KeyOfAddress {
  const digest = hash('sha256', text, 'buffer');
  return [digest.readUInt32LE(0) || 1, digest.readUInt32LE(4)];
}

const isFree = (table: Uint32Array, at: number): boolean => table[at] === 0;

/** Where a key stands, or else the free place where it would. */
function placeOf(table: Uint32Array, [high = 0, low = 0]: readonly (number | undefined)[]): number {
  let at = (low * width) % table.length;
  while (!isFree(table, at) && (table[at] !== high || table[at + 1] !== low))
    at = (at + width) % table.length;
  return at;
}
