import type { TableRule } from '../../mapping/index.ts';
import type { Layout } from '../../readers/csv/index.ts';
import type { PatientScan, ReadOptions } from '../../readers/index.ts';
import { changedMeanwhile } from '../changed-file.ts';
import type { Examined } from '../examine.ts';
import type { Log } from '../log.ts';
import type { Progress } from '../options.ts';
import type { Pilot } from '../pilot.ts';
import type { RunFolder } from '../run-folder.ts';
import { keepProcessSmall } from '../small-heap.ts';
import { openSpill } from '../spill.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { type EffectsBook, openEffects, type TableEffects } from './effects.ts';
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
  patients(prefix: string): Generator<{ readonly id: string; readonly rows: readonly GroupRows[] }>;
  /** All patients who have rows. */
  ids(): Iterable<string>;
  /** The first digits of their ids. */
  prefixes(): string[];
  /** Whether a table was not as the look at it found it: the next start does all of it again. */
  readonly isPassing: boolean;
  /** Whether a run converts a patient: all, or those of whom rows are taken again. */
  isWanted(id: string): boolean;
  /** Opens the account of some patients. */
  openEffects(sinks: Parameters<typeof openEffects>[1]): EffectsBook;
  /** Adds the account of some patients. */
  absorb(effects: TableEffects): void;
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
  /** Whether a file is still what it was when it was looked at. */
  isAsLookedAt(file: Examined): boolean;
  /** The patients of the documents. */
  readonly documents: readonly PatientScan[];
  /** How many characters of rows, and of keys, stay in memory. */
  readonly memory: number | undefined;
  /** The rows that this run is about, where it is not about all. */
  readonly retake: Retake | undefined;
  /** Tells the files on disk of this share from those of others. */
  readonly suffix: string;
  /** Sees all patients. */
  readonly pilot?: Pick<Pilot, 'see'> | undefined;
}

/** What stays in memory of a large export, in characters. */
const defaultMemory = 8_000_000;

/** Reads all tables of all exports: who the patients are, then each row once. */
export async function readTables(found: readonly TableExport[], run: Surroundings): Promise<TableRun> {
  const { folder, log, reading, retake, memory = defaultMemory } = run;
  retake?.check(found);
  if (found.length > 0) keepProcessSmall();
  const store = openKeyStore(folder.path, `keys${run.suffix}.tmp`, memory);
  const spill = openSpill(folder.path, `rows${run.suffix}.tmp`, memory);
  const quarantine = openQuarantineFiles(folder);
  const layouts = openLayoutBook();
  const shelves = { keys: store, spill, layouts };
  const wanted = openWanted(retake);
  const exports = found.map((of, number) =>
    openExport(of, {
      number,
      reading,
      retake,
      keys: openPatientKeys(number, store),
      shared: wanted.watchShared(openSharedTables(number, shelves)),
    }),
  );
  const accounts = openAccounts(log, quarantine);
  const union = seenBy(openIdentityUnion(store), run.pilot);
  const known = openKnownPatients(store);
  const partitions = wanted.watch(openPartitions(spill, layouts));
  const tables: ReadTable[] = [];
  const close = onceOnly(() => {
    store.close();
    spill.close();
  });
  try {
    await readAll(exports, { run, accounts, union, known, partitions, tables });
    return {
      exports,
      accounts,
      tables,
      idOf: union.idOf,
      countPatients: () => sumOf(exports.map((open) => patientRowsIn(open, accounts))),
      ids: partitions.ids,
      prefixes: partitions.prefixes,
      isPassing: accounts.isPassing(),
      *patients(prefix) {
        for (const { id, rows } of partitions.patients(prefix)) yield { id, rows: groupRows(rows, exports) };
      },
      isWanted: wanted.has,
      openEffects: (sinks) => openEffects(exports, sinks),
      absorb: (effects) => absorb(effects, exports, accounts),
      settleShared(add) {
        for (const open of exports) settleShared(open, accounts, add);
      },
      async settle() {
        const settled = await settleAll({ exports, tables, accounts, run });
        // Of a run that ends before this no list is whole.
        quarantine.close();
        return settled;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function onceOnly(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

function absorb(effects: TableEffects, exports: readonly OpenExport[], accounts: Accounts): void {
  accounts.rows.add(effects.rows);
  accounts.columns.add(effects.used);
  accounts.unmapped.add(effects.unmapped);
  for (const [from, found] of effects.found) {
    exports.find(({ number }) => number === from)?.shared.addFound(found);
  }
}

const seenBy = (union: ReturnType<typeof openIdentityUnion>, pilot: Surroundings['pilot']): typeof union => ({
  ...union,
  addRow(scan, from, key) {
    pilot?.see(scan);
    union.addRow(scan, from, key);
  },
});

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const patientRowsIn = ({ of }: OpenExport, { rows }: Accounts): number =>
  sumOf(filesOf(of, of.routes.patients).map(({ name }) => rows.tallyOf(name).read));

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
  readonly partitions: ReturnType<typeof openPartitions>;
  readonly tables: ReadTable[];
}

/** All patients are known before the first row is given to one: some of them are one patient. */
async function readAll(exports: readonly OpenExport[], work: Work): Promise<void> {
  const { run, accounts, union, known, partitions, tables } = work;
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
      keys: open.keys,
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
  for (const { of } of exports) loseChanged(of, work);
  progress.end();
}

/** Of a table that changed meanwhile nobody knows which rows were read. */
function loseChanged(of: TableExport, { accounts, run }: Work): void {
  const { routed, shared } = of.routes;
  const tables = [...routed.map(({ table }) => table), ...shared];
  const changed = tables.flatMap((table) => filesOf(of, table)).filter((file) => !run.isAsLookedAt(file));
  for (const file of changed.filter(({ name }) => !accounts.lostFiles.has(name)))
    accounts.lost(file, changedMeanwhile, true);
}
