import type { ColumnRule, Mapping } from '../../../mapping/index.ts';
import type { Layout, Row } from '../table/row.ts';

/** How the columns of a layout are read. */
interface Plan {
  readonly nulls: readonly ReadonlySet<string>[];
  readonly rules: readonly (ColumnRule | undefined)[];
  readonly used: Set<string>;
}

/** Reads cells by the rules of their columns, and keeps which columns of each table held something that was read. */
export class Cells {
  readonly #mapping: Mapping;
  readonly #plans = new Map<Layout, Plan>();
  readonly #used = new Map<string, Set<string>>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** The text of a cell; nothing where it is empty or means that nothing is there. */
  read(row: Row, column: string): string | undefined {
    const index = row.layout.index.get(column);
    if (index === undefined) return undefined;
    const text = (row.cells[index] ?? '').trim();
    const plan = this.#planOf(row.layout);
    if (text === '' || plan.nulls[index]?.has(text)) return undefined;
    plan.used.add(column);
    return plan.rules[index]?.encoding === 'base64' ? decoded(text) : text;
  }

  /** What the mapping says of a column. */
  rule(row: Row, column: string): ColumnRule | undefined {
    const index = row.layout.index.get(column);
    return index === undefined ? undefined : this.#planOf(row.layout).rules[index];
  }

  /** The columns of each table that held something that was read. */
  used(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#used;
  }

  #planOf(layout: Layout): Plan {
    const found = this.#plans.get(layout);
    if (found) return found;
    const table = this.#mapping.tables.get(layout.table);
    const general = new Set(table?.nulls ?? this.#mapping.source.nulls);
    const used = this.#used.get(layout.table) ?? new Set<string>();
    this.#used.set(layout.table, used);
    const rules = layout.header.map((column) => table?.columns.get(column));
    const nulls = rules.map((rule) => (rule?.nulls ? new Set([...general, ...rule.nulls]) : general));
    const plan = { nulls, rules, used };
    this.#plans.set(layout, plan);
    return plan;
  }
}

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8').trim();
