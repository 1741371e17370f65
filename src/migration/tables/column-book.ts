import type { TableRule } from '../../mapping/index.ts';
import type { Layout, Row, UsedColumns } from '../../readers/csv/index.ts';
import type { LedgerLine } from '../../record/index.ts';

/** What became of the columns of the tables: each gets one line. */
export interface ColumnBook {
  /** Opens the account of a file; `nulls` tells by column which texts mean that nothing is there. */
  open(layout: Layout, nulls: NullsOf): void;
  /** Looks at a row for columns that hold something. */
  see(row: Row): void;
  /** What rules have read, by table. */
  use(from: number, used: UsedColumns): void;
  /** What was used, as JSON, to be added to another account. */
  used(): UsedByTable[];
  add(used: readonly UsedByTable[]): void;
  /** The lines of all columns of a file. */
  linesOf(from: number, layout: Layout, table: ColumnRules): LedgerLine[];
}

/** The columns of a table of an export that rules have read. */
export type UsedByTable = readonly [table: string, columns: readonly string[]];

type NullsOf = (column: string) => ReadonlySet<string>;
type ColumnRules = Pick<TableRule, 'name' | 'key' | 'links' | 'ignore' | 'mapped'>;

/** The columns in which nothing was seen so far. */
interface Empty {
  columns: [name: string, at: number][];
  readonly nulls: NullsOf;
}

/** Opens the account. */
export function openColumnBook(): ColumnBook {
  const filled = new Map<Layout, Set<string>>();
  const empty = new Map<Layout, Empty>();
  const used = new Map<string, Set<string>>();
  const useAll = (table: string, columns: Iterable<string>) => {
    const known = used.get(table) ?? new Set();
    used.set(table, known);
    for (const column of columns) known.add(column);
  };
  return {
    open(layout, nulls) {
      filled.set(layout, new Set());
      empty.set(layout, { columns: layout.header.map((name, at) => [name, at]), nulls });
    },
    see({ layout, cells }) {
      const rest = empty.get(layout);
      if (!rest || rest.columns.length === 0) return;
      const holds = ([name, at]: [string, number]) => !rest.nulls(name).has(cells[at]?.trim() ?? '');
      const found = rest.columns.filter(holds);
      if (found.length === 0) return;
      for (const [name] of found) filled.get(layout)?.add(name);
      rest.columns = rest.columns.filter((column) => !found.includes(column));
    },
    use(from, tables) {
      for (const [table, columns] of tables) useAll(`${from} ${table}`, columns);
    },
    used: () => [...used].map(([table, columns]) => [table, [...columns]] as const),
    add(others) {
      for (const [table, columns] of others) useAll(table, columns);
    },
    linesOf(from, layout, table) {
      const facts = {
        filled: filled.get(layout) ?? new Set(),
        used: used.get(`${from} ${table.name}`) ?? new Set(),
      };
      const names = Map.groupBy(layout.index, ([, at]) => at);
      return layout.header.map((column, at) => {
        // The mapping may write it in other letters.
        const all = [column, ...(names.get(at) ?? []).map(([name]) => name)];
        return {
          unit: 'column',
          place: { file: layout.file, path: column },
          ...fateOf(all, table, facts),
        };
      });
    },
  };
}

interface Facts {
  readonly filled: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
}

type Fate = Pick<LedgerLine, 'state' | 'rule'>;

/** Mapped, left out on purpose, or not accounted for by the mapping: the last two are the ones that are told. */
function fateOf(
  names: readonly string[],
  { key, links, ignore, mapped }: ColumnRules,
  { filled, used }: Facts,
): Fate {
  const isIn = (known: ReadonlySet<string>) => names.some((name) => known.has(name));
  if (isIn(used)) return { state: 'converted' };
  if (isIn(ignore)) return { state: 'left-out', rule: 'ignored' };
  if (!isIn(filled)) return { state: 'left-out', rule: 'no-data' };
  if (isIn(new Set(key))) return { state: 'converted', rule: 'key' };
  if (links.some(({ columns }) => isIn(new Set(columns)))) return { state: 'converted', rule: 'link' };
  return { state: 'left-out', rule: isIn(mapped) ? 'not-read' : 'no-rule' };
}
