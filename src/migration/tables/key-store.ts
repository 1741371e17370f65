import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { OutputFailure } from '../refusal.ts';
import { removeName } from '../scratch.ts';

/** Texts by key, in spaces of their own: a map in memory up to a bound, a database on disk above it. */
export interface KeyStore {
  get(space: string, key: string): string | undefined;
  set(space: string, key: string, value: string): void;
  close(): void;
}

interface Shelf {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** What an entry of a map takes beside its characters. */
const overhead = 100;

/** Opens a store that keeps about `bound` bytes in memory. */
export function openKeyStore(folder: string, name: string, bound: number): KeyStore {
  const map = new Map<string, string>();
  let size = 0;
  let disk: DiskShelf | undefined;
  const toDisk = () => {
    disk = openDisk(folder, name);
    for (const [key, value] of map) disk.set(key, value);
    map.clear();
  };
  const shelf = (): Shelf => disk ?? map;
  return {
    get: (space, key) => shelf().get(`${space}\u0000${key}`),
    set(space, key, value) {
      const full = `${space}\u0000${key}`;
      shelf().set(full, copied(value));
      size += full.length + value.length + overhead;
      if (!disk && size > bound) toDisk();
    },
    close() {
      map.clear();
      disk?.close();
      disk = undefined;
    },
  };
}

/** A text of its own: one that was cut from a file's text would keep all of that in memory. */
const copied = (text: string): string => Buffer.from(text).toString();

interface DiskShelf extends Shelf {
  close(): void;
}

/** Nothing of it outlives the run: no waiting for the disk, and a journal in memory of what one transaction found, nothing. */
const settings = `
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -8000;
  CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  BEGIN;
`;

function openDisk(folder: string, name: string): DiskShelf {
  const path = join(folder, name);
  const database: DatabaseSync = new (sqlite().DatabaseSync)(path);
  database.exec(settings);
  removeName(path);
  const put: StatementSync = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?)');
  const find: StatementSync = database.prepare('SELECT value FROM entry WHERE key = ?');
  return {
    get: (key) => find.get(key)?.['value'] as string | undefined,
    set: (key, value) => {
      guarded(() => put.run(key, value));
    },
    close() {
      database.close();
      removeName(path);
    },
  };
}

/** A database that cannot be written ends the run, as any other file of it does. */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch {
    throw new OutputFailure('SQLITE_FULL');
  }
}

/** Loaded only by exports that need it; what Node 22 says of it on every start is not for users. */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
