import type { DatabaseSync } from 'node:sqlite';
import { OutputFailure, Refusal } from '../refusal.ts';
import { sqlite } from '../sqlite.ts';
import { chartSchema, sessionSchema } from './schemas.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS looked_at (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime TEXT NOT NULL, files TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS input (
    file TEXT PRIMARY KEY, lower TEXT NOT NULL, place TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
    readable INTEGER NOT NULL, shard TEXT, state TEXT, counts TEXT, finished TEXT);
  CREATE INDEX IF NOT EXISTS input_lower ON input (lower);
  CREATE TABLE IF NOT EXISTS shard (
    name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, patients INTEGER NOT NULL, documents INTEGER NOT NULL,
    bytes INTEGER NOT NULL, state TEXT NOT NULL, milliseconds INTEGER, finished TEXT);
  CREATE TABLE IF NOT EXISTS output (
    file TEXT PRIMARY KEY, shard TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, count INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS output_shard ON output (shard);
  ${sessionSchema}
  ${chartSchema}
`;

/** So long a reader waits for a writer, in milliseconds. */
const patience = 20_000;

/**
 * Opens the database of a run. It has a write-ahead log where the file system can hold one; shared folders often cannot,
 * and there a plain journal does.
 */
export function openDatabase(path: string, { isWritable }: { isWritable: boolean }): DatabaseSync {
  try {
    const database = new (sqlite().DatabaseSync)(path, { readOnly: !isWritable });
    database.exec(`PRAGMA busy_timeout = ${patience}`);
    if (isWritable) {
      setJournal(database);
      database.exec(schema);
    }
    return database;
  } catch (error) {
    if (isOfDisk(error)) throw outputFailure(error);
    throw new Refusal(
      `The run's ledger.db cannot be opened (${codeOf(error)})`,
      'Another run may hold it; else begin anew with --force.',
    );
  }
}

function setJournal(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  } catch {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
  }
}

/** Closes it as one file: others can read it then where they may not write. */
export function closeDatabase(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch {
    // Somebody reads it just now: the log stays beside it.
  }
  database.close();
}

/** Writes of one transaction; a disk that is full ends the run as it does everywhere. */
export function transact(database: DatabaseSync, work: () => void): void {
  try {
    database.exec('BEGIN');
    work();
    database.exec('COMMIT');
  } catch (error) {
    try {
      database.exec('ROLLBACK');
    } catch {
      // SQLite has done so itself.
    }
    throw outputFailure(error);
  }
}

/** SQLite's faults of the disk, in the words of systems: read-only, not written, full. */
const diskCodes: Readonly<Record<string, string>> = {
  SQLITE_8: 'EROFS',
  SQLITE_10: 'EIO',
  SQLITE_13: 'ENOSPC',
};

const isOfDisk = (error: unknown): boolean => codeOf(error) in diskCodes;

function outputFailure(error: unknown): OutputFailure {
  const code = codeOf(error);
  return new OutputFailure(diskCodes[code] ?? code);
}

/** SQLite's own number of a fault: its words may name a path. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'errcode' in error ? `SQLITE_${Number(error.errcode) & 0xff}` : 'SQLITE';
