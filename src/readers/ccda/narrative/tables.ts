import type { XmlElement } from '../../xml/element.ts';
import { isCell, type Placed, placedCells, spanOf } from './grid.ts';
import { localName } from './local-name.ts';
import type { TableBuilder } from './table-builder.ts';

// Cells that reach down are looked for in that many rows above, so that a table of n referenced rows costs no n².
const reach = 100;

/** The beginning of a table, to go on from. */
export interface Head {
  readonly begun: TableBuilder;
  readonly visible: boolean;
}

/** The rows of one section of a table. */
interface Rows {
  readonly all: readonly XmlElement[];
  readonly places: ReadonlyMap<XmlElement, number>;
  /** The places of those with a cell that reaches down, in order. */
  readonly reaching: readonly number[];
}

/**
 * What the parts of a document's tables need of the table around them: many entries of a document name a row or a cell
 * of one table each, so it is worked out once.
 */
export class Tables {
  readonly #headers = new Map<XmlElement, readonly XmlElement[]>();
  readonly #grids = new Map<XmlElement, readonly (readonly Placed[])[]>();
  readonly #rows = new Map<XmlElement, Rows>();
  /** The captions and header rows of tables as they are written, where they are the same for every part. */
  readonly heads = new Map<XmlElement, Head>();

  /** The header rows: those of thead, or the first rows that hold nothing but th. */
  headerRows(table: XmlElement): readonly XmlElement[] {
    return kept(this.#headers, table, () => headerRowsOf(table));
  }

  /** The cells of each header row by column. */
  headerGrid(table: XmlElement): readonly (readonly Placed[])[] {
    const headers = this.headerRows(table);
    return kept(this.#grids, table, () =>
      headers.map((_, index) => placedCells(headers.slice(0, index + 1))),
    );
  }

  /** The cells of a row by column, with those that reach down into it from the rows above. */
  cellsOf(row: XmlElement): Placed[] {
    const section = row.parent;
    if (!section) return placedCells([row]);
    const { all, places, reaching } = kept(this.#rows, section, () => rowsOf(section));
    const end = places.get(row) ?? 0;
    // Above the first row that reaches down there is nothing to be found.
    const start = reaching.find((place) => place > end - reach) ?? end;
    return placedCells(all.slice(Math.min(start, end), end + 1));
  }
}

function kept<K, V>(cache: Map<K, V>, key: K, work: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = work();
  cache.set(key, value);
  return value;
}

function rowsOf(section: XmlElement): Rows {
  const all = section.elements().filter((child) => localName(child) === 'tr');
  return {
    all,
    places: new Map(all.map((row, place) => [row, place])),
    reaching: all.flatMap((row, place) => (reachesDown(row) ? [place] : [])),
  };
}

const reachesDown = (row: XmlElement): boolean =>
  row.children.some((cell) => isCell(cell) && spanOf(cell, 'rowspan') > 1);

function headerRowsOf(table: XmlElement): XmlElement[] {
  const heads = table.elements().filter((child) => localName(child) === 'thead');
  if (heads.length > 0)
    return heads.flatMap((head) => head.elements().filter((row) => localName(row) === 'tr'));
  const first = table.elements().find((child) => localName(child) === 'tbody') ?? table;
  const rows: XmlElement[] = [];
  for (const row of first.elements()) {
    if (localName(row) !== 'tr') continue;
    const cells = row.elements().filter(isCell);
    if (cells.length === 0 || cells.some((cell) => localName(cell) !== 'th')) break;
    rows.push(row);
  }
  return rows;
}
