import type { ColumnRule, Mapping } from '../../../mapping/index.ts';
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
  const general: ReadonlySet<string> = new Set(table?.nulls ?? mapping.source.nulls);
  const common: ColumnRule | undefined = table?.date === undefined ? undefined : { date: table.date };
  const parts = partsOf(table?.columns);
  const columns = new Map<string, Column>();
  for (const [name, part] of parts) columns.set(name, partColumn(name, part, parts));
  for (const [name, index] of layout.index) {
    const own = table?.columns.get(name) ?? table?.columns.get(layout.header[index] ?? name);
    const rule = own ? { ...common, ...own } : common;
    const nulls = rule?.nulls ? new Set([...general, ...rule.nulls]) : general;
    const { encoding, format } = rule ?? {};
    const whole = wholeOf(name, parts);
    columns.set(name, { index, nulls, rule, encoding, format, part: undefined, whole });
  }
  return columns;
}

const none: ReadonlySet<string> = new Set();

const partColumn = (name: string, part: Part, parts: ReadonlyMap<string, Part>): Column => ({
  index: -1,
  nulls: none,
  rule: undefined,
  encoding: undefined,
  format: undefined,
  part,
  whole: wholeOf(name, parts),
});

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
