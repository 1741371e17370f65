import type { Issue } from '../../../issue/index.ts';
import type { Mapping, RecordRule } from '../../../mapping/index.ts';
import type { Embedded, People } from '../../../record/index.ts';
import { codeSystems } from '../../../terminology/index.ts';
import type { ExportOptions, SharedRows, UnmappedCode, Wanted } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import { Account, pointsOf } from './account.ts';
import { Cells } from './cells.ts';
import { idOf, type Made, makeRecord, makesPeople } from './draft.ts';
import type { Here, Work } from './here.ts';
import { Directory } from './people.ts';
import { planOf, type Task } from './plan.ts';
import { Registry } from './registry.ts';
import { KEY_SEPARATOR, RowIndex } from './row-index.ts';

export type Tables = ReadonlyMap<string, readonly Row[]>;

/** Makes records of rows: first what there will be, so that they can refer to each other, then what they say. */
export class Maker implements Work {
  readonly mapping: Mapping;
  readonly options: ExportOptions;
  readonly cells: Cells;
  readonly index: RowIndex;
  readonly systems;
  readonly issues: Issue[] = [];
  readonly unmapped: UnmappedCode[] = [];
  readonly dates: Work['dates'] = new Map();
  readonly embedded = new Map<string, Embedded>();
  readonly account = new Account();
  readonly directory: Directory;
  readonly tasks: readonly Task[];
  readonly leftOut: ReadonlyMap<Row, string>;
  /** What tells a record apart in the mapping, by its reference. */
  readonly keys = new Map<string, string>();
  /** Whether others may refer to a statement that could not be made in the end. */
  hasUnmade = false;
  readonly #registry = new Registry();
  readonly #refs = new Map<Task, string | undefined>();
  #count = 0;

  constructor(
    mapping: Mapping,
    tables: Tables,
    { shared, options }: { shared: SharedRows; options: ExportOptions },
  ) {
    this.mapping = mapping;
    this.options = options;
    this.cells = new Cells(mapping);
    this.index = new RowIndex(mapping, tables, { shared, cells: this.cells });
    this.systems = codeSystems(options.codeSystems);
    this.directory = new Directory(options.make);
    const plan = planOf(tables, this);
    this.tasks = plan.tasks;
    this.leftOut = plan.leftOut;
    for (const task of this.tasks) this.#announce(task);
  }

  #announce(task: Task): void {
    task.id = idOf(task.rule, task.rows, this, KEY_SEPARATOR);
    this.#registry.add(task);
  }

  /** Makes the record of a task, or quarantines its rows. */
  attempt({ rule, rows }: Task): Made | undefined {
    try {
      return makeRecord(rule, rows, this);
    } catch (error) {
      this.account.quarantine(rows, error);
      return undefined;
    }
  }

  /** Makes a statement and keeps it under its reference. */
  state(task: Task): void {
    const made = this.attempt(task);
    const ref = this.refOf(task);
    if (!made || ref === undefined) {
      this.#refs.set(task, undefined);
      this.hasUnmade = true;
      return;
    }
    this.account.add(ref, task.rows, made);
    if (task.id !== undefined) this.keys.set(ref, task.id);
  }

  /** How others refer to the record of a task; somebody of the directory is made for it. */
  refOf(task: Task): string | undefined {
    if (this.#refs.has(task)) return this.#refs.get(task);
    const { to } = task.rule;
    const ref =
      to === 'patient' ? to : makesPeople(task.rule) ? this.#person(task) : `${to}/s${++this.#count}`;
    this.#refs.set(task, ref);
    return ref;
  }

  #person(task: Task): string | undefined {
    const made = this.attempt(task);
    return made && this.#addPerson(task, made);
  }

  #addPerson({ rule, rows }: Task, made: Made): string {
    const ref = this.directory.add(rule.to as keyof People, made.fields, pointsOf(rows));
    this.account.note(ref, rows, made.joined);
    return ref;
  }

  /** What a key leads to: what is made of the row of the linked table, else the record of that id; false where there is neither. */
  resolve(wanted: Wanted): string | false | undefined {
    const { to, key, link } = wanted;
    const table = link === undefined ? undefined : this.mapping.tables.get(link);
    const row = table && this.index.byKey(table.name, table.key, key);
    if (row && !this.#registry.has(row)) this.#announceShared(row);
    const task = (row && this.#registry.ofRow(row, to)) ?? this.#registry.ofId(wanted);
    if (!task) return row ? undefined : false;
    return this.refOf(task);
  }

  /** A row of a shared table is made once somebody refers to it; what is to be said of it is said with its table. */
  #announceShared(row: Row): void {
    const { length } = this.issues;
    const unmapped = this.unmapped.length;
    const quarantined = this.account.quarantined.length;
    const { tasks } = planOf(new Map([[row.layout.table, [row]]]), this);
    const people = tasks.filter(({ rule }) => makesPeople(rule));
    for (const task of people) this.#announce(task);
    for (const task of people) this.refOf(task);
    this.issues.length = length;
    this.unmapped.length = unmapped;
    this.account.quarantined.length = quarantined;
  }

  /** Makes what a rule says beside the record that refers to it. */
  make(rule: RecordRule, { row, joined, points }: Here): string | undefined {
    const task: Task = { rule, rows: [row], id: undefined };
    const made = makeRecord(rule, task.rows, this);
    const read = Object.values(made.trace).flat();
    if (read.length === 0) return undefined;
    points.push(...(read as typeof points));
    joined.push(...made.joined);
    if (makesPeople(rule)) return this.directory.add(rule.to as keyof People, made.fields, pointsOf([row]));
    const ref = this.refOf(task);
    if (ref !== undefined) this.account.add(ref, task.rows, made);
    return ref;
  }
}
