import type { Difference } from './difference/difference.ts';
import type { Identity } from './identity.ts';
import type { ReadAgain } from './read-outputs.ts';
import type { Recount } from './recount.ts';
import type { RunManifest } from './run-manifest.ts';
import type { Tally } from './tally/index.ts';

/** Everything that a report is made of. */
export interface Facts {
  readonly manifest: RunManifest;
  readonly tally: Tally;
  /** The ledger's lines, counted anew from the file. */
  readonly recount: Recount;
  /** Nothing where the run kept no lines of patients. */
  readonly identity: Identity | undefined;
  /** How it differs from an earlier run that was named. */
  readonly difference?: Difference | undefined;
  /** The outputs, read again. */
  readonly outputs: ReadAgain;
}
