import type { DatabaseSync } from 'node:sqlite';
import { transact } from './database.ts';

/** One start of a run: who gave which command where, and how long it took. No output depends on it. */
export interface Session {
  readonly start: string;
  /** Missing where it was killed. */
  readonly end?: string;
  /** How it ended, in a word. */
  readonly ending?: string;
  readonly operator: string;
  readonly host: string;
  readonly program: string;
  readonly node: string;
  readonly platform: string;
  /** Without what is secret. */
  readonly command: readonly string[];
  readonly stages?: readonly StageTime[];
  /** The time of all its threads. */
  readonly cpuSeconds?: number;
  /** The most memory it took, in MB. */
  readonly peakMegabytes?: number;
}

/** How long a stage took. */
export interface StageTime {
  readonly stage: string;
  readonly seconds: number;
}

/** Writes a start down, or its end. */
export function putSession(database: DatabaseSync, session: Session): void {
  transact(database, () => {
    database
      .prepare('INSERT OR REPLACE INTO session VALUES (?, ?)')
      .run(session.start, JSON.stringify(session));
  });
}

/** All starts that a ledger knows, the first one first. */
export function sessionsIn(database: DatabaseSync): Session[] {
  const rows = database.prepare('SELECT facts FROM session ORDER BY start').all() as { facts: string }[];
  return rows.map(({ facts }) => JSON.parse(facts) as Session);
}
