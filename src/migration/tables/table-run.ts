import type { TableRule } from '../../mapping/index.ts';
import type { Layout } from '../../readers/csv/index.ts';
import type { PatientScan, ReadOptions } from '../../readers/index.ts';
import type { Log } from '../log.ts';
import type { Progress } from '../options.ts';
import type { RunFolder } from '../run-folder.ts';
import { openSpill } from '../spill.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import type { TableExport } from './export.ts';
import { type GroupRows, groupRows } from './group-rows.ts';
import { openIdentityUnion } from './identity-union.ts';
import { openKeyStore } from './key-store.ts';
import { openLayoutBook } from './layout-book.ts';
import { type OpenExport, openExport } from './open-export.ts';
import { openPartitions } from './partitions.ts';
import { openPatientKeys } from './patient-keys.ts';
import { openQuarantineFiles } from './quarantine-files.ts';
import { readShared, routeRows } from './route-rows.ts';
import { scanPatients } from './scan-patients.ts';
import { openSharedTables } from './shared-tables.ts';

/** A file of a table that was read. */
export interface ReadTable {
  readonly open: OpenExport;
  readonly table: TableRule;
  readonly layout: Layout;
}

/** The patients of all exports, read and held until they are converted. */
export interface TableRun {
  readonly exports: readonly OpenExport[];
  readonly accounts: Accounts;
  readonly tables: readonly ReadTable[];
  /** The id under which a patient of a document is written. */
  idOf(own: string): string;
  /** The patients with their rows, in the order of their ids. */
  patients(): Generator<{ readonly id: string; readonly rows: readonly GroupRows[] }>;
  /** Removes what lies on disk; safe at any time. */
  close(): void;
}

/** What the reading of tables needs of its run. */
interface Surroundings {
  readonly folder: RunFolder;
  readonly log: Log;
  readonly reading: ReadOptions;
  readonly progress: Progress;
  /** The patients of the documents. */
  readonly documents: readonly PatientScan[];
  /** How many characters of rows, and of keys, stay in memory. */
  readonly memory: number | undefined;
}

/** What stays in memory of a large export, in characters. */
const defaultMemory = 20_000_000;

/** Reads all tables of all exports: who the patients are, then each row once. */
export async function readTables(found: readonly TableExport[], run: Surroundings): Promise<TableRun> {
  const { folder, log, reading, memory = defaultMemory } = run;
  const store = openKeyStore(folder.path, 'keys.tmp', memory);
  const spill = openSpill(folder.path, 'rows.tmp', memory);
  const quarantine = openQuarantineFiles(folder);
  const layouts = openLayoutBook();
  const shelves = { keys: store, spill, layouts };
  const exports = found.map((of, number) =>
    openExport(of, { number, reading, shared: openSharedTables(number, shelves) }),
  );
  const accounts = openAccounts(log, quarantine);
  const union = openIdentityUnion(store);
  const partitions = openPartitions(spill, layouts);
  const tables: ReadTable[] = [];
  const close = () => {
    store.close();
    spill.close();
    quarantine.close();
  };
  try {
    for (const scan of run.documents) union.addDocument(scan);
    await readAll(exports, { run, accounts, union, store, partitions, tables });
    return {
      exports,
      accounts,
      tables,
      idOf: union.idOf,
      *patients() {
        for (const { id, rows } of partitions.patients()) yield { id, rows: groupRows(rows, exports) };
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

interface Work {
  readonly run: Surroundings;
  readonly accounts: Accounts;
  readonly union: ReturnType<typeof openIdentityUnion>;
  readonly store: ReturnType<typeof openKeyStore>;
  readonly partitions: ReturnType<typeof openPartitions>;
  readonly tables: ReadTable[];
}

/** All patients are known before the first row is given to one: some of them are one patient. */
async function readAll(exports: readonly OpenExport[], work: Work): Promise<void> {
  const { run, accounts, union, store, partitions, tables } = work;
  const { progress } = run;
  progress.begin(
    'Reading tables',
    exports.reduce((sum, { of }) => sum + of.tables.size, 0),
  );
  const routings = exports.map((open) => ({
    open,
    routing: {
      accounts,
      union,
      partitions,
      keys: openPatientKeys(open.number, store),
      done(table: TableRule, layout: Layout | undefined) {
        progress.advance();
        if (layout) tables.push({ open, table, layout });
      },
    },
  }));
  for (const { open, routing } of routings) {
    await readShared(open, routing);
    await scanPatients(open, routing);
  }
  const place = { file: exports[0]?.of.name ?? '' };
  const doubts = union.settle(run.reading.make);
  accounts.issues(doubts.map((count) => ({ code: 'possible-split', place, details: { count } })));
  for (const { open, routing } of routings) await routeRows(open, routing);
  progress.end();
}
