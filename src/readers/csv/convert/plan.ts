import type { Join, Mapping, RecordRule } from '../../../mapping/index.ts';
import type { Row } from '../table/row.ts';
import type { Here, Work } from './here.ts';
import { rowsOf } from './join.ts';
import { KEY_SEPARATOR } from './row-index.ts';
import { holds, textAt } from './template.ts';

/** A record that is to be made: by which rule, of which rows. */
export interface Task {
  readonly rule: RecordRule;
  readonly rows: Row[];
  /** The id by which others refer to what is made, as one text. */
  id: string | undefined;
}

/** What is to be made of rows, in the order of the rows; a row without a task has no rule. */
export interface Plan {
  readonly tasks: readonly Task[];
  /** Rows that a rule leaves out, and its name. */
  readonly leftOut: ReadonlyMap<Row, string>;
}

/** Finds the rules of each row: the first that takes it, and those before it that let it go on. */
export function planOf(tables: ReadonlyMap<string, Iterable<Row>>, work: Work): Plan {
  const plan = { tasks: [], leftOut: new Map() };
  for (const [table, rows] of tables) {
    const planning = { ...plan, rules: rulesOf(work.mapping, table), groups: new Map(), work };
    for (const row of rows) planRow(row, planning);
  }
  return plan;
}

interface Planning {
  readonly tasks: Task[];
  readonly leftOut: Map<Row, string>;
  readonly rules: readonly RecordRule[];
  /** Records of several rows, by rule and by what their rows have in common. */
  readonly groups: Map<string, Task>;
  readonly work: Work;
}

function planRow(row: Row, planning: Planning): void {
  const { rules, leftOut, work } = planning;
  for (const rule of rules) {
    if (!holds(rule.where, row, work) || !hasData(rule, row, work) || !hasRows(rule, row, work)) continue;
    if (rule.to === 'leftOut') leftOut.set(row, rule.name);
    else addTask(row, rule, planning);
    if (!rule.also) return;
  }
}

/** Whether one of the columns holds something that the rule names. */
const hasData = ({ any }: RecordRule, row: Row, work: Work): boolean =>
  any?.some((column) => textAt(row, column, work) !== undefined) ?? true;

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

/** A task of its own, or one more row of its group. */
function addTask(row: Row, rule: RecordRule, { rules, groups, tasks, work }: Planning): void {
  const key = rule.groupBy.length === 0 ? undefined : groupOf(row, rule, work);
  const task: Task = { rule, rows: [row], id: undefined };
  if (key !== undefined) {
    const name = `${rules.indexOf(rule)}${KEY_SEPARATOR}${key}`;
    const group = groups.get(name);
    if (group) {
      group.rows.push(row);
      return;
    }
    groups.set(name, task);
  }
  tasks.push(task);
}

function groupOf(row: Row, { groupBy }: RecordRule, work: Work): string {
  return groupBy.map((column) => textAt(row, column, work) ?? '').join(KEY_SEPARATOR);
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
