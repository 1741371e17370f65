import type { Tally } from '../../reconciliation/tally/index.ts';
import type { LedgerState } from '../../record/index.ts';
import type { DocumentBook } from '../document-book.ts';
import type { LogSums } from '../log.ts';
import type { Output } from '../run-folder.ts';
import type { Converted } from '../summary.ts';
import type { TableEffects } from '../tables/index.ts';

/** What became of a file of the input, and what it held where it is a document. */
export interface FileFate {
  readonly file: string;
  readonly state: LedgerState;
  readonly units?: Units | undefined;
}

type Units = ReturnType<DocumentBook['units']['get']>;

/** A file that a document names, and the hash of what was found under that name. */
export interface NamedFile {
  readonly document: string;
  readonly name: string;
  readonly sha256?: string | undefined;
}

/** What was counted of a shard, as JSON; its lines stand in the streams of its part. */
export interface ShardFacts {
  readonly converted: Converted;
  readonly log: LogSums;
  readonly fates: readonly FileFate[];
  readonly outputs: readonly Output[];
  /** What its documents asked for: the shard is done as long as the answers are the same. */
  readonly named: readonly NamedFile[];
  /** Whether something of it could not be read just then: the next start does it again. */
  readonly isPassing?: boolean | undefined;
  /** What the report will be made of. */
  readonly tally: Tally;
  readonly tables?: TableEffects | undefined;
}
