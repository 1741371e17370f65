import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type FileIndex, isReadable } from '../beside.ts';
import type { Examined } from '../examine.ts';
import type { ShardFacts } from '../parts/shard-facts.ts';
import type { Output } from '../run-folder.ts';
import { type IndexedChart, putCharts } from './chart-index.ts';
import { closeDatabase, openDatabase, transact } from './database.ts';
import { putSession, type Session } from './sessions.ts';

/** A file of the input as it was when it was looked at, and what was found: itself, and the files in it. */
export interface LookedAt {
  readonly path: string;
  readonly size: number;
  /** In nanoseconds. */
  readonly mtime: string;
  readonly files: readonly Examined[];
}

/** A shard as the plan has it. */
export interface PlannedShard {
  readonly name: string;
  readonly fingerprint: string;
  readonly patients: number;
  readonly documents: number;
  readonly bytes: number;
}

/** The account of a run’s work in `ledger.db`: what was looked at, what is planned, what is done. */
export interface RunLedger {
  setting(name: string): unknown;
  set(name: string, value: unknown): void;
  lookedAt(path: string): LookedAt | undefined;
  remember(looked: readonly LookedAt[]): void;
  /** Writes the plan down: the files by shard; what was done of another plan is forgotten. */
  plan(shards: readonly PlannedShard[], files: Iterable<Examined>): void;
  /** What is known of a shard that was done. */
  finish(shard: string, facts: ShardFacts, milliseconds: number | undefined): void;
  isFinished(shard: string, fingerprint: string): boolean;
  /** What became of a document. */
  fateOf(file: string): { readonly state: string; readonly units: unknown } | undefined;
  /** Begins the list of what was written anew. */
  forgetOutputs(): void;
  addOutputs(outputs: readonly Output[]): void;
  /** All files that were written, by name. */
  outputs(): Iterable<Output>;
  hasOutput(file: string): boolean;
  keepSession(session: Session): void;
  /** Begins the index of charts anew, and fills it. */
  indexCharts(charts: Iterable<IndexedChart>): void;
  close(): void;
}

/** Opens the ledger of a run folder; a share of a run has one of its own. */
export function openRunLedger(root: string, name = 'ledger.db'): RunLedger {
  const database = openDatabase(join(root, name), { isWritable: true });
  const one = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: string[]) => statement.get(...values) as Record<string, string> | undefined;
  };
  const setting = one('SELECT value FROM setting WHERE name = ?');
  const looked = one('SELECT * FROM looked_at WHERE path = ?');
  const fate = one('SELECT state, counts FROM input WHERE file = ? AND state IS NOT NULL');
  const done = one("SELECT 1 FROM shard WHERE name = ? AND fingerprint = ? AND state = 'done'");
  const output = one('SELECT 1 FROM output WHERE file = ?');
  return {
    setting: (name) => parsed(setting(name)?.['value']),
    set: (name, value) => transact(database, () => putSetting(database, name, value)),
    lookedAt: (path) => lookedAtOf(looked(path)),
    remember: (all) => transact(database, () => remember(database, all)),
    plan: (shards, files) => transact(database, () => writePlan(database, shards, files)),
    finish: (shard, facts, ms) => transact(database, () => finish(database, shard, { facts, ms })),
    isFinished: (shard, fingerprint) => done(shard, fingerprint) !== undefined,
    fateOf(file) {
      const found = fate(file);
      return found && { state: found['state'] ?? '', units: parsed(found['counts']) };
    },
    forgetOutputs: () => transact(database, () => database.exec('DELETE FROM output')),
    addOutputs: (outputs) => transact(database, () => putOutputs(database, '', outputs)),
    outputs: () =>
      database.prepare('SELECT file, size, sha256, count FROM output ORDER BY file').iterate() as Iterable<
        Output & Record<string, never>
      >,
    hasOutput: (file) => output(file) !== undefined,
    keepSession: (session) => putSession(database, session),
    indexCharts: (charts) => transact(database, () => putCharts(database, charts)),
    close: () => closeDatabase(database),
  };
}

/** What another share of a run has in its ledger. */
export type OtherLedger = Pick<RunLedger, 'setting' | 'lookedAt' | 'close'>;

/** Opens the ledger of another share, to see what it knows already. */
export function openOtherLedger(root: string, name: string): OtherLedger {
  const database = openDatabase(join(root, name), { isWritable: false });
  const one = (sql: string) => {
    const statement = database.prepare(sql);
    return (value: string) => statement.get(value) as Record<string, string> | undefined;
  };
  const setting = one('SELECT value FROM setting WHERE name = ?');
  const looked = one('SELECT * FROM looked_at WHERE path = ?');
  return {
    setting: (name) => parsed(setting(name)?.['value']),
    lookedAt: (path) => lookedAtOf(looked(path)),
    close: () => database.close(),
  };
}

const parsed = (text: string | null | undefined): unknown => (text ? JSON.parse(text) : undefined);

function lookedAtOf(row: Record<string, string> | undefined): LookedAt | undefined {
  if (!row) return undefined;
  const { path = '', size, mtime = '', files = '[]' } = row;
  return { path, size: Number(size), mtime, files: JSON.parse(files) as Examined[] };
}

function putSetting(database: DatabaseSync, name: string, value: unknown): void {
  database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, JSON.stringify(value));
}

function remember(database: DatabaseSync, all: readonly LookedAt[]): void {
  const put = database.prepare('INSERT OR REPLACE INTO looked_at VALUES (?, ?, ?, ?)');
  for (const { path, size, mtime, files } of all) put.run(path, size, mtime, JSON.stringify(files));
}

function writePlan(database: DatabaseSync, shards: readonly PlannedShard[], files: Iterable<Examined>): void {
  const known = database.prepare('SELECT 1 FROM shard WHERE name = ? AND fingerprint = ?');
  const stale = new Set(
    shards.filter(({ name, fingerprint }) => !known.get(name, fingerprint)).map(({ name }) => name),
  );
  const kept = new Set(shards.map(({ name }) => name));
  for (const { name } of database.prepare('SELECT name FROM shard').all() as { name: string }[]) {
    if (kept.has(name) && !stale.has(name)) continue;
    database.prepare('DELETE FROM shard WHERE name = ?').run(name);
    database.prepare('DELETE FROM output WHERE shard = ?').run(name);
  }
  const putShard = database.prepare(
    "INSERT OR IGNORE INTO shard (name, fingerprint, patients, documents, bytes, state) VALUES (?, ?, ?, ?, ?, 'planned')",
  );
  for (const { name, fingerprint, patients, documents, bytes } of shards) {
    putShard.run(name, fingerprint, patients, documents, bytes);
  }
  database.exec('DELETE FROM input');
  const putInput = database.prepare(
    'INSERT INTO input (file, lower, place, size, sha256, readable) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const file of files) {
    const { name, path, member, scanned, size, sha256 } = file;
    const place = JSON.stringify({ name, path, member, scanned, sha256 });
    putInput.run(name, name.toLowerCase(), place, size, sha256, isReadable(file) ? 1 : 0);
  }
}

interface Finished {
  readonly facts: ShardFacts;
  readonly ms: number | undefined;
}

function finish(database: DatabaseSync, shard: string, { facts, ms }: Finished): void {
  const now = new Date().toISOString();
  database
    .prepare(
      "UPDATE shard SET state = 'done', milliseconds = coalesce(?, milliseconds), finished = ? WHERE name = ?",
    )
    .run(ms ?? null, now, shard);
  database.prepare('DELETE FROM output WHERE shard = ?').run(shard);
  putOutputs(database, shard, facts.outputs);
  const put = database.prepare(
    'UPDATE input SET shard = ?, state = ?, counts = ?, finished = ? WHERE file = ?',
  );
  for (const { file, state, units } of facts.fates)
    put.run(shard, state, units ? JSON.stringify(units) : null, now, file);
}

function putOutputs(database: DatabaseSync, shard: string, outputs: readonly Output[]): void {
  const put = database.prepare('INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?)');
  for (const { file, size, sha256, count } of outputs) put.run(file, shard, size, sha256, count);
}

/** The files of the input, as the ledger has them: for workers, who hold none of them. */
export function openFileIndex(root: string, name: string): FileIndex {
  const database = openDatabase(join(root, name), { isWritable: false });
  const find = (where: string) => {
    const statement = database.prepare(
      `SELECT place FROM input WHERE ${where} AND readable = 1 ORDER BY file DESC LIMIT 1`,
    );
    return (text: string) => {
      const found = statement.get(text)?.['place'];
      return found === undefined ? undefined : (JSON.parse(String(found)) as ReturnType<FileIndex['byName']>);
    };
  };
  return { byName: find('file = ?'), byLowerName: find('lower = ?') };
}
