import type { TableRule } from '../../mapping/index.ts';
import type { Layout } from '../../readers/csv/index.ts';
import type { PatientScan, ReadOptions } from '../../readers/index.ts';
import type { ConvertedGroup } from '../convert-group.ts';
import type { Log } from '../log.ts';
import type { Progress } from '../options.ts';
import type { RunFolder } from '../run-folder.ts';
import { openSpill } from '../spill.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { filesOf, type TableExport } from './export.ts';
import type { ExportSummary } from './export-summary.ts';
import { type GroupRows, groupRows } from './group-rows.ts';
import { openIdentityUnion } from './identity-union.ts';
import { openKeyStore } from './key-store.ts';
import { type KnownPatients, openKnownPatients } from './known-patients.ts';
import { openLayoutBook } from './layout-book.ts';
import { type OpenExport, openExport } from './open-export.ts';
import { openPartitions } from './partitions.ts';
import { openPatientKeys } from './patient-keys.ts';
import { openQuarantineFiles } from './quarantine-files.ts';
import type { Retake } from './retake.ts';
import { readShared, routeRows } from './route-rows.ts';
import { scanPatients } from './scan-patients.ts';
import { settleFiles } from './settle-files.ts';
import { type AddPeople, settleShared } from './settle-shared.ts';
import { openSharedTables } from './shared-tables.ts';
import { keepHeapSmall } from './small-heap.ts';
import { openWanted } from './wanted.ts';

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
  /** How many patients there are, or more where one has several rows. */
  countPatients(): number;
  /** The patients with their rows, in the order of their ids. */
  patients(): Generator<{ readonly id: string; readonly rows: readonly GroupRows[] }>;
  /** Whether a run converts a patient: all, or those of whom rows are taken again. */
  isWanted(id: string): boolean;
  /** Accounts for the rows of a patient who is not wanted. */
  passOver(rows: readonly GroupRows[]): void;
  /** Accounts for what was made of a patient's rows. */
  accountForGroup(converted: ConvertedGroup): void;
  /** Converts the tables that belong to no patient. */
  settleShared(add: AddPeople): void;
  /** Accounts for the files and columns, and writes what lookups lack. */
  settle(): Promise<SettledTables>;
  /** Removes what lies on disk; safe at any time. */
  close(): void;
}

/** What a run tells of its tables in the end. */
export interface SettledTables {
  readonly exports: readonly ExportSummary[];
  /** The files of which some row has no line, or two. */
  readonly unbalanced: readonly string[];
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
  /** The rows that this run is about, where it is not about all. */
  readonly retake: Retake | undefined;
}

/** What stays in memory of a large export, in characters. */
const defaultMemory = 8_000_000;

/** Reads all tables of all exports: who the patients are, then each row once. */
export async function readTables(found: readonly TableExport[], run: Surroundings): Promise<TableRun> {
  const { folder, log, reading, retake, memory = defaultMemory } = run;
  retake?.check(found);
  if (found.length > 0) keepHeapSmall();
  const store = openKeyStore(folder.path, 'keys.tmp', memory);
  const spill = openSpill(folder.path, 'rows.tmp', memory);
  const quarantine = openQuarantineFiles(folder);
  const layouts = openLayoutBook();
  const shelves = { keys: store, spill, layouts };
  const wanted = openWanted(retake);
  const exports = found.map((of, number) =>
    openExport(of, {
      number,
      reading,
      retake,
      shared: wanted.watchShared(openSharedTables(number, shelves)),
    }),
  );
  const accounts = openAccounts(log, quarantine);
  const union = openIdentityUnion(store);
  const known = openKnownPatients(store);
  const partitions = wanted.watch(openPartitions(spill, layouts));
  const tables: ReadTable[] = [];
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    store.close();
    spill.close();
    quarantine.close();
  };
  try {
    await readAll(exports, { run, accounts, union, known, store, partitions, tables });
    return {
      exports,
      accounts,
      tables,
      idOf: union.idOf,
      countPatients: () => sumOf(exports.map((open) => patientRowsIn(open, accounts))),
      *patients() {
        for (const { id, rows } of partitions.patients()) yield { id, rows: groupRows(rows, exports) };
      },
      isWanted: wanted.has,
      passOver(rows) {
        for (const { layout, line } of rows.flatMap((one) => one.rows)) {
          accounts.rows.passOver(layout.file, line);
        }
      },
      accountForGroup: (converted) => accountForGroup(converted, accounts),
      settleShared(add) {
        for (const open of exports) settleShared(open, accounts, add);
      },
      settle: () => settleAll({ exports, tables, accounts, run }),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const patientRowsIn = ({ of }: OpenExport, { rows }: Accounts): number =>
  sumOf(filesOf(of, of.routes.patients).map(({ name }) => rows.tallyOf(name).read));

function accountForGroup({ rows, aside, ledger }: ConvertedGroup, accounts: Accounts): void {
  accounts.rows.enter(ledger);
  for (const row of aside) accounts.keep(row);
  for (const { of, converted } of rows) {
    accounts.columns.use(of.open.number, converted.used);
    accounts.unmapped.enter(of.open.of.mapping, converted.unmapped);
  }
}

interface Settling {
  readonly exports: readonly OpenExport[];
  readonly tables: readonly ReadTable[];
  readonly accounts: Accounts;
  readonly run: Surroundings;
}

async function settleAll({ exports, tables, accounts, run }: Settling): Promise<SettledTables> {
  const summaries: ExportSummary[] = [];
  for (const open of exports) {
    const own = tables.filter((table) => table.open === open);
    summaries.push(await settleFiles(open, own, accounts));
  }
  accounts.settlePassed();
  run.log.book.read('row', accounts.rows.total());
  accounts.unmapped.write(run.folder);
  const place = { file: exports[0]?.of.name ?? '' };
  accounts.issues(
    accounts.unmapped.missing().map((details) => ({ code: 'code-without-lookup', place, details })),
  );
  return { exports: summaries, unbalanced: accounts.rows.unbalanced() };
}

interface Work {
  readonly run: Surroundings;
  readonly accounts: Accounts;
  readonly union: ReturnType<typeof openIdentityUnion>;
  readonly known: KnownPatients;
  readonly store: ReturnType<typeof openKeyStore>;
  readonly partitions: ReturnType<typeof openPartitions>;
  readonly tables: ReadTable[];
}

/** All patients are known before the first row is given to one: some of them are one patient. */
async function readAll(exports: readonly OpenExport[], work: Work): Promise<void> {
  const { run, accounts, union, known, store, partitions, tables } = work;
  const { progress } = run;
  for (const scan of run.documents) {
    union.addDocument(scan);
    known.add(scan);
  }
  progress.begin(
    'Reading tables',
    exports.reduce((sum, { of }) => sum + of.tables.size, 0),
  );
  const routings = exports.map((open) => ({
    open,
    routing: {
      accounts,
      union,
      known,
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
