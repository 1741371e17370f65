import type { Mapping } from '../../mapping/index.ts';
import { idMaker } from '../../record/index.ts';
import { makesPeople } from './convert/draft.ts';
import { Maker, type Tables } from './convert/maker.ts';
import type { Task } from './convert/plan.ts';
import { KEY_SEPARATOR } from './convert/row-index.ts';
import type { ExportOptions, SharedRows } from './patient-rows.ts';

/** Something that the first rows show to be wrong, how often and where first. */
export interface RowFinding {
  /** The code of an issue, or the rule by which rows would be set aside. */
  readonly code: string;
  readonly table: string;
  readonly column?: string | undefined;
  /** Why such a row would be set aside. */
  readonly reason?: string | undefined;
  readonly count: number;
  readonly line: number;
}

/** What the first rows of an export show of a mapping. */
export interface CheckedRows {
  readonly findings: readonly RowFinding[];
  /** Codes that lookups lack, by lookup. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** Where one part of an export is read, what it refers to may stand in another. */
const unheld = new Set(['row-link-broken', 'other-patient']);

/** Reads rows by a mapping as if they were of one patient, to see what it does not understand. */
export function checkRows(
  mapping: Mapping,
  tables: Tables,
  around: Pick<ExportOptions, 'offsetIn' | 'scanBeside'>,
): CheckedRows {
  const maker = new Maker(mapping, tables, { shared: nothing, options: { ...options, ...around } });
  for (const task of maker.tasks) {
    if (task.rule.to === 'patient') checkPatient(task, maker);
    else if (makesPeople(task.rule)) maker.refOf(task);
    else maker.state(task);
  }
  maker.account.ledger(tables, { mapping, leftOut: maker.leftOut, lookedUp: maker.index.lookedUp });
  const book = new FindingBook();
  const tableOf = new Map([...tables].flatMap(([name, [row]]) => (row ? [[row.layout.file, name]] : [])));
  for (const { code, place } of maker.issues)
    book.add({
      code,
      table: tableOf.get(place.file) ?? place.file,
      column: place.path,
      line: place.line ?? 1,
    });
  for (const { row, rule, reason } of maker.account.quarantined)
    book.add({ code: rule, table: row.layout.table, line: row.line, reason });
  const byLookup = Map.groupBy(maker.unmapped, ({ lookup }) => lookup);
  return {
    findings: book.findings(),
    unmapped: new Map([...byLookup].map(([name, all]) => [name, new Set(all.map(({ code }) => code)).size])),
  };
}

function checkPatient(task: Task, maker: Maker): void {
  const made = maker.attempt(task);
  if (made) maker.account.note('patient', task.rows, made.joined);
}

const nothing: SharedRows = { find: () => undefined };

const options: ExportOptions = {
  make: idMaker(),
  source: { file: '', sha256: '', sha1: '', size: 0, mediaType: 'text/csv' },
  precedence: { time: '', hash: '' },
};

/** Findings of one kind at one column are one. */
class FindingBook {
  readonly #found = new Map<string, RowFinding>();

  add(one: Omit<RowFinding, 'count'>): void {
    if (unheld.has(one.code)) return;
    const key = [one.code, one.table, one.column].join(KEY_SEPARATOR);
    const before = this.#found.get(key);
    this.#found.set(key, before ? { ...before, count: before.count + 1 } : { ...one, count: 1 });
  }

  /** The most frequent first. */
  findings(): RowFinding[] {
    return [...this.#found.values()].toSorted((a, b) => b.count - a.count);
  }
}
