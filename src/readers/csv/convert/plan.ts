import type { Join, Mapping, RecordRule } from '../../../mapping/index.ts';
import type { Row } from '../table/row.ts';
import type { Here, Work } from './here.ts';
import { rowsOf } from './join.ts';
import { KEY_SEPARATOR } from './row-index.ts';
import { fill, holds } from './template.ts';

/** A record that is to be made: by which rule, of which rows. */
export interface Task {
  readonly rule: RecordRule;
  readonly rows: Row[];
}

/** What is to be made of rows, in the order of the rows; a row without a task has no rule. */
export interface Plan {
  readonly tasks: readonly Task[];
  /** Rows that a rule leaves out, and its name. */
  readonly leftOut: ReadonlyMap<Row, string>;
}

/** Finds the rules of each row: the first that takes it, and those before it that let it go on. */
export function planOf(tables: ReadonlyMap<string, Iterable<Row>>, work: Work): Plan {
  const tasks: Task[] = [];
  const leftOut = new Map<Row, string>();
  for (const [table, rows] of tables) {
    const rules = rulesOf(work.mapping, table);
    const groups = new Map<string, Task>();
    for (const row of rows) {
      for (const [index, rule] of rules.entries()) {
        if (!holds(rule.where, row, work) || !hasRows(rule, row, work)) continue;
        if (rule.to === 'leftOut') leftOut.set(row, rule.name);
        else addTask(row, { rule, index, groups, tasks, work });
        if (!rule.also) break;
      }
    }
  }
  return { tasks, leftOut };
}

/** Whether rows of other tables belong to a row, or do not, as its rule asks. */
function hasRows({ with: wanted, without }: RecordRule, row: Row, work: Work): boolean {
  const has = (join: Join) => rowsOf(join, placeOf(row, work)).length > 0;
  return (!wanted || has(wanted)) && (!without || !has(without));
}

/** A row that is only looked at: what is read of it goes nowhere. */
const placeOf = (row: Row, work: Work): Here => ({
  row,
  group: [row],
  work,
  points: [],
  kept: [],
  joined: [],
  field: '',
});

interface Adding {
  readonly rule: RecordRule;
  readonly index: number;
  readonly groups: Map<string, Task>;
  readonly tasks: Task[];
  readonly work: Work;
}

/** A task of its own, or one more row of its group. */
function addTask(row: Row, { rule, index, groups, tasks, work }: Adding): void {
  if (rule.groupBy.length === 0) {
    tasks.push({ rule, rows: [row] });
    return;
  }
  const here = placeOf(row, work);
  const parts = rule.groupBy.map((column) => fill([column], here)?.text ?? '');
  const key = [index, ...parts].join(KEY_SEPARATOR);
  const group = groups.get(key);
  if (group) group.rows.push(row);
  else {
    const task = { rule, rows: [row] };
    groups.set(key, task);
    tasks.push(task);
  }
}

const rulesByTable = new WeakMap<Mapping, Map<string, RecordRule[]>>();

/** The rules of a table, in their order. */
export function rulesOf(mapping: Mapping, table: string): readonly RecordRule[] {
  let tables = rulesByTable.get(mapping);
  if (!tables) {
    tables = Map.groupBy(mapping.rules, ({ from }) => from);
    rulesByTable.set(mapping, tables);
  }
  return tables.get(table) ?? [];
}
