import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from './folders.ts';
import { Refusal, systemCode } from './refusal.ts';
import { differences, type RunIdentity } from './run-identity.ts';
import { openRunLedger, type RunLedger } from './run-ledger/run-ledger.ts';

/** A run folder that is ours, with its ledger. */
export interface ClaimedRun {
  readonly root: string;
  readonly ledger: RunLedger;
  /** The name of the ledger: a share of a run has its own. */
  readonly ledgerName: string;
  /** The run's clock: that of its first start. */
  readonly asOf: string;
}

interface Claim {
  /** The folder as it was asked for. */
  readonly out: string;
  readonly identity: RunIdentity;
  /** The clock, where it was given. */
  readonly asOf: string | undefined;
  readonly now: string;
  /** Begin anew where there was a run. */
  readonly force: boolean;
  readonly ledgerName: string;
}

const isLedger = (name: string): boolean => /^ledger(-\d+-of-\d+)?\.db$/.test(name);

/** Takes a folder for a run: an empty one, or that of a run of the same inputs and options, to go on with it. */
export function claimRun(claim: Claim): ClaimedRun {
  const root = resolve(claim.out);
  const names = namesIn(root, claim.out);
  if (claim.force) clear(root, names);
  else if (names.length > 0 && !names.some(isLedger)) throw notEmpty(claim.out);
  const ledger = openRunLedger(root, claim.ledgerName);
  try {
    return { root, ledger, ledgerName: claim.ledgerName, asOf: agree(ledger, claim) };
  } catch (error) {
    ledger.close();
    throw error;
  }
}

function namesIn(root: string, asked: string): string[] {
  try {
    makeFolder(root);
    return readdirSync(root);
  } catch (error) {
    throw new Refusal(
      `The folder ${asked} cannot be written (${systemCode(error)})`,
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
  /^(bundles|crosswalk|documents|ndjson|parts|pdf|quarantine|records|report|unmapped|(ledger|issues)\.ndjson|(manifest|plan)\.json|ledger[-\w]*\.db(-wal|-shm|-journal)?)(\.tmp)?$/;

function clear(root: string, names: readonly string[]): void {
  const foreign = names.find((name) => !ours.test(name));
  if (foreign !== undefined) {
    throw new Refusal(
      'The run folder holds something that no run has written',
      'Move it away, or name another folder with --out.',
    );
  }
  for (const name of names) rmSync(join(root, name), { recursive: true, force: true });
}

/** Holds the run that is asked for against the one that was begun; answers its clock. */
function agree(ledger: RunLedger, { identity, asOf, now }: Claim): string {
  const before = ledger.setting('identity') as RunIdentity | undefined;
  const begun = ledger.setting('asOf') as string | undefined;
  if (before === undefined || begun === undefined) {
    ledger.set('identity', identity);
    ledger.set('asOf', asOf ?? now);
    return asOf ?? now;
  }
  const others = differences({ ...before, '--as-of': begun }, { ...identity, '--as-of': asOf ?? begun });
  if (others.length === 0) return begun;
  throw new Refusal(
    `The run folder is that of another run: ${others.join('; ')}`,
    'Give the command that began it, name another folder with --out, or begin anew with --force.',
  );
}
