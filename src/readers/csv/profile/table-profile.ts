import type { ColumnEvidence, TableEvidence } from '../../../mapping/index.ts';
import type { Dialect } from '../table/dialect.ts';
import {
  isBad,
  isLeftOut,
  type Layout,
  type LeftOutRule,
  type RowFault,
  type TableRow,
} from '../table/row.ts';
import { ColumnProfiler } from './column-profile.ts';
import { looksLikeNames } from './header-names.ts';
import { isCounting, isLine, isPointing, keyOf, mayLead } from './key-columns.ts';
import { KeyFinder } from './keys.ts';
import type { LinkColumn, LinkTable } from './links.ts';
import { type Hidden, hiddenFor, leastShown } from './shown.ts';

/** A column as it is shown. */
export interface ColumnProfile extends ColumnEvidence {
  readonly empty: number;
  readonly top: readonly { readonly value: string; readonly count: number }[];
  /** Why no texts are shown. */
  readonly hidden?: Hidden | undefined;
}

/** What is found in a table. */
export interface TableProfile extends TableEvidence {
  readonly columns: readonly ColumnProfile[];
  readonly dialect: Dialect;
  readonly bad: Readonly<Partial<Record<RowFault, number>>>;
  readonly leftOut: Readonly<Partial<Record<LeftOutRule, number>>>;
}

const topShown = 5;

/** Profiles one table as its rows come. */
export class TableProfiler {
  readonly #layout: Layout;
  readonly #dialect: Dialect;
  readonly #columns: readonly ColumnProfiler[];
  readonly #keys = new KeyFinder();
  readonly #bad: Partial<Record<RowFault, number>> = {};
  readonly #leftOut: Partial<Record<LeftOutRule, number>> = {};
  #rows = 0;

  constructor(layout: Layout, dialect: Dialect) {
    this.#layout = layout;
    this.#dialect = dialect;
    this.#columns = layout.header.map((name) => new ColumnProfiler(name));
  }

  push(rows: readonly TableRow[]): void {
    for (const row of rows) {
      if (isBad(row)) this.#bad[row.fault] = (this.#bad[row.fault] ?? 0) + 1;
      else if (isLeftOut(row)) this.#leftOut[row.rule] = (this.#leftOut[row.rule] ?? 0) + 1;
      else this.#count(row.cells);
    }
  }

  #count(cells: readonly string[]): void {
    this.#rows++;
    this.#keys.add(cells);
    for (let at = 0; at < this.#columns.length; at++) this.#columns[at]?.add(cells[at] ?? '');
  }

  /** Whether the names of the columns are a row: they look like cells, or come again among them. */
  get isHeaderless(): boolean {
    const names = this.#columns.map(({ name }) => name);
    if (!looksLikeNames(names)) return true;
    return this.#columns.filter((one) => one.holds(one.name)).length > Math.max(1, names.length / 10);
  }

  /** All that was found but links, which take the other tables too. */
  profile(): { readonly profile: TableProfile; readonly table: LinkTable } {
    const columns = this.#columns.map((one) => this.#columnProfile(one));
    const { file, table: name } = this.#layout;
    const key = keyOf(columns, this.#rows, this.#keys);
    const profile: TableProfile = {
      name,
      file,
      headerless: this.#dialect.header !== undefined,
      rows: this.#rows,
      columns,
      key,
      links: [],
      dialect: this.#dialect,
      bad: this.#bad,
      leftOut: this.#leftOut,
    };
    return { profile, table: { name, rows: this.#rows, columns: this.#linkColumns(key) } };
  }

  #linkColumns(key: readonly string[]): LinkColumn[] {
    return this.#columns.flatMap((one) => {
      const evidence = one.evidence();
      if (!mayLead(evidence) || isLine(evidence)) return [];
      const isKey = evidence.unique && evidence.filled === this.#rows;
      const isOwn = key.length === 1 && key[0] === one.name;
      const isChance = isKey && !isOwn && this.#rows < 20;
      return [{ name: one.name, isKey, isChance, counts: isCounting(evidence), sample: one.sample.kept() }];
    });
  }

  #columnProfile(one: ColumnProfiler): ColumnProfile {
    const evidence = one.evidence();
    const hidden = hiddenFor(evidence, isPointing(evidence));
    const top = hidden ? [] : one.top(topShown, leastShown);
    const rare = !hidden && evidence.filled > 0 && top.length === 0;
    return { ...evidence, empty: this.#rows - one.filled, top, hidden: rare ? 'rare' : hidden };
  }
}
