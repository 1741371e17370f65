import type { Issue } from '../../issue/index.ts';
import type { LedgerLine } from '../../record/index.ts';
import type { Examined } from '../examine.ts';
import type { Log } from '../log.ts';
import { type ColumnBook, openColumnBook } from './column-book.ts';
import type { QuarantineFiles, SetAside } from './quarantine-files.ts';
import { openRowBook, type RowBook } from './row-book.ts';
import { openUnmappedBook, type UnmappedBook } from './unmapped-book.ts';

/** The accounts of the tables of a run. */
export interface Accounts {
  readonly rows: RowBook;
  readonly columns: ColumnBook;
  readonly unmapped: UnmappedBook;
  /** Counts columns where they are found. */
  readColumns(count: number): void;
  ledger(lines: readonly LedgerLine[]): void;
  issues(issues: readonly Issue[]): void;
  /** Sets a row aside: into `quarantine/`, with a line of the ledger and an issue. */
  setAside(row: SetAside): void;
  /** Keeps a row that is told of in the ledger already. */
  keep(row: SetAside): void;
  /** Keeps a row of which the issue is told already. */
  keepRow(row: SetAside): void;
  /** A file that broke off: why, or the issue of a defect of ours. The next start may find it whole where that passes. */
  lost(file: Examined, reason: string | Issue, isPassing?: boolean): void;
  readonly lostFiles: ReadonlySet<string>;
  /** Whether something of the tables could not be read just then. */
  isPassing(): boolean;
  /** Tells of the rows that were passed over. */
  settlePassed(): void;
}

/** Opens them. */
export function openAccounts(log: Pick<Log, 'book' | 'enter'>, quarantine: QuarantineFiles): Accounts {
  const rows = openRowBook();
  const lostFiles = new Set<string>();
  let hasPassing = false;
  const keep = (row: SetAside) => {
    quarantine.add(row);
    log.enter([], [asideIssue(row)]);
  };
  const ledger = (lines: readonly LedgerLine[]) => {
    rows.enter(lines);
    log.enter(lines, []);
  };
  return {
    rows,
    columns: openColumnBook(),
    unmapped: openUnmappedBook(),
    readColumns: (count) => log.book.read('column', count),
    ledger,
    issues: (issues) => log.enter([], issues),
    keep,
    keepRow: quarantine.add,
    setAside(row) {
      ledger([asideLine(row)]);
      keep(row);
    },
    lost({ name }, reason, isPassing = false) {
      hasPassing ||= isPassing;
      lostFiles.add(name);
      const details = { reason: String(reason), rows: rows.tallyOf(name).read };
      const place = { file: name };
      log.enter([], [typeof reason === 'string' ? { code: 'table-file-lost', place, details } : reason]);
    },
    lostFiles,
    isPassing: () => hasPassing,
    settlePassed() {
      const lines = rows.passedOver().map(({ file, rule, count }): LedgerLine => {
        return { unit: 'row', place: { file }, state: 'left-out', rule, count };
      });
      log.enter(lines, []);
    },
  };
}

const asideLine = ({ layout, line, rule }: SetAside): LedgerLine => ({
  unit: 'row',
  place: { file: layout.file, line },
  state: 'quarantined',
  rule,
});

/** What is said of a row that is set aside. */
export const asideIssue = ({ layout, line, rule }: SetAside): Issue => ({
  code: 'row-quarantined',
  place: { file: layout.file, line },
  details: { rule },
});
