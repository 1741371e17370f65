import type { ColumnRule, Mapping, TableRule } from '../../../mapping/index.ts';
import type { Layout } from '../table/row.ts';

/** How one column of a layout is read. */
export interface Column {
  /** The place of its cell; -1 where it is a part of another column. */
  readonly index: number;
  readonly nulls: ReadonlySet<string>;
  readonly rule: ColumnRule | undefined;
  readonly encoding: ColumnRule['encoding'];
  readonly format: ColumnRule['format'];
  readonly part: Part | undefined;
  /** The column in which it stands: another one where it is a part of that, else itself. */
  readonly whole: string;
}

/** One part of a column, by the place that it has there. */
export interface Part {
  readonly column: string;
  readonly at: string;
  readonly place: number;
  readonly count: number;
  readonly fewer: boolean;
}

type Columns = ReadonlyMap<string, Column>;

const known = new WeakMap<Mapping, WeakMap<Layout, Columns>>();

/** The columns of a layout under a mapping, by all names that they have; they are worked out once for all patients. */
export function columnsOf(layout: Layout, mapping: Mapping): Columns {
  const layouts = known.get(mapping) ?? new WeakMap<Layout, Columns>();
  known.set(mapping, layouts);
  const columns = layouts.get(layout) ?? plan(layout, mapping);
  layouts.set(layout, columns);
  return columns;
}

function plan(layout: Layout, mapping: Mapping): Columns {
  const table = mapping.tables.get(layout.table);
  const nulls: ReadonlySet<string> = new Set(table?.nulls ?? mapping.source.nulls);
  const parts = partsOf(table?.columns);
  const common = commonRule(table, mapping.source);
  const columns = new Map<string, Column>();
  for (const [name, part] of parts) columns.set(name, { ...nothing, part, whole: wholeOf(name, parts) });
  for (const [name, index] of layout.index) {
    const rule = ruleOf([name, layout.header[index] ?? name], table, common);
    columns.set(name, { ...ownColumn(index, rule, nulls), whole: wholeOf(name, parts) });
  }
  return columns;
}

/** What the mapping says of a column, beside what it says of all. */
function ruleOf(
  names: readonly string[],
  table: TableRule | undefined,
  common: ColumnRule | undefined,
): ColumnRule | undefined {
  const own = names.map((name) => table?.columns.get(name)).find((one) => one !== undefined);
  return own ? { ...common, ...own } : common;
}

/** What holds for all columns of a table. */
function commonRule(table: TableRule | undefined, { decimal }: Mapping['source']): ColumnRule | undefined {
  const rule = { ...(table?.date && { date: table.date }), ...(decimal && { decimal }) };
  return Object.keys(rule).length > 0 ? rule : undefined;
}

function ownColumn(index: number, rule: ColumnRule | undefined, general: ReadonlySet<string>) {
  const nulls = rule?.nulls ? new Set([...general, ...rule.nulls]) : general;
  return { index, nulls, rule, encoding: rule?.encoding, format: rule?.format, part: undefined };
}

/** What a column has that is a part of another one: the rules are that one's. */
const nothing: Omit<Column, 'part' | 'whole'> = {
  index: -1,
  nulls: new Set(),
  rule: undefined,
  encoding: undefined,
  format: undefined,
};

function wholeOf(name: string, parts: ReadonlyMap<string, Part>): string {
  const column = parts.get(name)?.column;
  return column === undefined ? name : wholeOf(column, parts);
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
