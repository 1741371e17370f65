import { existsSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder, remove } from './folders.ts';
import type { RunWays } from './options.ts';
import { guarded, Refusal, systemCode, systemWords } from './refusal.ts';
import { differences, type RunIdentity } from './run-identity.ts';
import {
  type LookedAt,
  type OtherLedger,
  openOtherLedger,
  openRunLedger,
  type RunLedger,
} from './run-ledger/run-ledger.ts';

/** A run folder that is ours, with its ledger. */
export interface ClaimedRun {
  readonly root: string;
  readonly ledger: RunLedger;
  /** The name of the ledger: a share of a run has its own. */
  readonly ledgerName: string;
  /** The run's clock: that of its first start. */
  readonly asOf: string;
  /** What this run or another share of it saw of a file. */
  lookedAt(path: string): LookedAt | undefined;
  close(): void;
  /** Gives a folder back that was taken for a run which is refused: the command that mends it may take it. */
  giveBack(): void;
}

interface Claim {
  /** The folder as it was asked for. */
  readonly out: string;
  readonly identity: RunIdentity;
  /** The clock, where it was given. */
  readonly asOf: string | undefined;
  /** The clock of a run that has none; a share of a run cannot choose one for all. */
  readonly now: string | undefined;
  /** Begin anew where there was a run. */
  readonly force: boolean;
  readonly ledgerName: string;
}

/** The ledger of a run; each share has one of its own. */
export const ledgerNameOf = ({ share }: RunWays): string =>
  share ? `ledger-${share.number}-of-${share.of}.db` : 'ledger.db';

export const isLedger = (name: string): boolean => /^ledger(-\d+-of-\d+)?\.db$/.test(name);

/** Takes a folder for a run: an empty one, or that of a run of the same inputs and options, to go on with it. */
export function claimRun(claim: Claim): ClaimedRun {
  const wasThere = existsSync(resolve(claim.out));
  const { root, names } = openFolder(claim.out);
  if (claim.force) clear(root, names);
  else if (names.length > 0 && !names.some(isLedger)) throw notEmpty(claim.out);
  const others = (claim.force ? [] : names)
    .filter((name) => isLedger(name) && name !== claim.ledgerName)
    .map((name) => openOtherLedger(root, name));
  const ledger = openRunLedger(root, claim.ledgerName);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const one of [ledger, ...others]) one.close();
  };
  try {
    return {
      root,
      ledger,
      ledgerName: claim.ledgerName,
      asOf: agree(ledger, others, claim),
      lookedAt: (path) => firstOf([ledger, ...others], (one) => one.lookedAt(path)),
      close,
      giveBack() {
        close();
        if (claim.force || names.length === 0) emptyAgain(root, wasThere);
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

function emptyAgain(root: string, stays: boolean): void {
  try {
    for (const name of readdirSync(root)) if (ledgerFile.test(name)) rmSync(join(root, name));
    if (!stays) rmdirSync(root);
  } catch {
    // What somebody else has put there stays.
  }
}

const ledgerFile = /^ledger[-\w]*\.db(-wal|-shm|-journal)?$/;

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Makes the folder where it is not there; the input is known by real paths, and so is what lies in it. */
function openFolder(asked: string): { root: string; names: string[] } {
  try {
    makeFolder(resolve(asked));
    const root = realpathSync(asked);
    return { root, names: readdirSync(root) };
  } catch (error) {
    throw new Refusal(
      `The folder ${asked} cannot be written: ${systemWords(systemCode(error))}`,
      'Name another folder with --out.',
    );
  }
}

const notEmpty = (asked: string) =>
  new Refusal(
    `The folder ${asked} is not empty`,
    'Name a new folder with --out, or remove this one yourself.',
  );

/** What runs write: nothing else is removed. */
const ours =
  /^(bundles|crosswalk|documents|ndjson|parts|pdf|quarantine|records|report|unmapped|scan-pattern\.csv|(ledger|issues|patients)\.ndjson|(manifest|plan|tally)\.json|ledger[-\w]*\.db(-wal|-shm|-journal)?)(\.tmp)?$/;

function clear(root: string, names: readonly string[]): void {
  const foreign = names.find((name) => !ours.test(name));
  if (foreign !== undefined) {
    throw new Refusal(
      'The run folder holds something that no run has written',
      'Move it away, or name another folder with --out.',
    );
  }
  for (const name of names) guarded(() => remove(join(root, name)));
}

/** Holds the run that is asked for against the one that was begun, and against its shares; answers its clock. */
function agree(ledger: RunLedger, others: readonly OtherLedger[], { identity, asOf, now }: Claim): string {
  const begun = [ledger, ...others].flatMap(identityIn);
  const clock = asOf ?? begun[0]?.['--as-of'] ?? now;
  if (clock === undefined) {
    throw new Refusal(
      'The shares of a run need one clock',
      'Write the plan first with --plan, or give all of them the same --as-of.',
    );
  }
  const asked = { ...identity, '--as-of': clock };
  const unlike = [...new Set(begun.flatMap((one) => differences(one, asked)))];
  if (unlike.length > 0) {
    throw new Refusal(
      `The run folder is that of another run: ${unlike.join('; ')}`,
      'Give the command that began it, name another folder with --out, or begin anew with --force.',
    );
  }
  ledger.set('identity', asked);
  return clock;
}

function identityIn(ledger: OtherLedger): RunIdentity[] {
  const identity = ledger.setting('identity') as RunIdentity | undefined;
  return identity ? [identity] : [];
}
