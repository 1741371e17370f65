import type { Wanted } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import type { Task } from './plan.ts';
import { KEY_SEPARATOR } from './row-index.ts';

/** What will be made of which rows, so that records can refer to each other before they are read. */
export class Registry {
  readonly #byId = new Map<string, Task>();
  readonly #byRow = new Map<Row, Task[]>();

  add(task: Task): void {
    const { id, rule } = task;
    const key = id === undefined ? undefined : `${rule.to}${KEY_SEPARATOR}${id}`;
    if (key !== undefined && !this.#byId.has(key)) this.#byId.set(key, task);
    for (const row of task.rows) {
      const tasks = this.#byRow.get(row);
      if (tasks) tasks.push(task);
      else this.#byRow.set(row, [task]);
    }
  }

  has(row: Row): boolean {
    return this.#byRow.has(row);
  }

  /** What is made of a row, of a kind that is wanted, the first kind before others. */
  ofRow(row: Row, to: readonly string[]): Task | undefined {
    const tasks = this.#byRow.get(row) ?? [];
    if (to.length === 0) return tasks[0];
    for (const kind of to) {
      const found = tasks.find(({ rule }) => rule.to === kind);
      if (found) return found;
    }
    return undefined;
  }

  /** The record of an id. */
  ofId({ to, key }: Wanted): Task | undefined {
    for (const kind of to) {
      const found = this.#byId.get(`${kind}${KEY_SEPARATOR}${key}`);
      if (found) return found;
    }
    return undefined;
  }
}
