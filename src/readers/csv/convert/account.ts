import type { Mapping } from '../../../mapping/index.ts';
import type { Kind, LedgerLine, Trace } from '../../../record/index.ts';
import type { QuarantinedRow } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import type { Made } from './draft.ts';
import { Unusable } from './here.ts';
import { rulesOf } from './plan.ts';
import { CellPoint } from './point.ts';

/** What was made, of which rows, and what became of each row. */
export class Account {
  readonly statements: { [K in Kind]?: unknown[] } = {};
  readonly trace: Trace = new Map();
  /** The rows of which each was made. */
  readonly rows = new Map<string, readonly Row[]>();
  readonly quarantined: QuarantinedRow[] = [];
  readonly #into = new Map<Row, string[]>();

  /** Keeps a statement. */
  add(ref: string, rows: readonly Row[], made: Made): void {
    const slash = ref.indexOf('/');
    const [kind, id] = [ref.slice(0, slash) as Kind, ref.slice(slash + 1)];
    const shelf = this.statements[kind] ?? [];
    this.statements[kind] = shelf;
    shelf.push({ ...made.fields, id });
    this.trace.set(ref, made.trace);
    this.rows.set(ref, rows);
    this.note(ref, rows, made.joined);
  }

  /** Keeps into what rows went. */
  note(ref: string, rows: readonly Row[], joined: readonly Row[] = []): void {
    for (const row of rows) this.#noteRow(ref, row);
    for (const row of joined) this.#noteRow(ref, row);
  }

  #noteRow(ref: string, row: Row): void {
    const refs = this.#into.get(row);
    if (!refs) this.#into.set(row, [ref]);
    else if (!refs.includes(ref)) refs.push(ref);
  }

  /** Keeps why nothing was made of rows; an error of the program costs no more than them. */
  quarantine(rows: readonly Row[], error: unknown): void {
    const known = error instanceof Unusable;
    const rule = known ? error.rule : 'row-unreadable';
    const reason = known ? error.message : `the program failed on it (${nameOf(error)})`;
    for (const row of rows) this.quarantined.push({ row, rule, reason });
  }

  /** One line for each row. */
  ledger(tables: ReadonlyMap<string, Iterable<Row>>, rest: Rest): LedgerLine[] {
    const lines: LedgerLine[] = [];
    const quarantined = new Map(this.quarantined.map((one) => [one.row, one.rule]));
    for (const [table, rows] of tables) {
      const unruled = rulesOf(rest.mapping, table).length === 0;
      for (const row of rows) {
        const fate = this.#fateOf(row, { ...rest, quarantined, unruled });
        lines.push({ unit: 'row', place: { file: row.layout.file, line: row.line }, ...fate });
        if (fate.rule === 'no-rule')
          this.quarantined.push({ row, rule: 'no-rule', reason: `no rule takes this row of ${table}` });
      }
    }
    return lines;
  }

  /** What became of a row; one of which a part could not be made is set aside, so that it is mended. */
  #fateOf(
    row: Row,
    { leftOut, lookedUp, quarantined, unruled }: Fates,
  ): Pick<LedgerLine, 'state' | 'rule' | 'into'> {
    const held = quarantined.get(row);
    if (held !== undefined) return { state: 'quarantined', rule: held };
    const into = this.#into.get(row);
    if (into) return { state: 'converted', into };
    const rule = leftOut.get(row);
    if (rule !== undefined) return { state: 'left-out', rule };
    if (lookedUp.has(row)) return { state: 'converted', rule: 'looked-up' };
    return unruled
      ? { state: 'left-out', rule: 'not-referred-to' }
      : { state: 'quarantined', rule: 'no-rule' };
  }
}

interface Rest {
  readonly mapping: Mapping;
  readonly leftOut: ReadonlyMap<Row, string>;
  /** Rows of which another row read something. */
  readonly lookedUp: ReadonlySet<Row>;
}

interface Fates extends Rest {
  readonly quarantined: ReadonlyMap<Row, string>;
  /** Whether its table has no rules. */
  readonly unruled: boolean;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : 'unknown');

export const pointsOf = (rows: readonly Row[]): CellPoint[] => rows.map((row) => new CellPoint(row));
