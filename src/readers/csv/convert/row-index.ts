import type { Mapping } from '../../../mapping/index.ts';
import type { SharedRows } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import type { Cells } from './cells.ts';

/** Between the columns of a key that is made of several. */
export const KEY_SEPARATOR = '\u001f';

const none: readonly Row[] = [];

type Tables = ReadonlyMap<string, readonly Row[]>;

/** Finds rows of a patient's tables by the text of some of their columns, and rows of shared tables by their key. */
export class RowIndex {
  readonly #tables: Tables;
  readonly #shared: SharedRows;
  readonly #cells: Cells;
  readonly #mapping: Mapping;
  /** By table and the list of columns itself: mappings hold each list once. */
  readonly #indexes = new Map<string, Map<readonly string[], Map<string, Row[]>>>();
  /** Rows of which another row read something. */
  readonly lookedUp = new Set<Row>();

  constructor(mapping: Mapping, tables: Tables, { shared, cells }: { shared: SharedRows; cells: Cells }) {
    this.#mapping = mapping;
    this.#tables = tables;
    this.#shared = shared;
    this.#cells = cells;
  }

  /** The patient's rows of a table whose columns have these texts. */
  find(table: string, columns: readonly string[], key: string): readonly Row[] {
    const rows = this.#tables.get(table);
    return rows === undefined ? none : (this.#indexOf(table, rows, columns).get(key) ?? none);
  }

  #indexOf(table: string, rows: readonly Row[], columns: readonly string[]): Map<string, Row[]> {
    const indexes = this.#indexes.get(table) ?? new Map<readonly string[], Map<string, Row[]>>();
    this.#indexes.set(table, indexes);
    const known = indexes.get(columns);
    if (known) return known;
    const [only] = columns;
    const textOf =
      columns.length === 1 && only !== undefined
        ? (row: Row) => this.#cells.read(row, only) ?? ''
        : (row: Row) => columns.map((column) => this.#cells.read(row, column) ?? '').join(KEY_SEPARATOR);
    const index = Map.groupBy(rows, textOf);
    indexes.set(columns, index);
    return index;
  }

  /** The row that a column links to: one of the patient's, else one of a shared table. */
  linked(row: Row, column: string): Row | undefined {
    const link = this.#mapping.tables
      .get(row.layout.table)
      ?.links.find(({ columns }) => columns.length === 1 && columns[0] === column);
    const key = this.#cells.read(row, column);
    const found = link && key !== undefined ? this.byKey(link.table, link.to, key) : undefined;
    if (found) this.lookedUp.add(found);
    return found;
  }

  byKey(table: string, columns: readonly string[], key: string): Row | undefined {
    const [own] = this.find(table, columns, key);
    return own ?? this.#shared.find(table, key);
  }
}
