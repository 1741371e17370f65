import type { Row } from '../../readers/csv/index.ts';
import type { Spill } from '../spill.ts';
import type { KeyStore } from './key-store.ts';
import type { LayoutBook } from './layout-book.ts';

/** The rows of an export's tables that belong to no patient: found by key, and given back in their order. */
export interface SharedTables {
  /** Takes a row; of several rows of one key the first is found. */
  add(row: Row, key: string | undefined): void;
  find(table: string, key: string): Row | undefined;
  /** The rows of a table in their order, and whether a patient's row led to them. */
  rows(table: string): Generator<{ readonly row: Row; readonly found: boolean }>;
  /** Which rows were found since this was asked last: a bit a line of each file. */
  takeFound(): FoundRows[];
  /** Adds what an earlier run of the same work found. */
  addFound(found: readonly FoundRows[]): void;
}

/** Rows of a file that were found, as JSON. */
export type FoundRows = readonly [file: string, bits: string];

interface Shelves {
  readonly keys: KeyStore;
  readonly spill: Spill;
  readonly layouts: LayoutBook;
}

/** So many rows are kept at hand. */
const mostAtHand = 1000;

/** Opens the shared tables of an export, by its number in the run. */
export function openSharedTables(from: number, { keys, spill, layouts }: Shelves): SharedTables {
  const atHand = new Map<string, Row>();
  const found = new Marks();
  const recent = new Marks();
  const space = (table: string) => `shared ${from} ${table}`;
  const written = ({ layout, line, cells }: Row) =>
    JSON.stringify([layouts.numberOf(layout), line, ...cells]);
  const read = (text: string): Row => {
    const [at, line, ...cells] = JSON.parse(text) as [number, number, ...string[]];
    return { layout: layouts.at(at), line, cells };
  };
  const look = (table: string, key: string): Row | undefined => {
    const name = `${table}\u0000${key}`;
    const text = atHand.has(name) ? undefined : keys.get(space(table), key);
    const row = atHand.get(name) ?? (text === undefined ? undefined : read(text));
    if (row) keepAtHand(atHand, name, row);
    return row;
  };
  return {
    add(row, key) {
      const { table } = row.layout;
      const text = written(row);
      spill.add(space(table), text);
      if (key !== undefined && keys.get(space(table), key) === undefined) keys.set(space(table), key, text);
    },
    find(table, key) {
      const row = look(table, key);
      if (row) recent.mark(row);
      return row;
    },
    *rows(table) {
      for (const text of spill.lines(space(table))) {
        const row = read(text);
        yield { row, found: found.has(row) || recent.has(row) };
      }
    },
    takeFound() {
      const taken = recent.take();
      for (const one of taken) found.add(one);
      return taken;
    },
    addFound(others) {
      for (const one of others) found.add(one);
    },
  };
}

/** The latest last; the one that was not asked for longest goes. */
function keepAtHand(atHand: Map<string, Row>, name: string, row: Row): void {
  atHand.delete(name);
  atHand.set(name, row);
  if (atHand.size <= mostAtHand) return;
  const [oldest = ''] = atHand.keys();
  atHand.delete(oldest);
}

/** Rows that are marked, in a bit each. */
class Marks {
  readonly #files = new Map<string, Uint8Array>();

  mark({ layout, line }: Row): void {
    const known = this.#files.get(layout.file) ?? new Uint8Array(1024);
    const bits = line >>> 3 < known.length ? known : new Uint8Array(((line >>> 3) + 1) * 2);
    if (bits !== known) bits.set(known);
    bits[line >>> 3] = (bits[line >>> 3] ?? 0) | (1 << (line & 7));
    this.#files.set(layout.file, bits);
  }

  add([file, text]: FoundRows): void {
    const bits = Buffer.from(text, 'base64');
    const known = this.#files.get(file) ?? new Uint8Array(0);
    const all = known.length < bits.length ? new Uint8Array(bits.length) : known;
    if (all !== known) all.set(known);
    for (const [at, byte] of bits.entries()) all[at] = (all[at] ?? 0) | byte;
    this.#files.set(file, all);
  }

  take(): FoundRows[] {
    const taken = [...this.#files].map(([file, bits]) => {
      return [file, Buffer.from(bits).toString('base64')] as const;
    });
    this.#files.clear();
    return taken;
  }

  has({ layout, line }: Row): boolean {
    return ((this.#files.get(layout.file)?.[line >>> 3] ?? 0) & (1 << (line & 7))) !== 0;
  }
}
