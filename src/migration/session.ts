import { existsSync, readdirSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { isLedger, ledgerNameOf } from './claim-run.ts';
import type { Progress, RunWays } from './options.ts';
import { openRunFolder } from './run-folder.ts';
import { closeDatabase, openDatabase } from './run-ledger/database.ts';
import { putSession, type Session, type StageTime, sessionsIn } from './run-ledger/sessions.ts';

/** What is kept of this start of a run. */
export function beginSession(command: readonly string[], version: string): Session {
  return {
    start: new Date().toISOString(),
    operator: operator(),
    host: hostname(),
    program: `chartlift ${version}`,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    command: withoutSecrets(command),
  };
}

function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

const secret = '--id-key';

/** Where a key lies is nobody's business. */
const withoutSecrets = (command: readonly string[]): string[] =>
  command.map((word, at) => {
    if (word.startsWith(`${secret}=`)) return `${secret}=…`;
    return command[at - 1] === secret ? '…' : word;
  });

/** Watches how long stages take, on their way to whoever shows them. */
export function openStageTimes(progress: Progress): { readonly progress: Progress; times(): StageTime[] } {
  const times: StageTime[] = [];
  let current: { stage: string; begun: number } | undefined;
  const end = () => {
    if (!current) return;
    const seconds = Math.round(performance.now() - current.begun) / 1000;
    times.push({ stage: current.stage, seconds });
    current = undefined;
  };
  return {
    progress: {
      ...progress,
      begin(stage, total) {
        end();
        current = { stage, begun: performance.now() };
        progress.begin(stage, total);
      },
    },
    times() {
      end();
      return times;
    },
  };
}

interface Ended {
  readonly out: string;
  readonly ways: RunWays;
  readonly ending: string;
  readonly stages: readonly StageTime[];
}

/** Writes down how a session ended, and all of them into `report/run.json` where there is a report. */
export function endSession(session: Session, { out, ways, ending, stages }: Ended): void {
  const name = ledgerNameOf(ways);
  if (!existsSync(join(out, name))) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost = {
    cpuSeconds: Math.round((userCPUTime + systemCPUTime) / 1000) / 1000,
    peakMegabytes: Math.round(maxRSS / 1024),
  };
  const database = openDatabase(join(out, name), { isWritable: true });
  try {
    putSession(database, { ...session, end: new Date().toISOString(), ending, stages, ...cost });
  } finally {
    closeDatabase(database);
  }
  if (!existsSync(join(out, 'report', 'report.json'))) return;
  const text = { format: 'chartlift-sessions/1', sessions: allSessions(out) };
  openRunFolder(out).write('report/run.json', `${JSON.stringify(text, null, 2)}\n`);
}

/** Those of all shares. */
function allSessions(out: string): Session[] {
  const all = readdirSync(out)
    .filter(isLedger)
    .flatMap((name) => {
      const database = openDatabase(join(out, name), { isWritable: false });
      try {
        return sessionsIn(database);
      } finally {
        database.close();
      }
    });
  return all.sort((a, b) => (a.start < b.start ? -1 : 1));
}
