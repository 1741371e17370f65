import type { ColumnRule, Mapping } from '../../../mapping/index.ts';
import type { Layout, Row } from '../table/row.ts';
import { inForm } from './formats.ts';

/** How the columns of a layout are read. */
interface Plan {
  readonly nulls: readonly ReadonlySet<string>[];
  readonly rules: readonly (ColumnRule | undefined)[];
  /** Columns that are parts of others. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly used: Set<string>;
}

/** One part of a column, by the place that it has there. */
interface Part {
  readonly column: string;
  readonly at: string;
  readonly place: number;
  readonly count: number;
  readonly fewer: boolean;
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
    const plan = this.#planOf(row.layout);
    if (index === undefined) return this.#readPart(row, plan.parts.get(column));
    const text = (row.cells[index] ?? '').trim();
    if (text === '' || plan.nulls[index]?.has(text)) return undefined;
    plan.used.add(row.layout.header[index] ?? column);
    const { encoding, format } = plan.rules[index] ?? {};
    const plain = encoding === 'base64' ? decoded(text) : text;
    return format === undefined ? plain : inForm(plain, format);
  }

  /** A line of text as it stands, without what cannot be seen at its end. */
  lineOf(row: Row, column: string): string {
    return (row.cells[row.layout.index.get(column) ?? -1] ?? '').trimEnd();
  }

  #readPart(row: Row, part: Part | undefined): string | undefined {
    const parts = part && this.read(row, part.column)?.split(part.at);
    if (!part || !parts || parts.length > part.count) return undefined;
    const text = part.fewer || parts.length === part.count ? parts[part.place]?.trim() : undefined;
    return text === '' ? undefined : text;
  }

  /** The column in which one stands that is a part of it; else the column itself. */
  columnOf(row: Row, column: string): string {
    const whole = this.#planOf(row.layout).parts.get(column)?.column;
    return whole === undefined ? column : this.columnOf(row, whole);
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
    const common: ColumnRule | undefined = table?.date === undefined ? undefined : { date: table.date };
    const rules = layout.header.map((column) => {
      const own = table?.columns.get(column);
      return own ? { ...common, ...own } : common;
    });
    const nulls = rules.map((rule) => (rule?.nulls ? new Set([...general, ...rule.nulls]) : general));
    const plan = { nulls, rules, parts: partsOf(table?.columns), used };
    this.#plans.set(layout, plan);
    return plan;
  }
}

function partsOf(columns: ReadonlyMap<string, ColumnRule> = new Map()): Map<string, Part> {
  const entries = [...columns].flatMap(([column, { split }]) =>
    (split?.into ?? []).map((name, place) => {
      const { at = '', into = [], fewer = false } = split ?? {};
      return [name, { column, at, place, count: into.length, fewer }] as const;
    }),
  );
  return new Map(entries);
}

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8').trim();
